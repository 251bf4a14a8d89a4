/** Members of instances made by a class or a constructor. */

import { flat } from '../flat.js'
import { callAt, givenBy } from '../frameworks/index.js'
import type { ClassExpr, Fn } from '../ir/types.js'
import { clientOf, inheritedMember } from './clients.js'
import { appAbove } from './components.js'
import { enter, leave } from './cycles.js'
import { callFunction, fold, memberOf, written } from './folding.js'
import { propertiesOf } from './given.js'
import { classOf, inHeirs } from './heirs.js'
import type { Program } from './program.js'
import { asState } from './state.js'
import { noteIfMissing } from './surely.js'
import { type Arg, distinct, isMissing, MISSING, newEnv, softened, unknown, type Value } from './values.js'

type Made = Extract<Value, { k: 'instance' | 'prototype' }>
type Instance = Extract<Value, { k: 'instance' }>

/** A member of an instance: a field, a method, or what the constructor and others assign. */
export function instanceMember(program: Program, object: Made, name: string): Value[] {
  const instance: Instance =
    object.k === 'instance' ? object : { k: 'instance', of: object.of, args: null, env: null }
  const { of } = instance
  if (name === 'constructor' && 'k' in of) return classOf(program, { ...instance, of })
  const own = lookUp(program, instance, name, 0)
  // Which instance a method is called on is not known.
  const heirs = !instance.args && 'k' in instance.of ? inHeirs(program, instance.of, name) : []
  if (heirs.length > 0) return softened(program, distinct([...(own ?? []), ...heirs]))
  const found = own ?? besides(program, instance, name) ?? appAbove(program, name)
  return found ?? [instance.args ? MISSING : unknown('computed')]
}

/** A function that is never instantiated isn't a constructor: its `this` is the object it is a member of. */
function besides(program: Program, { of, args }: Instance, name: string): Value[] | null {
  if (args || 'k' in of || !of.putOn || !enter(program, of.putOn)) return null
  const found = flat(fold(program, of.putOn, null), (one) =>
    one.k === 'object' || one.k === 'function' ? memberOf(program, one, name) : [],
  )
  leave(program, of.putOn)
  const known = found.filter((value) => !isMissing(value) && value.k !== 'method')
  return known.length > 0 ? distinct(known) : null
}

function lookUp(program: Program, instance: Instance, name: string, depth: number): Value[] | null {
  if (depth > 8) return null
  const { of } = instance
  const member = 'k' in of ? of.members.get(name) : undefined
  const values = member ? fold(program, member, instance.env) : []
  values.push(...(written(program, instance, name) ?? []))
  // React's components, which merge into it what `setState` is given.
  if (name === 'state' && 'k' in of && of.parent) asState(values)
  const isOwn = !('k' in of) || member !== undefined || setsItself(program, of, name)
  if (values.length > 0) {
    const above = isOwn ? [] : (inherited(program, instance, of, name, depth) ?? [])
    if (member === undefined && above.length === 0) noteIfMissing(program, instance, name)
    return softened(program, distinct([...values, ...above]))
  }
  if (!('k' in of)) return null
  const props = name === 'props' && of.parent ? properties(program, of, instance) : null
  if (props) return [props]
  const section = of.parent ? inSections(program, of, instance, name) : []
  if (section.length > 0) return softened(program, distinct(section))
  for (const mixin of mixedInto(program, of, instance)) {
    const found = lookUp(program, mixin, name, depth + 1)
    if (found) return found
  }
  return inherited(program, instance, of, name, depth)
}

function inherited(
  program: Program,
  instance: Instance,
  of: ClassExpr,
  name: string,
  depth: number,
): Value[] | null {
  if (!of.parent) return null
  for (const parent of fold(program, of.parent, instance.env)) {
    const above = asParent(program, instance, of, parent)
    const found = above ? lookUp(program, above, name, depth + 1) : known(program, instance, of, parent, name)
    if (found) return found
  }
  return null
}

