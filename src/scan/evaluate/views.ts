/** Objects whose members are worked out when they are asked for: nobody wrote them as literals. */
import type { ObjExpr } from '../ir/types.js'
import type { Program } from './program.js'
import type { Env, Value } from './values.js'

export type View = (program: Program, name: string, self: Value) => Value[]

const viewOf = new WeakMap<ObjExpr, View>()
/** One for each thing that is viewed. */
const viewed = new WeakMap<object, ObjExpr>()

export function viewedAs(of: object, env: Env | null, view: View): Value {
  const key = 'k' in of && of.k === 'object' && 'expr' in of ? (of.expr as object) : of
  let expr = viewed.get(key)
  if (!expr) {
    expr = { k: 'obj', props: [], module: null, parent: null, slot: 0 }
    viewed.set(key, expr)
    viewOf.set(expr, view)
  }
  return { k: 'object', expr, env }
}

/** The member as its view has it; empty where the object is none of these, or the view knows none. */
export function viewMember(
  program: Program,
  { expr, env }: { expr: ObjExpr; env: Env | null },
  name: string,
): Value[] {
  return viewOf.get(expr)?.(program, name, { k: 'object', expr, env }) ?? []
}
