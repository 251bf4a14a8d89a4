/** Packages that a bundle holds, and whose clients are all known: what they ask for is reported where it is asked of them. */
import { fold } from '../evaluate/folding.js'
import type { Program } from '../evaluate/program.js'

const STEPS = 60

/** Without those whose class is handed on, as a class derived from it is made in older JavaScript. */
export function followedPackages(program: Program): Set<string> {
  const modules = [...program.modules.values()]
  const packed = new Set(modules.flatMap((module) => module.packed ?? []))
  if (!modules.some(({ asking }) => asking)) return new Set()
  for (const { args } of modules.flatMap(({ calls }) => calls)) {
    for (const arg of args) {
      if (arg.k !== 'ref' && arg.k !== 'member') continue
      program.steps = STEPS
      for (const value of fold(program, arg, null))
        if (value.k === 'client' && value.made === null) packed.delete(value.library)
    }
  }
  return packed
}
