/**
 * State that begins empty: a two-way binding, what a parent passes, `setData` with names put together, a commit fill it
 * in ways that leave no assignment to follow. An empty text there is no setting that was left empty.
 */
import type { ObjExpr } from '../ir/types.js'
import { fold } from './folding.js'
import { isSameObject } from './identity.js'
import { isFilled, looseChangesTo } from './loose-changes.js'
import { cheaply, type Program } from './program.js'
import { isComponent } from './sections.js'
import { asState, isState } from './state.js'
import { LOOSE_STEPS } from './targets.js'
import type { Value } from './values.js'

const isEmpty = (value: Value) => value.k === 'text' && value.text === '' && value.hole === null

/** The values of a member, where an empty one may be only what it begins with. */
export function begun(program: Program, object: Value, values: Value[]): Value[] {
  if (!values.some(holdsEmpty)) return values
  if (isOfState(object)) return values.map(ofState)
  return isFilled(program, object) || isRenamed(program, object) ? values.map(asBegun) : values
}

/** A list is state as a whole, and so are the objects in it. */
const holdsEmpty = (value: Value) => isEmpty(value) || value.k === 'list' || value.k === 'object'

function ofState(value: Value): Value {
  if (value.k !== 'list') return asBegun(asState([value])[0] ?? value)
  const isPlain = !value.items.some((item) => item.some(holdsEmpty))
  return isPlain ? value : { ...value, items: value.items.map((item) => asState(item).map(asBegun)) }
}

const asBegun = (value: Value): Value =>
  value.k === 'text' && isEmpty(value) ? { ...value, begins: { reason: 'computed', owners: [] } } : value

function isOfState(object: Value): boolean {
  if (object.k !== 'object') return false
  for (let at: ObjExpr | undefined = object.expr; at; at = at.parent?.object) if (isState(at)) return true
  const known = ofComponents.get(object.expr)
  if (known !== undefined) return known
  const result = isComponent(object.expr) && !isOfApp(object.expr)
  ofComponents.set(object.expr, result)
  return result
}

const ofComponents = new WeakMap<ObjExpr, boolean>()

function isOfApp(expr: ObjExpr): boolean {
  for (let { parent } = expr; parent; parent = parent.object.parent)
    if (parent.key === 'globalData') return true
  return false
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
