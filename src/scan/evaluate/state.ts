/** Objects that are the state of a component, of a store, of something reactive. */
import type { ObjExpr } from '../ir/types.js'
import type { Value } from './values.js'

const states = new WeakSet<ObjExpr>()

/** Marks those among the values that are no part of another object. */
export function asState(values: Value[]): Value[] {
  for (const value of values) if (value.k === 'object' && !value.expr.parent) states.add(value.expr)
  return values
}

export const isState = (expr: ObjExpr): boolean => states.has(expr)