/** Its constructor replaces what the parent's has set; another method may not have been called yet. */
const setsItself = ({ writes }: Program, { constructor_ }: ClassExpr, name: string): boolean =>
  writes
    .get(name)
    ?.some(({ object, fn, guard }) => object.k === 'this' && fn === constructor_ && guard === null) ?? false

/** React: what elements give, or `static defaultProps = { base: '…' }`, `Card.defaultProps = { … }`. */
function properties(program: Program, of: ClassExpr, { env }: Instance): Value | null {
  const defaults = memberOf(program, { k: 'class', expr: of, env }, 'defaultProps')
  return propertiesOf(
    program,
    of,
    defaults.filter(({ k }) => k === 'object'),
  )
}

/** wepy 1: an instance has what the class's fields `data` and `computed` hold. */
function inSections(program: Program, { members }: ClassExpr, self: Instance, name: string): Value[] {
  const held = (section: string): Value[] => {
    const field = members.get(section)
    const objects = field ? fold(program, field, self.env).filter(({ k }) => k === 'object') : []
    return flat(objects, (one) => memberOf(program, one, name)).filter(
      (value) => !isMissing(value) && value.k !== 'method',
    )
  }
  const computed = flat(held('computed'), (one) =>
    one.k === 'function' ? callFunction(program, { ...one, self }, []) : [],
  )
  return [...asState(held('data')), ...computed]
}

/** wepy 1: `mixins = [RequestMixin]` of a page that is a class. */
function mixedInto(program: Program, { members }: ClassExpr, { env }: Instance): Instance[] {
  const field = members.get('mixins')
  return flat(field ? fold(program, field, env) : [], (list) =>
    flat(list.k === 'list' ? list.items.flat() : [], (one): Instance[] =>
      one.k === 'class' ? [{ k: 'instance', of: one.expr, args: null, env: one.env }] : [],
    ),
  )
}

function asParent(program: Program, instance: Instance, of: ClassExpr, parent: Value): Instance | null {
  if (parent.k === 'class') {
    const args = of.constructor_ ? superArgs(program, instance, of.constructor_) : instance.args
    return { k: 'instance', of: parent.expr, args, env: parent.env }
  }
  return parent.k === 'function' ? { k: 'instance', of: parent.fn, args: null, env: parent.env } : null
}

/** The first argument of the parent constructor: from this call, or else from any. */
function settingsOf(program: Program, instance: Instance, of: ClassExpr): Arg | null {
  if (of.constructor_) {
    const args = instance.args ? superArgs(program, instance, of.constructor_) : null
    const expr = superCall(of.constructor_)?.args[0]
    return args?.[0] ?? (expr ? { expr, env: null } : null)
  }
  if (instance.args) return instance.args[0] ?? null
  const values = flat(program.made.get(of) ?? [], ({ args: [first] }) =>
    first ? fold(program, first, null) : [],
  )
  return values.length > 0 ? { values: distinct(values) } : null
}

/** A member of a parent that is a library's or an engine's own. */
function known(
  program: Program,
  instance: Instance,
  of: ClassExpr,
  parent: Value,
  name: string,
): Value[] | null {
  const client = clientOf(program, parent)
  if (client) return inheritedMember(program, client, of, settingsOf(program, instance, of), name)
  const path = parent.k === 'native' ? givenBy(parent.path) : null
  return path !== null && callAt(`${path}.${name}`) ? [{ k: 'native', path: `${path}.${name}` }] : null
}

const superCall = (made: Fn) => made.module.calls.find((one) => one.fn === made && one.callee.k === 'super')

/** What a constructor passes to `super(…)`. */
function superArgs(program: Program, instance: Instance, made: Fn): Arg[] | null {
  if (!instance.args) return null
  const env = newEnv(made, instance.args, instance, instance.env)
  const call = superCall(made)
  return call && program.steps > 0 ? call.args.map((expr) => ({ expr, env })) : null
}
