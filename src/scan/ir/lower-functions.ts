/** Functions and classes. */

import type { Node } from '@babel/types'
import { trimmed } from './appended.js'
import { newFn } from './fresh.js'
import { noteIterator } from './iterators.js'
import { noteMember } from './language.js'
import { decorates, memberOf } from './lower-decorators.js'
import { wrappedMethod } from './lower-defined.js'
import { bindPattern, keyOf } from './lower-patterns.js'
import { block, expression } from './lowering.js'
import { emptyModule } from './module.js'
import { mergedOf, roleOf } from './roles.js'
import { assign, declare, hoistVars, inner, patternNames, type State } from './scope.js'
import { type Binding, type ClassExpr, type Expr, type Fn, UNKNOWN } from './types.js'
import { handOn } from './walk-children.js'
import { enterBundled, noteOwnLoader } from './webpack.js'

type FunctionNode = Extract<
  Node,
  {
    type:
      | 'FunctionDeclaration'
      | 'FunctionExpression'
      | 'ArrowFunctionExpression'
      | 'ObjectMethod'
      | 'ClassMethod'
      | 'ClassPrivateMethod'
  }
>

const ofThemselves = new WeakSet<Fn>()

/** Does a function use its own name, and so may call itself? */
export const namesItself = (fn: Fn): boolean => ofThemselves.has(fn)

/** A function; `owner` is the object or class it is a method of. */
export function functionExpression(
  state: State,
  node: FunctionNode,
  owner: Fn['owner'] = null,
): Extract<Expr, { k: 'fn' }> {
  const arrow = node.type === 'ArrowFunctionExpression'
  const fn = newFn(state.module, state.fn, owner, arrow, node.start ?? 0)
  if (state.module.inner || state.module.asking) fn.end = node.end ?? 0
  if (node.type !== 'ArrowFunctionExpression' && node.generator) fn.yields = []
  const result = { k: 'fn', fn } as const
  const around = inner(state)
  const own = node.type === 'FunctionExpression' && node.id ? declare(around, node.id.name, true) : null
  if (own) assign(around, own, result)
  const inside = inner(around, { fn, loop: 0, guard: null })
  parameters(inside, fn, node)
  enterBundled(fn, node, (name) => emptyModule(name, 0))
  body(inside, fn, node)
  if (own?.used) ofThemselves.add(fn)
  const role = roleOf(node)
  if (role) fn.role = role
  if (role === 'merges') fn.returns = [{ value: mergedOf(fn), guard: null }]
  noteIterator(fn, node)
  noteOwnLoader(fn, node)
  return result
}

function parameters(state: State, fn: Fn, node: FunctionNode): void {
  const params: Binding[] = []
  node.params.forEach((param, index) => {
    for (const name of patternNames(param)) declare(state, name)
    const rest = param.type === 'RestElement'
    const value: Expr = { k: 'param', fn, index, rest, name: parameterName(param), pos: param.start ?? 0 }
    bindPattern(state, rest ? param.argument : param, value, 'let')
    const binding = rest ? undefined : state.scope.names.get(parameterName(param))
    if (binding) {
      params[index] = binding
      fn.params = params
    }
    if (param.type === 'TSParameterProperty' && binding) {
      // The variable, which has the default too.
      const given: Expr = { k: 'ref', binding, from: 0, to: binding.values.length }
      state.module.writes.push({
        object: { k: 'this', fn },
        name: binding.name,
        value: given,
        fn,
        guard: null,
      })
    }
  })
  if (params.length > 0) fn.params = trimmed(params)
}

/** Empty if it is destructured immediately: its members have names. */
function parameterName(node: Node): string {
  switch (node.type) {
    case 'Identifier':
      return node.name
    case 'AssignmentPattern':
      return parameterName(node.left)
    case 'RestElement':
      return parameterName(node.argument)
    case 'TSParameterProperty':
      return parameterName(node.parameter)
    default:
      return ''
  }
}

function body(state: State, fn: Fn, node: FunctionNode): void {
  if (node.body.type !== 'BlockStatement') {
    fn.returns = [{ value: expression(state, node.body), guard: null }]
    return
  }
  const inside = inner(state)
  hoistVars(inside, node.body.body)
  for (const name of inside.scope.names.keys())
    if (state.scope.names.has(name)) inside.scope.names.delete(name)
  block(inside, node.body.body)
}

type ClassNode = Extract<Node, { type: 'ClassDeclaration' | 'ClassExpression' }>

