/** Packages in a bundle whose clients are all known: their requests are reported where the project makes them. */
import { fold } from '../evaluate/folding.js'
import type { Program } from '../evaluate/program.js'

const STEPS = 60

/** Except those whose class is passed on, as subclasses are created in older JavaScript. */
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
