/** Destructuring, parameters and assignments: which variable or member gets which value. */

import type { Node } from '@babel/types'
import { isSetter } from '../frameworks/index.js'
import { word } from '../words.js'
import { sometimes } from './branches.js'
import { exportsBy, isExports } from './common-js.js'
import { newBinding } from './fresh.js'
import { wrappedOwn } from './lower-defined.js'
import { assignsItem } from './lower-lists.js'
import { givesPrototype, inheritsFrom, ownMethod } from './lower-prototypes.js'
import { expression } from './lowering.js'
import { assign, type declare, lookup, momentOf, refer, type State, seenHere } from './scope.js'
import { isSymbol } from './symbols.js'
import { type Binding, type Expr, type MemberWrite, type ObjExpr, type Property, UNKNOWN } from './types.js'

export type How = 'assignment' | 'let' | 'const' | 'var' | 'using' | 'await using'

/** Assigns a value to every name in a pattern. */
export function bindPattern(state: State, pattern: Node, value: Expr, how: How): void {
  switch (pattern.type) {
    case 'Identifier': {
      const binding = lookup(state.scope, pattern.name)
      if (binding) assign(state, binding, value, pattern.start)
      else if (how !== 'assignment') assign(state, declareHere(state, pattern.name), value)
      else if (!isExports(state, pattern))
        state.module.writes.push(write(state, { k: 'global', name: 'globalThis' }, pattern.name, value))
      return
    }
    case 'ObjectPattern':
      for (const one of pattern.properties) {
        if (one.type === 'RestElement') bindPattern(state, one.argument, restOf(pattern, value), how)
        else bindPattern(state, one.value, member(state, value, one.key, one.computed), how)
      }
      return
    case 'ArrayPattern':
      pattern.elements.forEach((one, index) => {
        if (!one) return
        const rest = one.type === 'RestElement'
        const item: Expr = rest ? UNKNOWN : { k: 'member', object: value, name: String(index) }
        bindPattern(state, rest ? one.argument : one, item, how)
      })
      return
    case 'AssignmentPattern': {
      const otherwise = expression(sometimes(state), pattern.right)
      bindPattern(state, pattern.left, { k: 'default', value, otherwise }, how)
      return
    }
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      assignMember(state, pattern, value)
      return
    case 'TSParameterProperty':
      bindPattern(state, pattern.parameter, value, how)
      return
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'ParenthesizedExpression':
      bindPattern(state, pattern.expression, value, how)
      return
    default:
  }
}

/** A copy without the properties the pattern has already taken: `{ url, ...options }`. */
function restOf({ properties }: Extract<Node, { type: 'ObjectPattern' }>, value: Expr): Expr {
  const taken = properties.flatMap((one) => {
    const key = one.type === 'RestElement' || one.computed ? null : one.key
    return key?.type === 'Identifier' ? key.name : key?.type === 'StringLiteral' ? key.value : []
  })
  const props = [{ key: null, value, pos: 0 }]
  return { k: 'obj', props, module: null, parent: null, slot: 0, without: new Set(taken) }
}

function declareHere(state: State, name: string): ReturnType<typeof declare> {
  const { fn, loop } = state
  const binding = newBinding(name, fn, loop, false)
  state.scope.names.set(name, binding)
  return binding
}

function member(state: State, object: Expr, key: Node, computed: boolean): Expr {
  const name = keyOf(state, key, computed)
  return { k: 'member', object, name, module: state.module, pos: key.start ?? 0 }
}

/** A key's name, or the expression that computes it. */
export function keyOf(state: State, key: Node, computed: boolean): string | Expr {
  if (!computed && key.type === 'Identifier') return word(key.name)
  if (key.type === 'PrivateName') return word(`#${key.id.name}`)
  if (key.type === 'StringLiteral') return word(key.value)
  if (key.type === 'NumericLiteral') return String(key.value)
  return symbolNamed(state, key) ?? wholeName(expression(state, key))
}

/** `['se' + 'nd']` is a name, too. */
function wholeName(key: Expr): string | Expr {
  if (key.k !== 'cat') return key
  const texts = key.parts.map((one) => (one.k === 'text' ? one.text : null))
  return texts.includes(null) ? key : word(texts.join(''))
}

