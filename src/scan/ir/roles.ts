/** Helper functions that transpilers add, recognised by shape, since minified code has no names left. */
import type { Node } from '@babel/types'
import type { Fn, ObjExpr } from './types.js'

type Role = NonNullable<Fn['role']>

/** For a function that is one of the helpers. */
export function roleOf({ params, body }: { params: Node[]; body: Node }): Role | null {
  const statements = body.type === 'BlockStatement' ? body.body : [body]
  if (statements.length > MOST_STATEMENTS) return null
  const names = params.map((one) => (one.type === 'Identifier' ? one.name : ''))
  const [target = '', second = '', third = ''] = names
  if (target !== '' && names.length === 3 && third !== '')
    return definesMember(statements, target, third) ? 'defines' : null
  const merges =
    (target !== '' && names.length === 1 && mergesAll(statements, target)) ||
    (second !== '' && names.length === 2 && mergesOne(statements, target, second)) ||
    handsToAssign(statements)
  return merges ? 'merges' : null
}

const MOST_STATEMENTS = 6

/** `for (var i = 1; i < arguments.length; i++) …; return target`, where each iteration adds members to the target. */
function mergesAll(statements: Node[], target: string): boolean {
  const last = statements.at(-1)
  if (last?.type !== 'ReturnStatement' || !isNamed(last.argument, target)) return false
  const others = othersIn(statements)
  if (others !== null) {
    const loop = statements.find((one) => isLoop(one) && nodesIn(one).some((node) => isNamed(node, others)))
    return loop !== undefined && setsMembers(loop, target)
  }
  const loop = statements.find(({ type }) => type === 'ForStatement')
  if (loop?.type !== 'ForStatement' || !loop.init || !loop.test) return false
  return countsFromSecond([...nodesIn(loop.init), ...nodesIn(loop.test)]) && setsMembers(loop.body, target)
}

/** A counting loop, `for (… of …)`, or `….forEach(…)`. */
const isLoop = ({ type }: Node) => /^For|^ExpressionStatement$/.test(type)

/** The variable of `var others = Array.prototype.slice.call(arguments, 1)`. */
function othersIn(statements: Node[]): string | null {
  for (const one of statements) {
    const [declared] = one.type === 'VariableDeclaration' ? one.declarations : []
    if (declared?.init && declared.id.type === 'Identifier' && countsFromSecond(nodesIn(declared.init)))
      return declared.id.name
  }
  return null
}

const countsFromSecond = (nodes: Node[]) =>
  nodes.some((node) => isNamed(node, 'arguments')) &&
  nodes.some((node) => node.type === 'NumericLiteral' && node.value === 1)

/** `for (var key in other) …; return target` */
function mergesOne(statements: Node[], target: string, other: string): boolean {
  const [loop] = statements
  const last = statements.at(-1)
  if (loop?.type !== 'ForInStatement' || last?.type !== 'ReturnStatement') return false
  if (!isNamed(last.argument, target) || !nodesIn(loop.right).some((node) => isNamed(node, other)))
    return false
  return setsMembers(loop.body, target)
}

const setsMembers = (body: Node, target: string) =>
  nodesIn(body).some(
    (node) =>
      (node.type === 'AssignmentExpression' && isKeyed(node.left, target)) ||
      (node.type === 'CallExpression' && node.arguments.length > 1 && isNamed(node.arguments[0], target)),
  )

const isKeyed = (node: Node, object: string) =>
  node.type === 'MemberExpression' && node.computed && isNamed(node.object, object)

/** `return extend = Object.assign || function …, extend.apply(this, arguments)` */
function handsToAssign(statements: Node[]): boolean {
  const last = statements.at(-1)
  if (statements.length > 2 || last?.type !== 'ReturnStatement' || !last.argument) return false
  const parts = last.argument.type === 'SequenceExpression' ? last.argument.expressions : [last.argument]
  const call = parts.at(-1)
  if (call?.type !== 'CallExpression' || !isApplied(call)) return false
  return statements
    .flatMap((one) => nodesIn(one))
    .some(
      (node) =>
        node.type === 'MemberExpression' &&
        isNamed(node.object, 'Object') &&
        isNamed(node.property, 'assign'),
    )
}

const isApplied = ({ callee, arguments: [, list] }: Extract<Node, { type: 'CallExpression' }>) =>
  callee.type === 'MemberExpression' && isNamed(callee.property, 'apply') && isNamed(list, 'arguments')

/** `key in o ? Object.defineProperty(o, key, { value: value }) : o[key] = value`, or `(define(o, key, value), value)` */
function definesMember(statements: Node[], object: string, value: string): boolean {
  const [first] = statements
  const isExpression = statements.length === 1 && !first?.type.endsWith('Statement')
  const all = statements.flatMap((one) => nodesIn(one))
  const handsOn = all.some(
    (node) =>
      node.type === 'CallExpression' && node.arguments.length > 2 && isNamed(node.arguments[0], object),
  )
  const sets = all.some(
    (node) =>
      node.type === 'AssignmentExpression' && isKeyed(node.left, object) && isNamed(node.right, value),
  )
  const last = first?.type === 'SequenceExpression' ? first.expressions.at(-1) : undefined
  return handsOn && (sets || (isExpression && isNamed(last, value)))
}

const isNamed = (node: Node | null | undefined, name: string) =>
  node?.type === 'Identifier' && node.name === name

/** More than any helper has. */
const MOST_NODES = 160

function nodesIn(root: Node): Node[] {
  const found: Node[] = [root]
  for (let at = 0; at < found.length && found.length < MOST_NODES; at++) {
    for (const [key, value] of Object.entries(found[at] as Node)) {
      if (key === 'loc' || typeof value !== 'object' || value === null) continue
      for (const one of Array.isArray(value) ? value : [value])
        if (typeof (one as { type?: unknown } | null)?.type === 'string') found.push(one as Node)
    }
  }
  return found
}

/** More arguments than builds pass at once. */
const MOST_MERGED = 8

/** A helper's arguments; the last one wins. */
export function mergedOf(fn: Fn): ObjExpr {
  const { module, pos } = fn
  const props = Array.from({ length: MOST_MERGED }, (_, index) => ({
    key: null,
    value: { k: 'param', fn, index, rest: false } as const,
    pos,
  }))
  return { k: 'obj', props, module, parent: null, slot: 0 }
}