export function classExpression(state: State, node: ClassNode): ClassExpr {
  const result: ClassExpr = {
    k: 'class',
    parent: node.superClass ? expression(state, node.superClass) : null,
    constructor_: null,
    members: new Map(),
    statics: new Map(),
    slot: 0,
  }
  if (result.parent) state.module.derived.push(result)
  if (node.decorators && node.decorators.length > 0) handOn(state, result)
  decorates(state, node, [result])
  const inside = inner(state)
  if (node.id) assign(inside, declare(inside, node.id.name, true), result)
  for (const member of node.body.body) classMember(inside, result, member)
  return result
}

function classMember(state: State, owner: ClassExpr, node: Node): void {
  if (node.type === 'ClassMethod' || node.type === 'ClassPrivateMethod') {
    for (const param of node.params) decorates(state, param, [owner])
    const method = functionExpression(state, node, ownerOf(owner, node))
    if (node.kind === 'constructor') owner.constructor_ = method.fn
    else if (node.kind === 'set') setter(state, nameOf(state, node), method)
    else place(state, owner, node, node.kind === 'get' ? getter(method) : method)
  } else if (
    node.type === 'ClassProperty' ||
    node.type === 'ClassPrivateProperty' ||
    node.type === 'ClassAccessorProperty'
  ) {
    if (!node.value) {
      decorates(state, node, memberOf(state, owner, nameOf(state, node), null))
      return
    }
    const value = field(state, ownerOf(owner, node), node.value)
    if (owner.parent && 'name' in node.key && SECTIONS.has(String(node.key.name))) ownedBy(owner, value)
    place(state, owner, node, value)
  } else if (node.type === 'StaticBlock') {
    const fn = newFn(state.module, state.fn, { k: 'static', of: owner }, false, node.start ?? 0)
    block(inner(state, { fn, loop: 0, guard: null }), node.body)
  }
}

/** wepy 1: functions in these fields have the page as their `this`. */
const SECTIONS: ReadonlySet<string> = new Set(['methods', 'events', 'watch', 'computed'])

function ownedBy(owner: ClassExpr, section: Expr): void {
  if (section.k !== 'obj') return
  for (const { value } of section.props)
    if (value.k === 'fn' && value.fn.owner === section) value.fn.owner = owner
}

/** In static members `this` is the class. */
function ownerOf(owner: ClassExpr, node: { static?: boolean | null }): Fn['owner'] {
  return node.static ? { k: 'static', of: owner } : owner
}

type Named = { key: Node; computed?: boolean | null }

const nameOf = (state: State, { key, computed }: Named): string | Expr => keyOf(state, key, computed ?? false)

function place(
  state: State,
  owner: ClassExpr,
  node: Named & { static?: boolean | null; decorators?: Node[] | null },
  value: Expr,
): void {
  const name = nameOf(state, node)
  decorates(state, node, memberOf(state, owner, name, value))
  if (typeof name === 'string') noteMember(state.module, name)
  if (!node.static) wrappedMethod(value, owner)
  if (typeof name === 'string') (node.static ? owner.statics : owner.members).set(name, value)
  if (typeof name !== 'string' || (node.decorators?.length ?? 0) > 0) handOn(state, value)
}

/** A field's initialiser runs with the instance as `this`, so it becomes a function of its own. */
function field(state: State, owner: Fn['owner'], node: Node): Expr {
  const fn = newFn(state.module, state.fn, owner, false, node.start ?? 0)
  return expression(inner(state, { fn, loop: 0, guard: null }), node)
}

/** Reading a getter calls it. */
export function getter(method: Extract<Expr, { k: 'fn' }>): Expr {
  const { fn } = method
  return {
    k: 'call',
    callee: method,
    args: [],
    isNew: false,
    module: fn.module,
    fn: null,
    guard: null,
    pos: fn.pos,
  }
}

/** Assigning to a member calls its setter: the setter is no value of the member, and what it is given is whatever is assigned. */
export function setter(state: State, key: string | Expr, { fn }: Extract<Expr, { k: 'fn' }>): void {
  handOn(state, { k: 'fn', fn })
  fn.sets = true
  if (typeof key === 'string') fn.folds = [{ k: 'member', object: { k: 'this', fn }, name: key }]
}

/** Builds run `async` functions as generators: a yielded value comes back once it is settled. */
export function yielded(state: State, node: Extract<Node, { type: 'YieldExpression' }>): Expr {
  if (!node.argument) return UNKNOWN
  const value = expression(state, node.argument)
  handOn(state, value)
  state.fn?.yields?.push({ spread: node.delegate === true, value })
  return { k: 'await', value }
}
