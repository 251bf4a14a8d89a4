/** Reflection with `Object` and `Reflect`: reading a member, defining one, calling; and borrowed `call` and `apply`. */

import type { MemberExpression, Node, ObjectExpression } from '@babel/types'
import { getter } from './lower-functions.js'
import { bindPattern, keyOf } from './lower-patterns.js'
import { expression } from './lowering.js'
import { lookup, type State } from './scope.js'
import { type CallExpr, type Expr, UNDEFINED, UNKNOWN } from './types.js'

type CallNode = Extract<Node, { type: 'CallExpression' | 'OptionalCallExpression' | 'NewExpression' }>

const isName = (node: Node, name: string) => node.type === 'Identifier' && node.name === name

/** Null for a call that is none of these. */
export function reflected(state: State, node: CallNode): Expr | null {
  const { callee, arguments: given } = node
  if (isGlobalObject(callee))
    return { k: 'global', name: 'globalThis', module: state.module, pos: node.start ?? 0 }
  if (given.some(({ type }) => type === 'SpreadElement')) return null
  if (callee.type === 'MemberExpression' && !callee.computed) {
    if (isName(callee.property, 'call')) return borrowedCall(state, callee.object, given, node)
    const applied = isName(callee.property, 'apply') ? borrowedApply(state, callee.object, node) : null
    if (applied) return applied
    if (isName(callee.property, '__defineGetter__')) return definedGetter(state, callee.object, given)
  }
  const [object, key, third] = given
  if (!object || !key) return null
  switch (reflecting(state, callee)) {
    case 'Reflect.get':
      return memberOf(state, object, key, node)
    case 'Object.getOwnPropertyDescriptor':
    case 'Reflect.getOwnPropertyDescriptor':
      return descriptor(state, memberOf(state, object, key, node), node)
    case 'Reflect.apply': {
      if (!third) return null
      const args = [key, third].map((one) => expression(state, one))
      return callOf(state, { of: expression(state, object), name: 'apply' }, args, node)
    }
    case 'Reflect.construct': {
      const of = expression(state, object)
      return callOf(state, { of }, [{ k: 'spread', of: expression(state, key) }], node)
    }
    case 'Reflect.set':
      if (!third) return null
      put(state, object, key, expression(state, third))
      return UNKNOWN
    case 'Reflect.defineProperty':
    case 'Object.defineProperty':
      return third && defined(state, object, key, third) ? expression(state, object) : null
    case 'Object.defineProperties':
      return key.type === 'ObjectExpression' && allDefined(state, object, key)
        ? expression(state, object)
        : null
    default:
      return null
  }
}

/** `Reflect.get`, also by a name of its own: `const { get } = Reflect`. */
function reflecting(state: State, callee: Node): string {
  if (callee.type === 'Identifier') {
    const [only, ...others] = lookup(state.scope, callee.name)?.values ?? []
    const of = only?.value.k === 'member' && others.length === 0 ? only.value : null
    if (of?.object.k !== 'global' || !REFLECTS.has(of.object.name) || typeof of.name !== 'string') return ''
    return `${of.object.name}.${of.name}`
  }
  if (callee.type !== 'MemberExpression' || callee.computed) return ''
  const { object, property } = callee
  const isBuiltIn =
    object.type === 'Identifier' && REFLECTS.has(object.name) && !lookup(state.scope, object.name)
  return isBuiltIn && property.type === 'Identifier' ? `${object.name}.${property.name}` : ''
}

const REFLECTS: ReadonlySet<string> = new Set(['Object', 'Reflect'])

/** `o.__defineGetter__('api', () => wx)`. */
function definedGetter(state: State, object: Node, [key, made]: readonly Node[]): Expr | null {
  const got = key && made ? expression(state, made) : null
  if (!key || got?.k !== 'fn') return null
  put(state, object, key, getter(got))
  return UNDEFINED
}

