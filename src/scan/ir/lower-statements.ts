/** Statements: what they assign, return and call, and under which condition. */

import type { Node } from '@babel/types'
import { word } from '../words.js'
import { appended } from './appended.js'
import { branchesOf, leaves, sometimes } from './branches.js'
import { inlined, returned } from './coroutines.js'
import { exportStatement, importEquals } from './lower-exports.js'
import { classExpression, functionExpression } from './lower-functions.js'
import { stateHook } from './lower-hooks.js'
import { namespace } from './lower-namespaces.js'
import { bindPattern, renewArguments } from './lower-patterns.js'
import { switchCases } from './lower-switch.js'
import { throws, tries } from './lower-throws.js'
import { trimming } from './lower-trims.js'
import { expression } from './lowering.js'
import { assign, beginning, declare, hoistBlock, inner, isAmbient, lookup, type State } from './scope.js'
import { type Expr, type Guard, type Property, UNDEFINED, UNKNOWN } from './types.js'
import { handOn, walkChildren } from './walk-children.js'

/** The statements of a block whose scope already exists. */
export function block(state: State, statements: readonly Node[]): void {
  hoistBlock(state, statements)
  let { guard } = state
  for (const node of statements) {
    statement({ ...state, guard }, node)
    guard = guardAfter(node, guard)
  }
}

/** After `if (test) return`, the test is known to be false. */
const branches = new WeakMap<Node, [Guard, Guard]>()
function guardAfter(node: Node, guard: Guard | null): Guard | null {
  const known = node.type === 'IfStatement' ? branches.get(node) : undefined
  if (!known || node.type !== 'IfStatement') return guard
  branches.delete(node)
  const [yes, no] = known
  if (leaves(node.consequent)) return no
  return node.alternate && leaves(node.alternate) ? yes : guard
}

export function statement(state: State, node: Node): void {
  const trims = trimming(node)
  if (trims) {
    for (const trim of trims) statement(state, trim)
    return
  }
  switch (node.type) {
    case 'ExpressionStatement':
      callStatement(state, node.expression)
      return
    case 'VariableDeclaration':
      if (!isAmbient(node)) variables(state, node)
      return
    case 'FunctionDeclaration':
      declareAs(state, node.id?.name, functionExpression(state, node))
      return
    case 'ClassDeclaration':
      if (!isAmbient(node)) declareAs(state, node.id?.name, classExpression(state, node))
      return
    case 'TSEnumDeclaration':
      declareAs(state, node.id.name, enumeration(state, node))
      return
    case 'TSModuleDeclaration':
      namespace(state, node)
      return
    case 'ReturnStatement':
      returns(state, node)
      return
    case 'BlockStatement':
      block(inner(state), node.body)
      return
    case 'IfStatement':
      conditional(state, node)
      return
    case 'ImportDeclaration':
      return
    case 'TSImportEqualsDeclaration':
      importEquals(state, node)
      return
    case 'ExportAllDeclaration':
    case 'ExportDefaultDeclaration':
    case 'ExportNamedDeclaration':
    case 'TSExportAssignment':
      exportStatement(state, node)
      return
    default:
      flow(state, node)
  }
}

function callStatement(state: State, node: Node): void {
  const value = expression(state, node)
  if (node.type === 'AwaitExpression' && value.k === 'await')
    renewArguments(state, node.argument, value.value)
  else renewArguments(state, node, value)
}

function flow(state: State, node: Node): void {
  const inPart = sometimes(state)
  switch (node.type) {
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      loop(inPart, node)
      return
    case 'SwitchStatement':
      switchCases(state, node)
      return
    case 'TryStatement':
      tries(state, node)
      return
    case 'ThrowStatement':
      throws(state, node)
      return
    case 'LabeledStatement':
      statement(inPart, node.body)
      return
    case 'WithStatement':
      if (node.body.type !== 'BlockStatement' || node.body.body.length > 0)
        state.module.unfollowed.push(node.start ?? 0)
      walkChildren(inPart, node)
      return
    default:
      walkChildren(state, node)
  }
}

