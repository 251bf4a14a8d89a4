/** Members: what `object.name` can be, by its own properties, its class, and every assignment to it. */

import { flat } from '../flat.js'
import { callAt, isPlatform, memberPath } from '../frameworks/index.js'
import type { Expr, Property } from '../ir/types.js'
import { givesDefault } from '../ir/webpack.js'
import { setUp } from './bases.js'
import { begun } from './begun.js'
import { tellsBuild } from './builds.js'
import { clientMember, clientOf } from './clients.js'
import { componentMember, instanceProperty, sharedProperty } from './components.js'
import { isNoReport, isOfPhone } from './constants.js'
import { whileReading } from './cycles.js'
import { dataOfDeclared, declaredBeside, declaredMember } from './declared.js'
import { changedBy } from './effects.js'
import { callFunction, fold, written } from './folding.js'
import { grownMember } from './grown.js'
import { instanceMember } from './instances.js'
import { isCoreMember } from './language.js'
import { itemsOf, listMember } from './lists.js'
import { once } from './memo.js'
import { namespaceMember } from './modules.js'
import { memberOfUnknown } from './origins.js'
import { isTooDeep, type Program } from './program.js'
import { propertiesFor } from './properties.js'
import { handledBy } from './proxies.js'
import { isComponent, rootObject } from './sections.js'
import { isSettled } from './settled.js'
import { answered, definedGlobal } from './steered.js'
import { isReplaced } from './straight.js'
import { noteIfMissing } from './surely.js'
import { takenMember } from './takers.js'
import { textMember } from './texts.js'
import {
  distinct,
  type Env,
  isKey,
  isMissing,
  MISSING,
  softened,
  truthOfOne,
  unknown,
  type Value,
} from './values.js'
import { viewMember } from './views.js'
import { spreadMember, spreadOver, withoutSelf } from './walks.js'

/** Every value of a member; `undefined` if there is certainly none with that name. */
export function memberOf(program: Program, object: Value, name: string): Value[] {
  if (program.steps <= 0 || isTooDeep(program)) return [unknown('limit')]
  program.steps--
  program.depth++
  const values = grownMember(program, object, name, sharedMember(program, object, name))
  program.depth--
  if (isChangeable(object, values)) program.changeable++
  return withSelf(object, begun(program, object, values))
}

/** With what objects that took over a method have in the place of a member that the method reads. */
function sharedMember(program: Program, object: Value, name: string): Value[] {
  const own = plainMember(program, object, name)
  if (object.k !== 'object' || !object.shared || own.every(isMissing)) return own
  const others = takenMember(program, object, name)
  return others ? distinct([...own, ...others]) : own
}

/** Ways to call a function, or to hand it on, besides its name. */
const CALLS = new Set(['call', 'apply', 'bind'])

/** The constructor of every function. */
const FUNCTION: Value = { k: 'native', path: 'Function' }

const OF_FUNCTIONS = new Set([...CALLS, 'name', 'length', 'toString', 'then', 'catch', 'finally', 'getState'])

/** What a module has alone: `(isTest && require('./test')).default`. */
const isOfModules = (name: string): boolean => name === 'default' || name === '__esModule'

/** A member that nobody wrote; what else is known once all writes are. */
function ofFunction({ isIndexed }: Program, of: Value, name: string): Value {
  if (name === 'constructor') return FUNCTION
  return isOfModules(name) || (isIndexed && !OF_FUNCTIONS.has(name)) ? MISSING : { k: 'method', of, name }
}

function plainMember(program: Program, object: Value, name: string): Value[] {
  const client = clientOf(program, object)
  if (client) return clientMember(program, client, name)
  const everywhere = sharedProperty(program, object, name)
  if (everywhere) return everywhere
  switch (object.k) {
    case 'unknown':
      return [answered(program.steered, memberOfUnknown(object, name))]
    case 'text':
      return textMember(object, name)
    case 'object':
      return once(program, object.expr, object.env, name, () => objectMember(program, object, name))
    case 'list':
      return listMember(object, name)
    case 'class':
      return staticMember(program, object, name)
    case 'instance':
    case 'prototype':
      return instanceMember(program, object, name)
    case 'namespace':
      return namespaceMember(program, object.module, name)
    case 'native':
      return nativeValue(program, object.path, name)
    case 'package': {
      const path = object.path ? `${object.path}.${name}` : name
      const member = memberOfUnknown({ ...object, path }, name)
      return written(program, object, name) ?? [answered(program.steered, member)]
    }
    case 'settings':
      return written(program, object, name) ?? setUp(program, object.of, name) ?? [unknown('computed')]
    case 'method':
      if (object.of.k === 'client' && CALLS.has(name)) return [{ k: 'method', of: object, name }]
      return [name === 'constructor' ? FUNCTION : unknown('computed')]
    case 'function':
      if (name === 'prototype') return [{ k: 'prototype', of: object.fn }]
      if (name === 'a' && givesDefault(object.fn)) return callFunction(program, object, [])
      return written(program, object, name) ?? [ofFunction(program, object, name)]
    case 'regex':
    case 'prim':
      return isMissing(object) || isOfModules(name) ? [MISSING] : [{ k: 'method', of: object, name }]
    default:
      return [unknown('computed')]
  }
}

