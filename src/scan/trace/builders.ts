/**
 * Requests that are put together by methods that give back what they are of: `request().url('/a').method('POST').send()`.
 * What `send` asks for is given to another method, whose callers are told apart like those of a wrapper.
 */

import type { Given, Knowledge, Program, Site } from '../evaluate/program.js'
import type { Env } from '../evaluate/values.js'
import type { CallExpr, Expr, Fn, MemberWrite } from '../ir/types.js'

const known = new WeakMap<Program, Set<Fn>>()

/** The methods that keep what they are given and give back their `this`. */
export function buildersIn(program: Program): Set<Fn> {
  const found = known.get(program)
  if (found) return found
  const builders = new Set<Fn>()
  for (const module of program.modules.values())
    for (const { fn, value } of module.writes)
      if (fn && isBuilder(fn) && keepsGiven(value, fn)) builders.add(fn)
  known.set(program, builders)
  return builders
}

const isBuilder = ({ returns, params }: Fn) =>
  params.length > 0 && returns.length > 0 && returns.every(({ value }) => value.k === 'this')

function keepsGiven(value: MemberWrite['value'], fn: Fn): boolean {
  if (value.k === 'param') return value.fn === fn
  if (value.k === 'either') return keepsGiven(value.left, fn) || keepsGiven(value.right, fn)
  if (value.k === 'cat') return value.parts.some((one) => keepsGiven(one, fn))
  return value.k === 'ref' && fn.params.includes(value.binding)
}

const opened = new WeakMap<Program, Knowledge>()

/** What is found out while the parameters of builders are open; what is known elsewhere knows nothing of that. */
export function openBuilders(program: Program): Knowledge {
  const found = opened.get(program) ?? { known: new Map(), given: new Map(), pinned: null }
  opened.set(program, found)
  return found
}

/** Nothing but what the methods of one chain were given, each in the call of it that stands there. */
export function givenInChain(program: Program, { call }: Site, env: Env | null): Knowledge {
  const pinned: Given = new Map()
  const links = linksOf(call)
  for (const fn of buildersIn(program))
    for (const { call: other, args } of program.sites.get(fn) ?? [])
      if (links.includes(other) || linksOf(other).includes(call))
        pinned.set(
          fn,
          args.map((expr) => ({ expr, env })),
        )
  return { known: new Map(), given: new Map(), pinned }
}

/** A call and those it is a link behind: of `a().b().c()` all three. */
function linksOf(call: CallExpr): CallExpr[] {
  const links: CallExpr[] = []
  for (let at: Expr = call; at.k === 'call'; at = at.callee.object) {
    links.push(at)
    if (at.callee.k !== 'member') break
  }
  return links
}
