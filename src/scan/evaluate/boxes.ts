/** Vue's refs: objects whose only member is `value`. */
import type { ObjExpr } from '../ir/types.js'
import { memberOf } from './folding.js'
import type { Program } from './program.js'
import { distinct, type Value } from './values.js'

export const isBoxed = ({ props }: ObjExpr): boolean => props.length === 1 && props[0]?.key === 'value'

/** What templates and `this` see: the values in refs. */
export function unboxed(program: Program, values: Value[]): Value[] {
  return distinct(
    values.flatMap((one) =>
      one.k === 'object' && isBoxed(one.expr) ? memberOf(program, one, 'value') : [one],
    ),
  )
}
