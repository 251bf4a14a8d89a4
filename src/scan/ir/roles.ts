/** Functions that transpilers put beside what they write, told by their shape: of minified code no name is left. */
import type { Node } from '@babel/types'
import type { Fn, ObjExpr, Role } from './types.js'

/** Of a function that is one of the helpers. */
export function roleOf({
  params,
  body: { type, body },
}: {
  params: Node[]
  body: Node & { body?: unknown }
}): Role | null {
  if (type !== 'BlockStatement' || !Array.isArray(body) || body.length > MOST_STATEMENTS) return null
  const statements = body as Node[]
  const [target] = params
  const name = target?.type === 'Identifier' ? target.name : null
  if (params.length === 3 && params.every((one) => one.type === 'Identifier') && name !== null)
    return definesMember(
      statements,
      params.map((one) => (one.type === 'Identifier' ? one.name : '')),
    )
      ? 'defines'
      : null
  return (name !== null && mergesAll(statements, name)) || handsToAssign(statements) ? 'merges' : null
}

const MOST_STATEMENTS = 6

/** `for (var i = 1; i < arguments.length; i++) …; return target`, where each turn puts members on the target. */
function mergesAll(statements: Node[], target: string): boolean {
  const last = statements.at(-1)
  const loop = statements.find(({ type }) => type === 'ForStatement')
  if (loop?.type !== 'ForStatement' || last?.type !== 'ReturnStatement') return false
  if (!isNamed(last.argument, target) || !loop.init || !loop.test) return false
  const counts = [...nodesIn(loop.init), ...nodesIn(loop.test)]
  if (!counts.some((node) => isNamed(node, 'arguments'))) return false
  if (!counts.some((node) => node.type === 'NumericLiteral' && node.value === 1)) return false
  return nodesIn(loop.body).some(
    (node) =>
      (node.type === 'AssignmentExpression' && isKeyed(node.left, target)) ||
      (node.type === 'CallExpression' && node.arguments.length > 1 && isNamed(node.arguments[0], target)),
  )
}

const isKeyed = (node: Node, object: string) =>
  node.type === 'MemberExpression' && node.computed && isNamed(node.object, object)

/** `return extend = Object.assign || function …, extend.apply(this, arguments)` */
function handsToAssign(statements: Node[]): boolean {
  if (statements.length > 2 || statements.at(-1)?.type !== 'ReturnStatement') return false
  const all = statements.flatMap((one) => nodesIn(one))
  const isAssign = (node: Node) =>
    node.type === 'MemberExpression' && isNamed(node.object, 'Object') && isNamed(node.property, 'assign')
  return all.some(isAssign) && all.some((node) => node.type === 'CallExpression' && isApplied(node))
}

const isApplied = ({ callee, arguments: [, list] }: Extract<Node, { type: 'CallExpression' }>) =>
  callee.type === 'MemberExpression' && isNamed(callee.property, 'apply') && isNamed(list, 'arguments')

/** `key in o ? Object.defineProperty(o, key, { value: value }) : o[key] = value; return o` */
function definesMember(statements: Node[], [object = '', , value = '']: string[]): boolean {
  const all = statements.flatMap((one) => nodesIn(one))
  return (
    all.some(
      (node) =>
        node.type === 'AssignmentExpression' && isKeyed(node.left, object) && isNamed(node.right, value),
    ) && all.some((node) => node.type === 'CallExpression' && isDefine(node, object))
  )
}

const isDefine = ({ callee, arguments: [object] }: Extract<Node, { type: 'CallExpression' }>, name: string) =>
  callee.type === 'MemberExpression' && isNamed(callee.property, 'defineProperty') && isNamed(object, name)

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

/** More arguments than builds hand over at once. */
const MOST_MERGED = 8

/** All that a helper is given, the last one wins. */
export function mergedOf(fn: Fn): ObjExpr {
  const { module, pos } = fn
  const props = Array.from({ length: MOST_MERGED }, (_, index) => ({
    key: null,
    value: { k: 'param', fn, index, rest: false } as const,
    pos,
  }))
  return { k: 'obj', props, module, parent: null, slot: 0 }
}