/** `(function () { return this })()`. */
function isGlobalObject(callee: Node): boolean {
  if (callee.type !== 'FunctionExpression') return false
  const [only, ...others] = callee.body.body
  return only?.type === 'ReturnStatement' && only.argument?.type === 'ThisExpression' && others.length === 0
}

function memberOf(state: State, object: Node, key: Node, { start }: CallNode): Expr {
  const name = keyOf(state, key, true)
  return { k: 'member', object: expression(state, object), name, module: state.module, pos: start ?? 0 }
}

/** Its `value` is the member, which is all that calls go by. */
function descriptor({ module }: State, value: Expr, { start }: CallNode): Expr {
  const props = [{ key: 'value', value, pos: start ?? 0 }]
  return { k: 'obj', props, module, parent: null, slot: 0 }
}

function allDefined(state: State, object: Node, { properties }: ObjectExpression): boolean {
  const done = properties.map((one) => {
    if (one.type !== 'ObjectProperty' || one.computed || one.key.type !== 'Identifier') return false
    return defined(
      state,
      object,
      { ...one.key, type: 'StringLiteral', value: one.key.name } as Node,
      one.value,
    )
  })
  return done.length > 0 && done.every(Boolean)
}

/** `Function.prototype.call.call(f, self, …)`: wherever it is borrowed from, `f` is called. */
function borrowedCall(
  state: State,
  borrowed: Node,
  [called, ...others]: readonly Node[],
  node: CallNode,
): Expr | null {
  if (borrowed.type !== 'MemberExpression' || borrowed.computed) return null
  const name = ['call', 'apply', 'bind'].find((one) => isName(borrowed.property, one))
  if (!name || !called) return null
  const args = others.map((one) => expression(state, one))
  return callOf(state, { of: expression(state, called), name }, args, node)
}

/** `Function.prototype.call.apply(f, [self, …])` is `Function.prototype.call.call(f, self, …)`. */
function borrowedApply(state: State, borrowed: Node, node: CallNode): Expr | null {
  const [called, list] = node.arguments
  if (!called || list?.type !== 'ArrayExpression') return null
  const others = list.elements.flatMap((one) => (one && one.type !== 'SpreadElement' ? one : []))
  return others.length === list.elements.length
    ? borrowedCall(state, borrowed, [called, ...others], node)
    : null
}

interface Called {
  of: Expr
  /** Absent where it is constructed. */
  name?: string
}

function callOf(state: State, { of, name }: Called, args: Expr[], { start }: CallNode): Expr {
  const { module, fn, guard } = state
  const pos = start ?? 0
  const callee: Expr = name === undefined ? of : { k: 'member', object: of, name, module, pos }
  const result: CallExpr = { k: 'call', callee, args, isNew: name === undefined, module, fn, guard, pos }
  module.calls.push(result)
  return result
}

/** `Object.defineProperty(exports, 'name', { get: … })`: used by builds for exports, and elsewhere for members. */
function defined(state: State, object: Node, key: Node, descriptor: Node): boolean {
  if (descriptor.type !== 'ObjectExpression' || isMark(key)) return false
  let isDone = false
  for (const one of descriptor.properties) {
    if (one.type === 'SpreadElement' || one.computed) continue
    const value = one.type === 'ObjectMethod' ? { ...one, type: 'FunctionExpression' } : one.value
    const isGetter = isName(one.key, 'get')
    if (!isGetter && !isName(one.key, 'value')) continue
    const got = expression(state, value as Node)
    const read = isGetter ? (got.k === 'fn' ? getter(got) : null) : got
    if (read) put(state, object, key, read)
    isDone ||= read !== null
  }
  return isDone
}

/** The marker that builds put on former ES modules. */
const isMark = (key: Node) => key.type === 'StringLiteral' && key.value === '__esModule'

function put(state: State, object: Node, property: Node, value: Expr): void {
  const { start, end, loc } = object
  const target = {
    type: 'MemberExpression',
    object,
    property,
    computed: true,
    optional: null,
    start,
    end,
    loc,
  }
  bindPattern(state, target as MemberExpression, value, 'assignment')
}
