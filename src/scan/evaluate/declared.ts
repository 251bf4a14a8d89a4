/** Properties that a native component declares: their defaults, and whatever markup gives it. */

import type { ObjExpr } from '../ir/types.js'
import { callFunction, fold } from './folding.js'
import { givenOr } from './given.js'
import type { Program } from './program.js'
import { propertiesFor } from './properties.js'
import { rootObject } from './sections.js'
import type { Env, Value } from './values.js'

type ObjectValue = Extract<Value, { k: 'object' }>

const SECTIONS: readonly string[] = ['properties', 'props']
/** What tells a component from an object that has `properties` for another reason. */
const OPTIONS = new Set([
  'methods',
  'lifetimes',
  'attached',
  'ready',
  'created',
  'didMount',
  'onInit',
  'behaviors',
  'observers',
])

const isNative = ({ props }: ObjExpr): boolean =>
  props.some(({ key }) => typeof key === 'string' && OPTIONS.has(key))

/** `this.properties.base`; empty if the object is none of a component's declarations. */
export function declaredMember(program: Program, { expr, env }: ObjectValue, name: string): Value[] {
  const { parent } = expr
  if (!parent || !SECTIONS.includes(parent.key) || !isNative(parent.object)) return []
  return declared(program, expr, env, name)
}

/** `this.data.base`, if the component's data has no member with that name. */
export function declaredBeside(program: Program, { expr, env }: ObjectValue, name: string): Value[] {
  const { parent } = expr
  if (parent?.key !== 'data') return []
  const computed = computedOf(program, parent.object, { k: 'object', expr, env }, name)
  if (computed.length > 0 || !isNative(parent.object)) return computed
  return sectionsOf(parent.object).flatMap((section) => declared(program, section, env, name))
}

/** miniprogram-computed: `computed: { url(data) { return data.base + '/x' } }` puts `url` into the data. */
function computedOf(program: Program, { props }: ObjExpr, data: ObjectValue, name: string): Value[] {
  const section = props.find(({ key }) => key === 'computed')?.value
  const property = section?.k === 'obj' ? propertiesFor(section, name).find(({ key }) => key === name) : null
  return (property ? fold(program, property.value, data.env) : []).flatMap((one) =>
    one.k === 'function' ? callFunction(program, one, [{ values: [data] }]) : [],
  )
}

/** `this.data` of a component that has no data but properties. */
export function dataOfDeclared({ expr, env }: ObjectValue): Value[] {
  const root = rootObject(expr)
  return isNative(root) ? sectionsOf(root).map((section) => ({ k: 'object', expr: section, env })) : []
}

const sectionsOf = ({ props }: ObjExpr): ObjExpr[] =>
  props.flatMap(({ key, value }) =>
    typeof key === 'string' && SECTIONS.includes(key) && value.k === 'obj' ? [value] : [],
  )

/** `base: { type: String, value: 'https://…' }`, `base: 'https://…'` (Alipay), `base: String`. */
function declared(program: Program, section: ObjExpr, env: Env | null, name: string): Value[] {
  const property = propertiesFor(section, name).find(({ key }) => key === name)
  if (!property) return []
  const { value } = property
  const given =
    value.k === 'obj' ? value.props.find(({ key }) => key === 'value' || key === 'default')?.value : value
  const defaults = given ? fold(program, given, env).filter(({ k }) => k === 'text') : []
  return givenOr(program, section.module, name, defaults)
}
