/** What functions make of one value after another. */
import type { CallExpr } from '../ir/types.js'
import { callFunction, fold } from './folding.js'
import type { Program } from './program.js'
import { type Arg, distinct, type Env, needsCaller, unknown, type Value } from './values.js'

/** One after the other, as long as each changes the result: `keys.reduce((at, key) => at[key], all)`. */
export function reduced(
  program: Program,
  items: readonly Value[][],
  values: (index: number) => Value[],
  count: number,
): Value[] {
  const [start = [unknown('computed')], ...rest] = count > 1 ? [values(1), ...items] : items
  const all = rest.flatMap(apart)
  const ends = all
    .slice(0, MAX_REDUCED)
    .reduce((at, item, index) => mapped(program, values(0), at, item, place(index)), start)
  return all.length > MAX_REDUCED ? [...ends, unknown('limit')] : ends
}

/** `use(auth); use(log)`: what one place adds to a list of functions is one after the other, too. */
const apart = (item: Value[]): Value[][] =>
  item.every(({ k }) => k === 'function') ? item.map((one) => [one]) : [item]

/** `Object.keys(given).reduce((path, key) => path.replace(key, …), '/a/:id')`: a text, by a list of which no caller tells anything. */
export function reducedFrom(
  program: Program,
  { callee, args: [by, start] }: CallExpr,
  env: Env | null,
): Value[] | null {
  if (!by || !start || callee.k !== 'member' || callee.name !== 'reduce') return null
  const given = fold(program, start, env)
  if (needsCaller(fold(program, callee, env)) || !given.every(({ k }) => k === 'text')) return null
  const open = [unknown('computed')]
  return distinct([...given, ...mapped(program, fold(program, by, env), given, open, open)])
}

export const place = (at: number): Value[] => [{ k: 'prim', value: at }]

const MAX_REDUCED = 16

/** What functions return for these arguments. */
export function mapped(program: Program, functions: Value[], ...args: Value[][]): Value[] {
  const given = args.map((values): Arg => ({ values }))
  return distinct(
    functions.flatMap((one) =>
      one.k === 'function' ? callFunction(program, one, given) : [unknown('computed')],
    ),
  )
}
