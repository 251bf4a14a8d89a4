/**
 * State that begins empty: a two-way binding, what a parent passes, `setData` with names put together, a commit fill it
 * in ways that leave no assignment to follow. An empty text there is no setting that was left empty.
 */
import type { ObjExpr } from '../ir/types.js'
import { isComponent } from './components.js'
import { fold } from './folding.js'
import { cheaply, type Program } from './program.js'
import { isState } from './state.js'
import { isFilled, isSameObject, LOOSE_STEPS, looseChangesTo } from './targets.js'
import type { Hole, Value } from './values.js'

const isEmpty = (value: Value) => value.k === 'text' && value.text === '' && value.hole === null

/** The values of a member, where an empty one may be only what it begins with. */
export function begun(program: Program, object: Value, values: Value[]): Value[] {
  if (!values.some(isEmpty) || !isOpen(program, object)) return values
  const begins: Hole = { reason: 'computed', owners: [] }
  return values.map((value) => (value.k === 'text' && isEmpty(value) ? { ...value, begins } : value))
}

const isOpen = (program: Program, object: Value) =>
  isOfState(object) || isFilled(program, object) || isRenamed(program, object)

function isOfState(object: Value): boolean {
  if (object.k !== 'object') return false
  let isOfApp = false
  for (let at: ObjExpr | undefined = object.expr; at; at = at.parent?.object) {
    if (isState(at)) return true
    isOfApp ||= at.parent?.key === 'globalData'
  }
  return !isOfApp && isComponent(object.expr)
}

/** Does an assignment by a name that is not known change the object: `config[key] = answer[key]`? */
function isRenamed(program: Program, object: Value): boolean {
  return looseChangesTo(program, object).some((change) => {
    const { key } = change.write
    if (!key || !isSameObject(change.target, object)) return false
    change.keys ??= cheaply(program, LOOSE_STEPS, () => fold(program, key, null))
    return change.keys.some((one) => one.k !== 'prim' && (one.k !== 'text' || one.hole !== null))
  })
}
