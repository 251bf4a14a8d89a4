/**
 * Where the evaluation goes round: an expression asks for members, calls and assignments, and each of them for other
 * expressions. Every part asks through the program; `evaluator.ts` says who answers.
 */
import type { Expr } from '../ir/types.js'
import type { Program } from './program.js'
import type { Arg, Env, Value } from './values.js'

/** Every value of an expression. */
export const fold = (program: Program, expr: Expr, env: Env | null): Value[] =>
  program.folding.fold(program, expr, env)

/** Every value of a member; `undefined` when there is surely none of that name. */
export const memberOf = (program: Program, object: Value, name: string): Value[] =>
  program.folding.memberOf(program, object, name)

/** Every member of an object or list, where a key can't be determined. */
export const membersOf = (program: Program, value: Value): Value[] =>
  program.folding.membersOf(program, value)

/** What a function returns for these arguments. */
export const callFunction = (
  program: Program,
  callee: Extract<Value, { k: 'function' }>,
  args: Arg[],
): Value[] => program.folding.callFunction(program, callee, args)

/** What assignments anywhere give to a member of this very object; null when there are none. */
export const written = (program: Program, object: Value, name: string): Value[] | null =>
  program.folding.written(program, object, name)
