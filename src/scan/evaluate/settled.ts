/** Objects a request is made with: by the time its interceptors see them, nothing else changes them. */
import type { ObjExpr } from '../ir/types.js'
import type { Arg, Value } from './values.js'

const settled = new WeakSet<ObjExpr>()

export function settle(value: Value): Value {
  if (value.k === 'object') settled.add(value.expr)
  return value
}

export const isSettled = (value: Value): boolean => value.k === 'object' && settled.has(value.expr)

/** Is it what an interceptor is called with? */
export const isGivenSettled = (args: readonly Arg[]): boolean =>
  args.some((arg) => 'values' in arg && arg.values.length > 0 && arg.values.every(isSettled))
