/**
 * What cuts a text as long as it ends or begins with something: `while (url.endsWith('/')) url = url.slice(0, -1)`, and
 * `if (this.base.endsWith('/')) this.base = this.base.slice(0, -1)`. It is lowered as conditions on a variable, each of whose
 * values is asked apart: an address without a slash is left alone.
 */

import type { Identifier, MemberExpression, Node } from '@babel/types'

type Cut = Identifier | MemberExpression

/** Ends of addresses have no more slashes. */
const ROUNDS = 3

/** The same statement by other means; null for any other one, and for a condition on a variable, which is one already. */
export function trimming(node: Node): Node[] | null {
  const found = partsOf(node)
  if (!found) return null
  const { test, body, rounds } = found
  const cut = onlyStatement(body)
  if (cut?.type !== 'ExpressionStatement' || cut.expression.type !== 'AssignmentExpression') return null
  const { left, operator, right } = cut.expression
  if (operator !== '=' || !isCutOf(right, left) || !asks(test, left)) return null
  if (left.type === 'Identifier') return rounds > 1 ? conditions(node, test, cut, rounds) : null
  return [ofMember(node, left, conditions(node, test, cut, rounds))]
}

interface Parts {
  test: Node
  body: Node
  rounds: number
}

function partsOf(node: Node): Parts | null {
  if (node.type === 'IfStatement')
    return node.alternate ? null : { test: node.test, body: node.consequent, rounds: 1 }
  if (node.type === 'WhileStatement') return { test: node.test, body: node.body, rounds: ROUNDS }
  if (node.type !== 'ForStatement' || node.init || node.update || !node.test) return null
  return { test: node.test, body: node.body, rounds: ROUNDS }
}

function onlyStatement(body: Node): Node | null {
  if (body.type !== 'BlockStatement') return body
  const [only, ...others] = body.body
  return only && others.length === 0 ? only : null
}

const conditions = (at: Node, test: Node, consequent: Node, rounds: number): Node[] =>
  Array.from({ length: rounds }, () => made(at, { type: 'IfStatement', test, consequent, alternate: null }))

/** `{ let cut = this.base; if (cut.endsWith('/')) cut = cut.slice(0, -1); this.base = cut }` */
function ofMember(at: Node, member: MemberExpression, ifs: readonly Node[]): Node {
  const id = made(member, { type: 'Identifier', name: nameOf(member) })
  const declared = made(at, { type: 'VariableDeclarator', id, init: member })
  const assignment = made(at, { type: 'AssignmentExpression', operator: '=', left: member, right: id })
  return made(at, {
    type: 'BlockStatement',
    directives: [],
    body: [
      made(at, { type: 'VariableDeclaration', kind: 'let', declarations: [declared] }),
      ...ifs.map((one) => replaced(one, member, id)),
      made(at, { type: 'ExpressionStatement', expression: assignment }),
    ],
  })
}

/** As it is written, which is no name of a script's own variable. */
function nameOf(part: Node): string {
  if (part.type === 'MemberExpression') return `${nameOf(part.object)}.${nameOf(part.property)}`
  return part.type === 'Identifier' ? part.name : 'this'
}

const made = (at: Node, parts: object): Node => ({ start: at.start, end: at.end, ...parts }) as Node

/** A copy in which the variable stands for the member. */
function replaced<T>(part: T, member: Cut, by: Node): T {
  if (Array.isArray(part)) return part.map((one) => replaced(one, member, by)) as T
  if (!isNode(part)) return part
  if (isSame(part, member)) return by as T
  return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, replaced(one, member, by)])) as T
}

const isNode = (part: unknown): part is Node =>
  typeof part === 'object' && part !== null && 'type' in part && typeof part.type === 'string'

/** The same variable, or the same member of the same variable or of `this`. */
function isSame(one: Node, other: Node): boolean {
  if (one.type === 'ThisExpression') return other.type === 'ThisExpression'
  if (one.type === 'Identifier') return other.type === 'Identifier' && one.name === other.name
  if (one.type !== 'MemberExpression' || other.type !== 'MemberExpression') return false
  return (
    !one.computed &&
    !other.computed &&
    isSame(one.property, other.property) &&
    isSame(one.object, other.object)
  )
}

/** Does an expression ask for it: `url.endsWith('/')`, `url[url.length - 1] === '/'`? */
function asks(test: Node, cut: Node): boolean {
  if (isSame(test, cut)) return true
  switch (test.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
      return asks(test.left, cut) || asks(test.right, cut)
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return asks(test.object, cut)
    case 'CallExpression':
    case 'OptionalCallExpression':
      return asks(test.callee, cut) || test.arguments.some((one) => asks(one, cut))
    default:
      return false
  }
}

const CUTS = new Set(['slice', 'substring', 'substr', 'replace', 'trim'])

function isCutOf(value: Node, cut: Node): cut is Cut {
  if (value.type !== 'CallExpression' || value.callee.type !== 'MemberExpression') return false
  const { object, property } = value.callee
  return isSame(object, cut) && property.type === 'Identifier' && CUTS.has(property.name)
}
