/** The members of `this` in the options of a page, a component or a Vue component. */

import { flat } from '../flat.js'
import { clientInjected } from '../frameworks/index.js'
import type { CallExpr, Expr, Fn, Module, ObjExpr } from '../ir/types.js'
import { unboxed } from './boxes.js'
import { ownClient } from './clients.js'
import { enterReading, leaveReading } from './cycles.js'
import { callFunction, fold, memberOf } from './folding.js'
import { givenOr, heldAs } from './given.js'
import { injectedMember } from './injected.js'
import type { Program } from './program.js'
import { hasMarks, rootObject } from './sections.js'
import { asState } from './state.js'
import { distinct, type Env, isMissing, unknown, type Value } from './values.js'
import { viewedAs } from './views.js'

type ObjectValue = Extract<Value, { k: 'object' }>

/** A member of the component, looked up in its sections; null if the object isn't a component or has none with that name. */
export function componentMember(program: Program, object: ObjectValue, name: string): Value[] | null {
  const root = rootObject(object.expr)
  if (!hasMarks(root)) return null
  if (name === '$options') return [{ ...object, expr: root }]
  if (name === '$refs' && root.module) return [refsOf(root.module)]
  const reading = enterReading(program, { of: root, env: null, name })
  if (!reading) return null
  const own = inSections(program, object, root, name)
  const mixed = isOpen(own)
    ? (inMixins(program, object, ownMixins(program, object, root), name) ??
      inMixins(program, object, program.mixins, name))
    : null
  leaveReading(program, reading)
  const found = mixed ?? own
  if (isOpen(found)) return globalProperty(program, name) ?? found ?? appAbove(program, name)
  return found && besides(program, object, root, name, found)
}

const refsOf = (module: Module): Value =>
  viewedAs(module.shown, null, (program, id) => heldAs(program, module, id) ?? [unknown('computed')])

/** What a helper defines under unknown names (`mapMutations` of a build) may be another member: what every component has stays. */
function besides(
  program: Program,
  { env }: ObjectValue,
  root: ObjExpr,
  name: string,
  found: Value[],
): Value[] {
  const everywhere = globalProperty(program, name)
  if (!everywhere) return found
  const isNamedIn = ({ props }: ObjExpr) => props.some(({ key }) => key === name)
  const isNamed =
    isNamedIn(root) ||
    root.props.some(({ value }) =>
      fold(program, value, env).some((one) => one.k === 'object' && isNamedIn(one.expr)),
    )
  return isNamed ? found : distinct([...everywhere, ...found])
}

/** Members spread from a package (`...mapActions`) may have any name: explicit ones take precedence. */
const isOpen = (found: Value[] | null): boolean =>
  found?.every(({ k }) => k === 'unknown' || k === 'package') ?? true

const MIXED_IN = new Set(['mixins', 'behaviors', 'extends'])
export const isMixedIn = (key: Expr | string | null) => typeof key === 'string' && MIXED_IN.has(key)

/** Options that a component takes over: `mixins: […]`, `behaviors: […]`, `extends: Base`. */
function ownMixins(program: Program, { env }: ObjectValue, root: ObjExpr): Value[] {
  return flat(
    flat(
      root.props.filter(({ key }) => isMixedIn(key)),
      ({ value }) => fold(program, value, env),
    ),
    (value) => (value.k === 'list' ? value.items.flat() : [value]),
  )
}

function inMixins(
  program: Program,
  self: ObjectValue,
  mixins: readonly Value[],
  name: string,
): Value[] | null {
  const found = flat(mixins, (mixin) => {
    const reading = mixin.k === 'object' && enterReading(program, { of: mixin.expr, env: null, name })
    if (mixin.k !== 'object' || !reading) return []
    const values =
      inSections(program, { ...self, env: mixin.env }, mixin.expr, name) ??
      inMixins(program, self, ownMixins(program, mixin, mixin.expr), name) ??
      flat(mixin.expr.props, ({ key, value }) => (key === name ? fold(program, value, mixin.env) : []))
    leaveReading(program, reading)
    return values
  })
  return found.length > 0 ? distinct(found) : null
}

/** `getCurrentInstance()` of Vue, and the ways from there to what every component has. */
export const INSTANCE: Value = { k: 'native', path: 'getCurrentInstance()' }
const WITHIN = new Set(['proxy', 'ctx', 'appContext', 'app', 'config', 'globalProperties'])

export function instanceProperty(program: Program, name: string): Value[] {
  return WITHIN.has(name) ? [INSTANCE] : (globalProperty(program, name) ?? [unknown('computed')])
}

const ABOVE = new Set(['$parent', '$app', '$wepyApp', '$instance'])

/** The parent of a page is the app. */
export function appAbove(program: Program, name: string): Value[] | null {
  return ABOVE.has(name) && program.apps.length > 0 ? [{ k: 'native', path: 'getApp()' }] : null
}

