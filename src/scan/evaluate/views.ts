/** Objects whose members are computed on demand, since they aren't literals. */
import type { ObjExpr } from '../ir/types.js'
import type { Program } from './program.js'
import type { Env, Value } from './values.js'

export type View = (program: Program, name: string, self: Value) => Value[]

const viewOf = new WeakMap<ObjExpr, View>()
/** One for each underlying object. */
const viewed = new WeakMap<object, ObjExpr>()

export function viewedAs(of: object, env: Env | null, view: View): Extract<Value, { k: 'object' }> {
  const key = 'k' in of && of.k === 'object' && 'expr' in of ? (of.expr as object) : of
  let expr = viewed.get(key)
  if (!expr) {
    expr = { k: 'obj', props: [], module: null, parent: null, slot: 0 }
    viewed.set(key, expr)
    viewOf.set(expr, view)
  }
  return { k: 'object', expr, env }
}

const NONE: Value[] = []

/** The view's member; empty if the object isn't such a view or has no such member. */
export function viewMember(
  program: Program,
  { expr, env }: { expr: ObjExpr; env: Env | null },
  name: string,
): Value[] {
  return viewOf.get(expr)?.(program, name, { k: 'object', expr, env }) ?? NONE
}
