/** What `this` has in the options of a page, a component or a Vue component. */
import { clientInjected } from '../frameworks/index.js'
import { ownClient } from './clients.js'
import { fold } from './fold.js'
import { callFunction } from './invoke.js'
import type { ObjExpr } from './ir.js'
import { memberOf } from './members.js'
import type { Program } from './program.js'
import { distinct, isMissing, unknown, type Value } from './values.js'

/** Sections of a component's options whose functions have the component as `this`. */
const SECTIONS = new Set([
  'methods',
  'computed',
  'watch',
  'lifetimes',
  'pageLifetimes',
  'observers',
  'filters',
])
const MARKS = new Set([
  'methods',
  'data',
  'computed',
  'props',
  'properties',
  'lifetimes',
  'onLoad',
  'onLaunch',
  'globalData',
  'state',
  'created',
  'mounted',
])

/** The options object a section belongs to; the object itself when it is none. */
export function rootObject(expr: ObjExpr): ObjExpr {
  let at = expr
  while (at.parent && SECTIONS.has(at.parent.key)) at = at.parent.object
  return at
}

function hasMarks(expr: ObjExpr): boolean {
  return expr.props.some(({ key }) => typeof key === 'string' && MARKS.has(key))
}

/** Is the object the options of a page, a component or an app, or a part of them? */
export function isComponent(expr: ObjExpr): boolean {
  for (let at: ObjExpr | undefined = expr; at; at = at.parent?.object) if (hasMarks(at)) return true
  return false
}

/** A member of the component, by its sections; null when the object is no component or has none of that name. */
export function componentMember(
  program: Program,
  object: Extract<Value, { k: 'object' }>,
  name: string,
): Value[] | null {
  const root = rootObject(object.expr)
  if (!hasMarks(root) || program.joining.has(root)) return null
  program.joining.add(root)
  const found = inSections(program, object, root, name)
  program.joining.delete(root)
  return found ?? globalProperty(program, name)
}

function inSections(
  program: Program,
  object: Extract<Value, { k: 'object' }>,
  root: ObjExpr,
  name: string,
): Value[] | null {
  const { env } = object
  for (const { key, value } of root.props) {
    if (typeof key !== 'string') continue
    if (key === name && object.expr !== root) return fold(program, value, env)
    const found = fold(program, value, env).flatMap((section) =>
      inSection(program, key, section, object, name),
    )
    if (found.length > 0) return distinct(found)
  }
  return null
}

function inSection(program: Program, key: string, section: Value, self: Value, name: string): Value[] {
  if (key === 'methods' && section.k === 'object' && self.k === 'object' && section.expr !== self.expr) {
    return present(memberOf(program, section, name)).map((value) =>
      value.k === 'function' ? { ...value, self } : value,
    )
  }
  if (key === 'computed')
    return present(memberOf(program, section, name)).flatMap((value) => read(program, value, self))
  if (key === 'data')
    return dataOf(program, section, self).flatMap((data) => present(memberOf(program, data, name)))
  if (key === 'props' || key === 'properties') {
    return present(memberOf(program, section, name)).flatMap((value) => [
      ...present(value.k === 'object' ? memberOf(program, value, 'default') : []),
      unknown('parameter'),
    ])
  }
  return []
}

function present(values: Value[]): Value[] {
  return values.filter((value) => !isMissing(value) && !(value.k === 'method'))
}

function read(program: Program, value: Value, self: Value): Value[] {
  return value.k === 'function' ? callFunction(program, { ...value, self }, []) : [value]
}

function dataOf(program: Program, section: Value, self: Value): Value[] {
  return section.k === 'function' ? callFunction(program, { ...section, self }, []) : [section]
}

/** `Vue.prototype.$base = …` and `app.config.globalProperties.$base = …`: every component has it. */
function globalProperty(program: Program, name: string): Value[] | null {
  const writes = (program.writes.get(name) ?? []).filter(
    ({ object }) =>
      object.k === 'member' && (object.name === 'prototype' || object.name === 'globalProperties'),
  )
  if (writes.length === 0) {
    const client = clientInjected(name)
    return client && [ownClient(client.name)]
  }
  return distinct(writes.flatMap((write) => fold(program, write.value, null)))
}
