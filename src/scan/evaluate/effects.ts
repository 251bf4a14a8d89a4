/** What a function does to the objects passed to it. */

import type { Binding, CallExpr, Expr, Fn, ObjExpr } from '../ir/types.js'
import { enter, leave } from './cycles.js'
import { fold, memberOf } from './folding.js'
import type { Program } from './program.js'
import { type Env, isMissing, newEnv, type Value } from './values.js'

/** Values a call may have assigned to a member of its argument; none if it leaves the member alone. */
export function changedBy(
  program: Program,
  { call, index }: NonNullable<ObjExpr['after']>,
  env: Env | null,
  name: string,
): Value[] {
  if (callsLanguage(program, call) || !enter(program, call)) return []
  const args = call.args.map((expr) => ({ expr, env }))
  const found = fold(program, call.callee, env).flatMap((callee) => {
    const changed = callee.k === 'function' ? changedParameter(callee.fn, index) : null
    if (callee.k !== 'function' || !changed) return []
    const inside = newEnv(callee.fn, args, callee.self, callee.env)
    return fold(program, changed, inside).flatMap((value) =>
      value.k === 'object' && value.expr.renews ? memberOf(program, value, name) : [],
    )
  })
  leave(program, call)
  return found.filter((value) => !isMissing(value))
}

/** Does the call assign to a member of its argument, if that is an object? */
export function isChangedBy(program: Program, after: ObjExpr['after'], env: Env | null): boolean {
  if (!after || callsLanguage(program, after.call)) return false
  return fold(program, after.call.callee, env).some(
    (callee) => callee.k === 'function' && changedParameter(callee.fn, after.index) !== null,
  )
}

/** `list.push(…)`, if no script defines its own `push`: it changes no argument. What is bound with arguments is called with them. */
export function callsLanguage({ ofLanguage }: Program, { callee, args }: CallExpr): boolean {
  if (callee.k !== 'member' || typeof callee.name !== 'string') return false
  return ofLanguage.has(callee.name) && (callee.name !== 'bind' || args.length < 2)
}

/** The parameter's value at the end of a function that changes it. */
export function changedParameter({ params }: Fn, index: number): Expr | null {
  const binding = params?.[index]
  if (!binding || binding.values.length < 2) return null
  return { k: 'ref', binding, from: lastSure(binding), to: binding.values.length }
}

function lastSure({ values }: Binding): number {
  const at = values.findLastIndex(({ guard }) => guard === null)
  return Math.max(at, 0)
}
