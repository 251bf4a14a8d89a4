/** Which calls of a function may happen. */
import { functionsAround } from '../ir/types.js'
import { isDead } from './dead.js'
import type { Program, Site } from './program.js'

const live = new WeakMap<readonly Site[], { of: number; called: number; sites: readonly Site[] }>()

/** Calls that aren't inside functions that are never called. */
export function liveSites(program: Program, all: readonly Site[]): readonly Site[] {
  const known = live.get(all)
  const called = program.sites.size
  // What seemed never to be called may be by now.
  if (known?.of === all.length && (known.sites.length === all.length || known.called === called))
    return known.sites
  const sites = all.filter(({ call }) => !functionsAround(call.fn).some((fn) => isDead(program, fn)))
  live.set(all, { of: all.length, called, sites })
  return sites
}