/** `const base = Symbol('base')` stands for one name that nothing else has, as a text that no script writes. */
function symbolNamed(state: State, key: Node): string | null {
  const binding = key.type === 'Identifier' ? lookup(state.scope, key.name) : null
  const [first, ...more] = binding?.values ?? []
  return first?.value.k === 'text' && more.length === 0 && isSymbol(first.value.text)
    ? first.value.text
    : null
}

function write(state: State, object: Expr, name: string, value: Expr): MemberWrite {
  const { fn, guard } = state
  return fn ? { object, name, value, fn, guard } : { object, name, value, fn, guard, at: momentOf(state) }
}

type Member = Extract<Node, { type: 'MemberExpression' | 'OptionalMemberExpression' }>

/** Some assignments make a request: `audio.src = url`. They are calls of a member with that name and a `=`. */
function setterCall(state: State, object: Expr, name: string, value: Expr, pos: number): void {
  const { module, fn, guard } = state
  const callee: Expr = { k: 'member', object, name: `${name}=` }
  module.calls.push({ k: 'call', callee, args: [value], isNew: false, module, fn, guard, pos })
}

function assignMember(state: State, target: Member, value: Expr): void {
  const object = expression(state, target.object)
  const name = keyOf(state, target.property, target.computed)
  assignsItem(state, object, name, value)
  if (typeof name !== 'string') {
    const { fn, guard, module } = state
    module.looseWrites.push({ object, key: name, value, fn, guard })
    ownMethod(object, value)
    return
  }
  if (exportsBy(state, target, name, value)) return
  state.module.writes.push(write(state, object, name, value))
  if (isSetter(name)) setterCall(state, object, name, value, target.start ?? 0)
  ownMethod(object, value)
  wrappedOwn(object, value)
  if (name === 'prototype') givesPrototype(state, object, value)
  if (name === '__proto__') inheritsFrom(state, object, value)
  renewLocal(state, target.object, name, value)
}

/** Within a function, `o.url = x` creates a new value of `o`, visible to the code that follows. */
function renewLocal(state: State, object: Node, name: string, value: Expr): void {
  const binding = ownLocal(state, object)
  if (binding) renew(state, binding, object.start ?? 0, [{ key: name, value, pos: object.start ?? 0 }])
}

/** The variable that a node refers to, in this function or (`around`) an enclosing one. */
function ownLocal(state: State, node: Node, around = true): Binding | null {
  if (node.type !== 'Identifier' || !state.fn) return null
  const binding = lookup(state.scope, node.name)
  if (!binding?.fn || binding.hoisted) return null
  if (binding.fn === state.fn) return binding
  return around ? seenHere(state, binding) : null
}

function renew(
  state: State,
  binding: Binding,
  pos: number,
  props: Property[],
  after?: ObjExpr['after'],
): void {
  const spread: Property = { key: null, value: refer(state, binding), pos }
  const { module } = state
  const made: ObjExpr = { k: 'obj', props: [spread, ...props], module, parent: null, slot: 0, renews: true }
  assign(state, binding, after ? { ...made, after } : made)
}

/** A variable that is passed to many functions is not an options object. */
const MAX_RENEWALS = 12

/** Functions called in a statement may change their arguments: `complete(options)`, `Object.assign(options, more)`. */
export function renewArguments(state: State, node: Node, call: Expr): void {
  if (node.type !== 'CallExpression' || call.k !== 'call' || call.callee.k === 'global') return
  const { callee } = call
  const isAssign = callee.k === 'member' && callee.name === 'assign' && callee.object.k === 'global'
  if (callee.k === 'member' && callee.object.k === 'global' && !isAssign) return
  node.arguments.slice(0, isAssign ? 1 : 3).forEach((arg, index) => {
    const binding = ownLocal(state, arg, isAssign)
    if (!binding || binding.values.length === 0 || binding.values.length > MAX_RENEWALS) return
    const pos = arg.start ?? 0
    if (!isAssign) renew(state, binding, pos, [], { call, index })
    else
      renew(
        state,
        binding,
        pos,
        call.args.slice(1).map((value) => ({ key: null, value, pos })),
      )
  })
}

/** The value that `+=` and the like assign. */
export function compound(operator: string, before: Expr, right: Expr): Expr {
  if (operator === '+=') return { k: 'cat', parts: [before, right] }
  if (operator === '||=') return { k: 'either', op: '||', left: before, right }
  if (operator === '??=') return { k: 'either', op: '??', left: before, right }
  return operator === '&&=' ? { k: 'either', op: '&&', left: before, right } : UNKNOWN
}
