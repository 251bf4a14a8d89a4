/**
 * The evaluation's recursion: an expression needs members, calls and assignments, and each of them needs other
 * expressions. Every part asks through the program; `evaluator.ts` connects them.
 */
import type { Expr } from '../ir/types.js'
import type { Program } from './program.js'
import type { Arg, Env, Value } from './values.js'

/** Every value of an expression. */
export const fold = (program: Program, expr: Expr, env: Env | null): Value[] =>
  program.folding.fold(program, expr, env)

/** Every value of a member; `undefined` if there is certainly none with that name. */
export const memberOf = (program: Program, object: Value, name: string): Value[] =>
  program.folding.memberOf(program, object, name)

/** Every member of an object or array, for a key that can't be determined. */
export const membersOf = (program: Program, value: Value): Value[] =>
  program.folding.membersOf(program, value)

/** What a function returns for these arguments. */
export const callFunction = (
  program: Program,
  callee: Extract<Value, { k: 'function' }>,
  args: Arg[],
): Value[] => program.folding.callFunction(program, callee, args)

/** The values that assignments anywhere give to a member of this exact object; null if there are none. */
export const written = (program: Program, object: Value, name: string): Value[] | null =>
  program.folding.written(program, object, name)