function inSections(program: Program, object: ObjectValue, root: ObjExpr, name: string): Value[] | null {
  const { env } = object
  for (const { key, value } of root.props) {
    if (typeof key !== 'string') continue
    if (key === name && object.expr !== root) return fold(program, value, env)
    if (!HOLDING.has(key)) continue
    const found = flat(fold(program, value, env), (section) => inSection(program, key, section, object, name))
    if (found.length > 0) return distinct(found)
  }
  return null
}

/** The sections whose members `this` has. */
const HOLDING = new Set(['methods', 'computed', 'data', 'props', 'properties', 'setup', 'inject'])

function inSection(program: Program, key: string, section: Value, self: Value, name: string): Value[] {
  if (key === 'methods' && section.k === 'object' && self.k === 'object' && section.expr !== self.expr) {
    return present(memberOf(program, section, name)).map((value) =>
      value.k === 'function' ? { ...value, self } : value,
    )
  }
  if (key === 'computed')
    return flat(present(memberOf(program, section, name)), (value) => read(program, value, self))
  if (key === 'data')
    return flat(dataOf(program, section, self), (data) => present(memberOf(program, data, name)))
  if (key === 'setup' && section.k === 'function')
    return unboxed(
      program,
      flat(callFunction(program, section, []), (all) => present(memberOf(program, all, name))),
    )
  if (key === 'inject') return injectedMember(program, section, name)
  return key === 'props' || key === 'properties'
    ? propOf(program, section, name, self.k === 'object' ? rootObject(self.expr).module : null)
    : []
}

/** What a property is by default, or what markup gives instead; `of` is the script of its component. */
function propOf(program: Program, section: Value, name: string, of: Module | null): Value[] {
  if (section.k === 'list') {
    const isNamed = section.items.flat().some((one) => one.k === 'text' && one.text === name)
    return isNamed ? givenOr(program, of, name, []) : []
  }
  return flat(present(memberOf(program, section, name)), (value) =>
    value.k === 'object'
      ? givenOr(program, of, name, present(memberOf(program, value, 'default')))
      : givenOr(program, of, name, value.k === 'text' ? [value] : []),
  )
}

/** `setup(props)`: the properties that the component declares; null for another function. */
export function propsOfSetup(program: Program, fn: Fn): Value | null {
  const { owner } = fn
  const isSetup =
    owner?.k === 'obj' &&
    owner.props.some(({ key, value }) => key === 'setup' && value.k === 'fn' && value.fn === fn)
  const declared = isSetup
    ? owner.props.find(({ key }) => key === 'props' || key === 'properties')
    : undefined
  if (!isSetup || !declared) return null
  return viewedAs(fn, null, (_, name) =>
    flat(fold(program, declared.value, null), (section) => propOf(program, section, name, owner.module)),
  )
}

/** `defineProps({ base: { default: '…' } })`, `withDefaults(defineProps<Props>(), { base: '…' })`; null for other calls. */
export function definedProps(name: string, call: CallExpr, env: Env | null): Value | null {
  const [first, second] = call.args
  if (name === 'defineProps')
    return viewedAs(call, env, (program, prop) =>
      first
        ? flat(fold(program, first, env), (section) => propOf(program, section, prop, call.module))
        : givenOr(program, call.module, prop, []),
    )
  if (name !== 'withDefaults' || !second) return null
  return viewedAs(call, env, (program, prop) => {
    const defaults = flat(fold(program, second, env), (all) => present(memberOf(program, all, prop)))
    return givenOr(program, call.module, prop, defaults)
  })
}

function present(values: Value[]): Value[] {
  return values.filter((value) => !isMissing(value) && !(value.k === 'method'))
}

function read(program: Program, value: Value, self: Value): Value[] {
  // Stores map their own values, which may be objects too.
  const getters = value.k === 'object' ? memberOf(program, value, 'get') : [value]
  return flat(getters, (get) =>
    get.k === 'function' ? callFunction(program, { ...get, self }, []) : [value],
  )
}

function dataOf(program: Program, section: Value, self: Value): Value[] {
  if (section.k === 'function') return asState(callFunction(program, { ...section, self }, []))
  // `{ url, data: body }` is a set of options, not a component.
  return section.k === 'object' ? [section] : []
}

/** `Vue.prototype.$base = …` and `app.config.globalProperties.$base = …`: every component has it. */
export function globalProperty(program: Program, name: string): Value[] | null {
  const writes = program.prototypeWrites.get(name) ?? []
  if (writes.length === 0 && name === '$store' && program.stores.length > 0) return program.stores
  if (writes.length === 0) {
    const client = clientInjected(name)
    return client && [ownClient(client.name)]
  }
  return distinct(flat(writes, (write) => fold(program, write.value, null)))
}

/** `Vue.prototype.$u`, read where it is set up, and `vm.$u` of whatever is no object known here: components have it. */
export function sharedProperty(program: Program, object: Value, name: string): Value[] | null {
  if (object.k === 'unknown') return name.startsWith('$') ? globalProperty(program, name) : null
  const isVues =
    object.k === 'native'
      ? object.path === 'Vue.prototype'
      : object.k === 'package' && object.name === 'vue' && /^(?:default\.)?prototype$/.test(object.path)
  return isVues ? globalProperty(program, name) : null
}
