/** Code created at run time: `eval`, `new Function`, timers with a string, `with`. It isn't followed. */

import type { Place } from '../../facts/project.js'
import { fold } from '../evaluate/folding.js'
import { vendored } from '../evaluate/modules.js'
import type { Program } from '../evaluate/program.js'
import type { Value } from '../evaluate/values.js'
import { mayReachNetwork } from '../frameworks/index.js'
import type { CallExpr, Expr } from '../ir/types.js'
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
  'Function.prototype.constructor': 'function',
  setTimeout: 'timer',
  setInterval: 'timer',
}

const BORROWED = /\.(?:call|apply)$/

/** Does it run a string as code, or make a function from one? Also through `call` and `apply`. */
export const runsText = (path: string): boolean => Object.hasOwn(MAKERS, path.replace(BORROWED, ''))

/** A function's body is the last argument; timers usually get functions. */
function mayHide(program: Program, call: CallExpr): boolean {
  program.steps = STEPS
  return fold(program, call.callee, null).some((callee) => {
    const path = callee.k === 'native' ? callee.path : ''
    const kind = MAKERS[path.replace(BORROWED, '')]
    const isBorrowed = BORROWED.test(path)
    const code = kind === 'function' || isBorrowed ? call.args.at(-1) : call.args[0]
    if (!kind || !code) return false
    // Most of a bundle is library code.
    const isOpen = kind !== 'timer' && call.module.bundled === undefined
    return codeIn(program, code, isBorrowed).some((value) => mayReach(value, isOpen))
  })
}

/** `Function.apply(null, ['url', code])`. */
function codeIn(program: Program, code: Expr, isBorrowed: boolean): Value[] {
  const values = fold(program, code, null)
  if (!isBorrowed) return values
  return values.flatMap((one) => (one.k === 'list' ? (one.items.at(-1) ?? []) : [one]))
}

/** A known string is examined; after `(` or `data = (` comes a response, parsed as older scripts parse JSON. */
function mayReach(value: Value, isOpen: boolean): boolean {
  if (value.k !== 'text') return isOpen && value.k === 'unknown'
  if (mayReachNetwork(value.text)) return true
  return isOpen && value.hole !== null && /^\s*$/.test(value.text)
}
