/** Expressions: what their value derives from. */

import type { Node } from '@babel/types'
import { word } from '../words.js'
import { branchesOf, sometimes, when } from './branches.js'
import { ownExports } from './common-js.js'
import { sentTo } from './coroutines.js'
import { noteMember } from './language.js'
import { call, isUninteresting, tagged } from './lower-calls.js'
import { classExpression, functionExpression, yielded } from './lower-functions.js'
import { imported } from './lower-imports.js'
import { jsxElement } from './lower-jsx.js'
import { global, identifier, isUndeclared, primitive, withNamespaces } from './lower-names.js'
import { object } from './lower-objects.js'
import { bindPattern, compound, keyOf } from './lower-patterns.js'
import { lookup, type State } from './scope.js'
import { isGivenHelper } from './transpiled.js'
import { type Expr, UNDEFINED, UNKNOWN } from './types.js'
import { visit, walkChildren } from './walk-children.js'
import { noteChunk } from './webpack.js'

export function expression(state: State, node: Node): Expr {
  return literal(state, node) ?? operation(state, node) ?? structure(state, node) ?? other(state, node)
}

function literal(state: State, node: Node): Expr | null {
  switch (node.type) {
    case 'StringLiteral':
      noteMember(state.module, node.value)
      return { k: 'text', text: word(node.value), module: state.module, pos: node.start ?? 0 }
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return primitive(node.value)
    case 'NullLiteral':
      return primitive(null)
    case 'RegExpLiteral':
      return { k: 'regex', source: node.pattern, flags: node.flags }
    case 'TemplateLiteral':
      return template(state, node)
    case 'Identifier':
      return ownExports(state, node) ?? identifier(state, node.name, node.start ?? 0)
    case 'JSXIdentifier':
      return lookup(state.scope, node.name) ? identifier(state, node.name, node.start ?? 0) : UNKNOWN
    case 'JSXMemberExpression':
      return { k: 'member', object: expression(state, node.object), name: word(node.property.name) }
    case 'MetaProperty':
      return global(`${node.meta.name}.${node.property.name}`)
    case 'ThisExpression':
      return { k: 'this', fn: state.fn }
    case 'Super':
      return { k: 'super', fn: state.fn }
    default:
      return null
  }
}

/** If a global's member is meant, the place is the member's. */
function objectOf(state: State, node: Node): Expr {
  const isGlobal = node.type === 'Identifier' && isUndeclared(state, node.name)
  return isGlobal ? withNamespaces(state, global(node.name)) : expression(state, node)
}

function template(state: State, node: Extract<Node, { type: 'TemplateLiteral' }>): Expr {
  const parts: Expr[] = []
  node.quasis.forEach((quasi, index) => {
    const text = quasi.value.cooked ?? ''
    if (text !== '' || node.quasis.length === 1) {
      noteMember(state.module, text)
      parts.push({ k: 'text', text: word(text), module: state.module, pos: quasi.start ?? 0 })
    }
    const between = node.expressions[index]
    if (between) parts.push(expression(state, between))
  })
  return joined(state, parts.slice())
}

function operation(state: State, node: Node): Expr | null {
  switch (node.type) {
    case 'BinaryExpression':
      return binary(state, node)
    case 'LogicalExpression': {
      if (isGivenHelper(node.left)) return expression(state, node.right)
      const { operator: op } = node
      const left = expression(state, node.left)
      const after = op === '??' ? sometimes(state) : when(state, left, op === '&&')
      return { k: 'either', op, left, right: expression(after, node.right) }
    }
    case 'ConditionalExpression': {
      const test = expression(state, node.test)
      const [ifSo, ifNot] = branchesOf(test, state.guard, [])
      const yes = expression({ ...state, guard: ifSo }, node.consequent)
      return { k: 'cond', test, yes, no: expression({ ...state, guard: ifNot }, node.alternate) }
    }
    case 'UnaryExpression': {
      const value = expression(state, node.argument)
      if (node.operator === '!') return { k: 'not', value }
      if (node.operator === 'typeof') return { k: 'typeof', value }
      // `~text.indexOf(part)`: -1 and nothing else gives 0.
      if (node.operator === '~') return { k: 'binary', op: '-', left: primitive(-1), right: value }
      if (node.operator === '-' && value.k === 'prim' && typeof value.value === 'number') {
        return { k: 'prim', value: -value.value }
      }
      return node.operator === 'void' ? UNDEFINED : UNKNOWN
    }
    case 'AssignmentExpression':
      return assignment(state, node)
    case 'UpdateExpression':
      bindPattern(state, node.argument, UNKNOWN, 'assignment')
      return UNKNOWN
    case 'SequenceExpression':
      return node.expressions.map((one) => expression(state, one)).at(-1) ?? UNKNOWN
    case 'YieldExpression':
      return yielded(state, node)
    case 'AwaitExpression':
      return { k: 'await', value: expression(state, node.argument) }
    default:
      return null
  }
}

