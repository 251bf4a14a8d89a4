/** The output of Babel, TypeScript and SWC for newer syntax, recognised by shape, since minified code has no names left. */
import type { Node } from '@babel/types'
import { noteMember } from './language.js'
import { functionExpression, getter } from './lower-functions.js'
import { expression } from './lowering.js'
import type { State } from './scope.js'
import type { Expr, Fn } from './types.js'
import { handOn } from './walk-children.js'

type CallNode = Extract<Node, { type: 'CallExpression' | 'OptionalCallExpression' | 'NewExpression' }>
type List = Extract<Node, { type: 'ArrayExpression' }>

/** `createClass(Http, [{ key: 'get', value: function … }], [{ … }])`: methods, and those of the class itself. */
export function classMade(state: State, { arguments: [made, own, statics] }: CallNode): Expr | null {
  if (made?.type !== 'Identifier' || (own?.type !== 'NullLiteral' && !areMethods(own))) return null
  if (statics !== undefined && !areMethods(statics)) return null
  if (own.type === 'NullLiteral' && statics === undefined) return null
  const target = expression(state, made)
  const prototype: Expr = { k: 'member', object: target, name: 'prototype' }
  if (areMethods(own)) methods(state, prototype, { k: 'made', by: target }, own)
  if (statics) methods(state, target, null, statics)
  return target
}

function areMethods(node: Node | undefined): node is List {
  return node?.type === 'ArrayExpression' && node.elements.length > 0 && node.elements.every(isMethod)
}

function isMethod(node: Node | null): boolean {
  const parts = node?.type === 'ObjectExpression' ? partsOf(node) : null
  return parts?.key !== undefined && (parts.value ?? parts.get ?? parts.set) !== undefined
}

type Parts = Partial<Record<'key' | 'value' | 'get' | 'set', Node>>

function partsOf({ properties }: Extract<Node, { type: 'ObjectExpression' }>): Parts {
  const parts: Record<string, Node> = {}
  for (const one of properties) {
    if (one.type === 'ObjectProperty' && one.key.type === 'Identifier' && !one.computed)
      parts[one.key.name] = one.value
  }
  return parts
}

function methods(state: State, object: Expr, owner: Fn['owner'], { elements }: List): void {
  const { module, fn, guard } = state
  for (const one of elements) {
    const { key, value, get, set } = one?.type === 'ObjectExpression' ? partsOf(one) : {}
    const read = (node: Node) =>
      node.type === 'FunctionExpression' ? functionExpression(state, node, owner) : expression(state, node)
    if (set) handOn(state, read(set))
    const given = value ? read(value) : get ? read(get) : null
    if (!given) continue
    const made = !value && given.k === 'fn' ? getter(given) : given
    if (key?.type === 'StringLiteral') {
      noteMember(module, key.value)
      module.writes.push({ object, name: key.value, value: made, fn, guard })
    } else {
      if (key) expression(state, key)
      handOn(state, made)
    }
  }
}

/** TypeScript's helpers, by the names it always gives them. */
const HELPER =
  /^__(?:extends|assign|rest|decorate|param|metadata|awaiter|generator|createBinding|exportStar|values|read|spread|spreadArrays?|await|asyncGenerator|asyncDelegator|asyncValues|makeTemplateObject|setModuleDefault|importStar|importDefault)$/

/** `this && this.__importDefault`, before `|| function …`: nobody gives a script another one. */
export const isGivenHelper = (node: Node): boolean =>
  node.type === 'LogicalExpression' &&
  node.operator === '&&' &&
  node.left.type === 'ThisExpression' &&
  node.right.type === 'MemberExpression' &&
  node.right.object.type === 'ThisExpression' &&
  node.right.property.type === 'Identifier' &&
  HELPER.test(node.right.property.name)
