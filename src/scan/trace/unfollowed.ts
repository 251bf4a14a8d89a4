/** Code that is made where it runs: `eval`, `new Function` and timers that are given a text, `with`. Nothing follows it. */

import type { Place } from '../../facts/project.js'
import { fold } from '../evaluate/folding.js'
import { vendored } from '../evaluate/modules.js'
import type { Program } from '../evaluate/program.js'
import type { Value } from '../evaluate/values.js'
import { mayReachNetwork } from '../frameworks/index.js'
import type { CallExpr } from '../ir/types.js'
import { placeOf } from '../lines.js'

/** Steps for the text of one call. */
const STEPS = 2_000

/** The first place in each script of the project's own. */
export function unfollowedIn(program: Program): Place[] {
  const first = new Map<string, Place>()
  const add = ({ module, pos }: Pick<CallExpr, 'module' | 'pos'>) => {
    if (!vendored(module) && !module.library && !first.has(module.file))
      first.set(module.file, placeOf(module, pos))
  }
  for (const module of program.modules.values()) for (const pos of module.unfollowed) add({ module, pos })
  for (const call of program.textRuns) if (mayHide(program, call)) add(call)
  return [...first.values()]
}

const MAKERS: Readonly<Record<string, 'code' | 'function' | 'timer'>> = {
  eval: 'code',
  Function: 'function',
  setTimeout: 'timer',
  setInterval: 'timer',
}

/** Does it run a text that it is given, or make a function of one? */
export const runsText = (path: string): boolean => Object.hasOwn(MAKERS, path)

/** A function is made of its last argument; timers are mostly given functions. */
function mayHide(program: Program, call: CallExpr): boolean {
  program.steps = STEPS
  return fold(program, call.callee, null).some((callee) => {
    const kind = callee.k === 'native' ? MAKERS[callee.path] : undefined
    const code = kind === 'function' ? call.args.at(-1) : call.args[0]
    if (!kind || !code) return false
    // Of what a build put together, most is a library's.
    const isOpen = kind !== 'timer' && call.module.bundled === undefined
    return fold(program, code, null).some((value) => mayReach(value, isOpen))
  })
}

/** A known text is looked through; behind `(` or `data = (` what follows is an answer, read as older scripts read JSON. */
function mayReach(value: Value, isOpen: boolean): boolean {
  if (value.k !== 'text') return isOpen && value.k === 'unknown'
  if (mayReachNetwork(value.text)) return true
  return isOpen && value.hole !== null && /^\s*$/.test(value.text)
}