/**
 * May the member have another value by the time it is tested? State of apps, pages and components does (`setData`,
 * stores); elsewhere what is empty or false may be filled by code that isn't followed, a text is a setting.
 */
function isChangeable(object: Value, values: Value[]): boolean {
  if (values.every((value) => value.k === 'function' || value.k === 'method') || tellsBuild(values))
    return false
  if (object.k === 'native')
    return object.path === 'getApp()' || values.some((one) => truthOfOne(one) === false)
  if (object.k === 'function') return true
  if (object.k === 'object' && isComponent(object.expr)) return !values.every(isSettled)
  const isSetting = (value: Value) => value.k === 'text' && (value.text !== '' || value.hole !== null)
  if (object.k === 'instance' || object.k === 'class') return !values.every(isSetting)
  return object.k === 'object' && values.some((value) => !isMissing(value) && truthOfOne(value) === false)
}

/** A function read from an object has that object as its `this`. */
function withSelf(object: Value, values: Value[]): Value[] {
  if (!values.some((value) => value.k === 'function' && !value.self)) return values
  return values.map((value) => (value.k === 'function' && !value.self ? { ...value, self: object } : value))
}

function nativeValue(program: Program, path: string, name: string): Value[] {
  if (path === 'getApp()') return appMember(program, name)
  if (path === 'getCurrentInstance()') return instanceProperty(program, name)
  const full = memberPath(path, name)
  const constant = definedGlobal(program.steered, full) ?? program.constants.get(full)
  if (constant) return constant
  if (isNoReport(full)) return [MISSING]
  if (isOfPhone(full)) return [unknown('server-data')]
  const own: Value = program.libraryGlobals.get(full) ?? { k: 'native', path: full }
  const values = (written(program, { k: 'native', path }, name) ?? []).filter(({ k }) => k !== 'unknown')
  // A possible write by a script never removes the platform's own API.
  const isKept = values.length === 0 || callAt(full) || isPlatform(full) || clientOf(program, own)
  return isKept ? [own, ...values.filter((value) => !isMissing(value))] : values
}

function appMember(program: Program, name: string): Value[] {
  const own = flat(program.apps, (app) => memberOf(program, app, name)).filter((value) => !isMissing(value))
  const more = written(program, { k: 'native', path: 'getApp()' }, name) ?? []
  return own.length + more.length > 0 ? distinct([...own, ...more]) : [unknown('computed')]
}

function staticMember(program: Program, object: Extract<Value, { k: 'class' }>, name: string): Value[] {
  if (name === 'prototype') return [{ k: 'prototype', of: object.expr }]
  const own = object.expr.statics.get(name)
  const given = own && !isReplaced(program, object, name) ? fold(program, own, object.env) : []
  const values = [...given, ...(written(program, object, name) ?? [])]
  if (given.length === 0 && values.length > 0) noteIfMissing(program, object, name)
  if (values.length > 0) return softened(program, distinct(values))
  if (!object.expr.parent) return [MISSING]
  return flat(fold(program, object.expr.parent, object.env), (parent) => memberOf(program, parent, name))
}

type ObjectValue = Extract<Value, { k: 'object' }>

function objectMember(program: Program, object: ObjectValue, name: string): Value[] {
  if (isCoreMember(program, object.expr, name)) return [{ k: 'native', path: name }]
  const own = isReplaced(program, object, name) ? [] : ownMember(program, object, name)
  const more = written(program, object, name) ?? []
  const found = [...own, ...more]
  if (own.length === 0 && more.length > 0 && !isComponent(object.expr)) noteIfMissing(program, object, name)
  const isTold = (value: Value) => !isMissing(value) && value.k !== 'unknown'
  if (own.some(isTold)) return softened(program, distinct(found))
  // Spreads in a component (`...mapActions([…])`) rarely define what every component has; assignments count.
  const known = found.length > 0 ? (componentMember(program, object, name)?.filter(isTold) ?? []) : []
  if (known.length > 0 || found.some(isTold))
    return softened(program, distinct([...known, ...(known.length > 0 ? more : found)]))
  if (found.some((value) => !isMissing(value))) return softened(program, distinct(found))
  for (const { target, source } of program.copies) {
    if (target.k === 'object' && target.expr === object.expr) return memberOf(program, source, name)
  }
  const around = componentMember(program, object, name) ?? takenMember(program, object, name)
  const beside = around
    ? []
    : name === 'data'
      ? dataOfDeclared(object)
      : declaredBeside(program, object, name)
  if (beside.length > 0) return beside
  return around ?? (found.length > 0 ? found.slice(0, 1) : [MISSING])
}