/** What `indexOf` is compared with, and arithmetic on indices. */
const ORDERING = new Set(['<', '<=', '>', '>=', '-', '*'])

/** Long chains of `+` nest to the left: a loop follows them, so the stack can't overflow. */
function binary(state: State, node: Extract<Node, { type: 'BinaryExpression' }>): Expr {
  if (node.operator !== '+') {
    const left = expression(state, node.left)
    const right = expression(state, node.right)
    const equal = node.operator === '===' || node.operator === '=='
    if (equal || node.operator === '!==' || node.operator === '!=')
      return { k: 'compare', equal, left, right }
    const isTold = ORDERING.has(node.operator) && !isUninteresting(left) && !isUninteresting(right)
    return isTold ? { k: 'binary', op: node.operator, left, right } : UNKNOWN
  }
  const terms: Node[] = []
  let at: Node = node
  while (at.type === 'BinaryExpression' && at.operator === '+') {
    terms.push(at.right)
    at = at.left
  }
  terms.push(at)
  return joined(
    state,
    terms.reverse().map((term) => expression(state, term)),
  )
}

/** Records strings that begin with a bare scheme. */
function joined(state: State, parts: Expr[]): Expr {
  const whole: Expr = { k: 'cat', parts }
  const [first] = parts
  if (first?.k === 'text' && /^(?:https?|wss?):\/\/$/i.test(first.text)) state.module.joins.push(whole)
  return whole
}

function assignment(state: State, node: Extract<Node, { type: 'AssignmentExpression' }>): Expr {
  const { operator, left } = node
  if (operator === '=') {
    const value = expression(state, node.right)
    bindPattern(state, left, value, 'assignment')
    return value
  }
  const before = expression(state, left)
  const isSometimes = operator.length > 2 && /^[|&?]/.test(operator)
  const right = expression(isSometimes ? sometimes(state) : state, node.right)
  const value = compound(operator, before, right)
  bindPattern(state, left, value, 'assignment')
  return value
}

function structure(state: State, node: Node): Expr | null {
  switch (node.type) {
    case 'ObjectExpression':
      return object(state, node)
    case 'ArrayExpression':
      noteChunk(node)
      return {
        k: 'array',
        items: node.elements.map((one) => ({
          spread: one?.type === 'SpreadElement',
          value: one ? expression(state, one.type === 'SpreadElement' ? one.argument : one) : UNDEFINED,
        })),
      }
    case 'MemberExpression':
    case 'OptionalMemberExpression': {
      const sent = sentTo(state, node)
      if (sent) return sent
      const name = keyOf(state, node.property, node.computed)
      const own = typeof name === 'string' ? ownExports(state, node.object, name) : null
      const exported = own ?? ownExports(state, node)
      if (exported) return exported
      const of = objectOf(state, node.object)
      return isUninteresting(of)
        ? UNKNOWN
        : { k: 'member', object: of, name, module: state.module, pos: node.start ?? 0 }
    }
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
      return call(state, node)
    case 'TaggedTemplateExpression':
      return tagged(state, node)
    case 'ImportExpression':
      return imported(state, node.source, '*') ?? UNKNOWN
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return functionExpression(state, node)
    case 'FunctionDeclaration':
      return functionExpression(state, node)
    case 'ClassExpression':
    case 'ClassDeclaration':
      return classExpression(state, node)
    default:
      return null
  }
}

/** Syntactic wrappers, and values that no URL is made of. */
function other(state: State, node: Node): Expr {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TypeCastExpression':
    case 'ParenthesizedExpression':
    case 'TSInstantiationExpression':
      return expression(state, node.expression)
    case 'BindExpression':
      // `::this.load`: that method, bound to its object.
      if (node.object) visit(state, node.object)
      return expression(state, node.callee)
    case 'JSXElement':
      jsxElement(state, node)
      return UNKNOWN
    case 'JSXAttribute':
      // Its name doesn't refer to a variable.
      if (node.value) visit(state, node.value)
      return UNKNOWN
    default:
      walkChildren(state, node)
      return UNKNOWN
  }
}
