/** Loops that cut a text as long as it ends or begins with something: `while (url.endsWith('/')) url = url.slice(0, -1)`. */

import type { Node } from '@babel/types'

/** Ends of addresses have no more slashes. */
const ROUNDS = 3

/** The same as conditions, one after the other, under which a text is cut; null for another loop. */
export function trimming(node: Node): Node[] | null {
  const test = testOf(node)
  if (!test || !('body' in node) || !isNode(node.body)) return null
  const cut = onlyStatement(node.body)
  if (cut?.type !== 'ExpressionStatement' || cut.expression.type !== 'AssignmentExpression') return null
  const { left, operator, right } = cut.expression
  if (left.type !== 'Identifier' || operator !== '=') return null
  if (!asks(test, left.name) || !isCut(right, left.name)) return null
  const once = { ...cut, type: 'IfStatement' as const, test, consequent: cut, alternate: null }
  return Array.from({ length: ROUNDS }, () => ({ ...once }))
}

const isNode = (part: unknown): part is Node => typeof part === 'object' && part !== null && 'type' in part

function testOf(node: Node): Extract<Node, { type: 'WhileStatement' }>['test'] | null {
  if (node.type === 'WhileStatement') return node.test
  return node.type === 'ForStatement' && !node.init && !node.update ? (node.test ?? null) : null
}

function onlyStatement(body: Node): Node | null {
  if (body.type !== 'BlockStatement') return body
  const [only, ...others] = body.body
  return only && others.length === 0 ? only : null
}

/** Does an expression begin at the variable: `url.endsWith('/')`, `url[url.length - 1] === '/'`? */
function asks(test: Node, name: string): boolean {
  switch (test.type) {
    case 'Identifier':
      return test.name === name
    case 'BinaryExpression':
      return asks(test.left, name) || asks(test.right, name)
    case 'LogicalExpression':
      return asks(test.left, name) || asks(test.right, name)
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return asks(test.object, name)
    case 'CallExpression':
    case 'OptionalCallExpression':
      return asks(test.callee, name) || test.arguments.some((one) => asks(one, name))
    default:
      return false
  }
}

const CUTS = new Set(['slice', 'substring', 'substr', 'replace', 'trim'])

function isCut(value: Node, name: string): boolean {
  if (value.type !== 'CallExpression' || value.callee.type !== 'MemberExpression') return false
  const { object, property } = value.callee
  const isOwn = object.type === 'Identifier' && object.name === name
  return isOwn && property.type === 'Identifier' && CUTS.has(property.name)
}