function variables(state: State, node: Extract<Node, { type: 'VariableDeclaration' }>): void {
  for (const { id, init } of node.declarations) {
    if (init) {
      const read = () => stateHook(state, init, id) ?? expression(state, init)
      const isNew = id.type === 'Identifier' && node.kind !== 'var'
      bindPattern(state, id, isNew ? beginning(state, id.name, read) : read(), node.kind)
    } else if (id.type === 'Identifier') lookup(state.scope, id.name) ?? declare(state, id.name)
  }
}

function declareAs(state: State, name: string | undefined, value: Expr): void {
  if (name === undefined) return
  const binding = lookup(state.scope, name) ?? declare(state, name, true)
  assign(state, binding, value)
}

function enumeration(state: State, node: Extract<Node, { type: 'TSEnumDeclaration' }>): Expr {
  const props: Property[] = []
  let next = 0
  // Babel 7 gives the members twice, in `members` and, behind an option, in `body`.
  for (const member of node.members ?? []) {
    const key = member.id.type === 'Identifier' ? member.id.name : member.id.value
    const pos = member.start ?? 0
    const value: Expr = member.initializer
      ? expression(state, member.initializer)
      : { k: 'prim', value: next }
    props.push({ key, value, pos })
    if (value.k !== 'prim' || typeof value.value !== 'number') continue
    next = value.value + 1
    props.push({
      key: String(value.value),
      value: { k: 'text', text: word(key), module: state.module, pos },
      pos,
    })
  }
  return { k: 'obj', props, module: state.module, parent: null, slot: 0 }
}

function returns(state: State, node: Extract<Node, { type: 'ReturnStatement' }>): void {
  if (inlined(state, node.argument)) return
  const told = returned(state, node.argument)
  if (told === null || isRejection(node.argument)) return
  const value = told ?? (node.argument ? expression(state, node.argument) : UNDEFINED)
  if (state.fn) state.fn.returns = appended(state.fn.returns, { value, guard: state.guard })
}

/** `return Promise.reject(error)` gives no value to whoever waits for one, as `throw error` gives none. */
const isRejection = (node: Node | null | undefined): boolean =>
  node?.type === 'CallExpression' &&
  node.callee.type === 'MemberExpression' &&
  node.callee.object.type === 'Identifier' &&
  node.callee.object.name === 'Promise' &&
  node.callee.property.type === 'Identifier' &&
  node.callee.property.name === 'reject'

function conditional(state: State, node: Extract<Node, { type: 'IfStatement' }>): void {
  const test = expression(state, node.test)
  const leaving = [node.consequent, node.alternate].map((one) => one != null && leaves(one))
  const [yes, no] = branchesOf(test, state.guard, leaving)
  branches.set(node, [yes, no])
  statement({ ...state, guard: yes }, node.consequent)
  if (node.alternate) statement({ ...state, guard: no }, node.alternate)
}

type Loop = Extract<
  Node,
  { type: 'ForStatement' | 'ForInStatement' | 'ForOfStatement' | 'WhileStatement' | 'DoWhileStatement' }
>

function loop(state: State, node: Loop): void {
  const inside = inner(state)
  if (node.type === 'ForStatement') {
    if (node.init) statementOrExpression(inside, node.init)
    inside.loop++
    for (const part of [node.test, node.update]) if (part) expression(inside, part)
  } else if (node.type === 'ForInStatement' || node.type === 'ForOfStatement') {
    const of = expression(inside, node.right)
    const value: Expr = node.type === 'ForOfStatement' ? { k: 'item', of } : UNKNOWN
    // It iterates over all its members.
    if (node.type === 'ForInStatement') handOn(inside, of)
    inside.loop++
    each(inside, node.left, value)
  } else {
    inside.loop++
    expression(inside, node.test)
  }
  statement(inside, node.body)
}

function each(state: State, left: Node, value: Expr): void {
  if (left.type !== 'VariableDeclaration') bindPattern(state, left, value, 'assignment')
  else {
    hoistBlock(state, [left])
    for (const { id } of left.declarations) bindPattern(state, id, value, left.kind)
  }
}

function statementOrExpression(state: State, node: Node): void {
  if (node.type === 'VariableDeclaration') {
    hoistBlock(state, [node])
    variables(state, node)
  } else expression(state, node)
}