/** The last property with that name wins; a spread may or may not define it. */
function ownMember(program: Program, { expr, env }: ObjectValue, name: string): Value[] {
  if (expr.without?.has(name)) return []
  const shown = viewMember(program, { expr, env }, name)
  if (shown.length > 0) return shown
  const told = declaredMember(program, { k: 'object', expr, env }, name)
  if (told.length > 0) return told
  const handled = handledBy(program, expr, env, name)
  if (handled.length > 0) return handled
  const changed = expr.after ? changedBy(program, expr.after, env, name) : []
  if (changed.length > 0) return changed
  const maybe: Value[] = []
  const props = propertiesFor(expr, name)
  for (let at = props.length - 1; at >= 0; at--) {
    const property = props[at]
    if (!property) continue
    const { key, value } = property
    const worked = expr.renews ? renewedBy : fold
    if (key === name) return [...maybe, ...worked(program, value, env)]
    if (typeof key === 'string') continue
    if (key === null) {
      const { changeable, emptied } = program
      const values = spreadValues(program, property, env, name)
      // `...(isTrial && { base })`: perhaps nothing is spread.
      const isSure = program.changeable === changeable && program.emptied === emptied
      // A function that is never called receives nothing.
      const given = values.filter((one) => !isMissing(one) && !(one.k === 'unknown' && one.hole.never))
      const isOver =
        given.some(({ k }) => k === 'unknown') && props.slice(0, at).some((one) => one.key === name)
      maybe.push(...(isOver ? given.map(spreadOver) : given))
      const isKnown = given.length > 0 && given.every((one) => one.k !== 'unknown')
      if (isSure && isKnown && given.length === values.length) return maybe
    } else if (hasKey(program, key, env, name)) {
      maybe.push(...fold(program, value, env))
      // Under a name that isn't known it may as well be another member.
      program.changeable++
    }
  }
  if (maybe.length > 0) program.emptied++
  return maybe
}

/** `config.url = base + config.url`: while that is worked out, the variable has what it had before. */
const renewedBy = (program: Program, value: Expr, env: Env | null): Value[] =>
  whileReading(program, { of: value, env, name: '=' }, () => fold(program, value, env))

/** A spread's value for that name. `this.config = { ...this.config, … }` spreads itself, which adds nothing. */
function spreadValues(program: Program, { value }: Property, env: Env | null, name: string): Value[] {
  return whileReading(program, { of: value, env, name }, () =>
    flat(fold(program, value, env), (one) =>
      givenOn(program, one, name).map((member) => withoutSelf(member, one)),
    ),
  )
}

/** What an object gives on that is spread: without what its methods find in those that took it over. */
function givenOn(program: Program, value: Value, name: string): Value[] {
  if (value.k !== 'object' || !program.takers?.has(rootObject(value.expr)))
    return spreadMember(program, value, name)
  const found = [...ownMember(program, value, name), ...(written(program, value, name) ?? [])]
  return found.length > 0 ? distinct(found) : [MISSING]
}

function hasKey(program: Program, key: Expr, env: Env | null, name: string): boolean {
  return fold(program, key, env).some((value) => isKey(value, name))
}

/** Every member of an object or array, for a key that can't be determined. */
export function membersOf(program: Program, value: Value): Value[] {
  if (program.steps <= 0 || isTooDeep(program)) return [unknown('limit')]
  program.steps--
  program.depth++
  const values = everyMember(program, value)
  program.depth--
  return values
}

function everyMember(program: Program, value: Value): Value[] {
  if (value.k === 'list') return itemsOf(value)
  if (value.k !== 'object') return [value.k === 'unknown' ? value : unknown('computed')]
  const values = flat(value.expr.props, (property) => {
    const folded = fold(program, property.value, value.env)
    return property.key === null ? flat(folded, (one) => membersOf(program, one)) : folded
  })
  return values.length > 0 ? distinct(values) : [unknown('computed')]
}
