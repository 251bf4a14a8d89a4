/** Scripts that browserify and tools based on it bundle into one file: `({ 1: [function (require, module, exports) {…}, { './a': 2 }] })`. */
import type { Node } from '@babel/types'
import type { Ast, Statements } from './parse.js'
import { varsOf } from './scope.js'

/** One of them: its code, and the others that its `require` returns. */
export interface Part {
  id: string
  body: Statements
  requires: ReadonlyMap<string, string>
}

const NAMES = ['require', 'module', 'exports'] as const
/** Nodes searched for the list, which is near the beginning of a bundle's tree. */
const MOST_NODES = 3_000

type Packed = Extract<Node, { type: 'FunctionExpression' }>

/** Takes a bundle's scripts out of its tree; empty if it isn't a bundle. */
export function partsOf(ast: Ast): Part[] {
  const list = listIn(ast.program.body)
  return list.map(({ id, fn, requires }) => {
    const { body } = fn.body
    fn.params.forEach((param, at) => {
      const name = NAMES[at]
      if (param.type === 'Identifier' && name && param.name !== name) rename(body, param.name, name)
    })
    // They are removed from the list, so nothing is read twice.
    fn.body.body = []
    return { id, requires, body }
  })
}

interface Listed {
  id: string
  fn: Packed
  requires: ReadonlyMap<string, string>
}

function listIn(body: readonly Node[]): Listed[] {
  const left: Node[] = [...body].reverse()
  for (let count = 0; count < MOST_NODES; count++) {
    const node = left.pop()
    if (!node) break
    if (node.type === 'ObjectExpression') {
      const list = node.properties.map(listed)
      if (list.length > 0 && list.every((one) => one !== null)) return list
    } else left.push(...within(node).reverse())
  }
  return []
}

/** Where a list may be passed: in calls, and in functions that are called immediately. */
function within(node: Node): Node[] {
  switch (node.type) {
    case 'ExpressionStatement':
      return [node.expression]
    case 'UnaryExpression':
    case 'ReturnStatement':
      return node.argument ? [node.argument] : []
    case 'SequenceExpression':
      return [...node.expressions]
    case 'AssignmentExpression':
      return [node.right]
    case 'ConditionalExpression':
      return [node.consequent, node.alternate]
    case 'VariableDeclaration':
      return node.declarations.flatMap(({ init }) => init ?? [])
    case 'CallExpression':
      return [node.callee, ...node.arguments]
    case 'FunctionExpression':
      return [...node.body.body]
    default:
      return []
  }
}

/** `1: [function (require, module, exports) {…}, { './a': 2 }]` */
function listed(prop: Node): Listed | null {
  if (prop.type !== 'ObjectProperty' || prop.computed || prop.value.type !== 'ArrayExpression') return null
  const [fn, map, ...others] = prop.value.elements
  if (others.length > 0 || fn?.type !== 'FunctionExpression' || map?.type !== 'ObjectExpression') return null
  const id = keyName(prop.key)
  if (id === null || fn.params.length > 7) return null
  const requires = new Map<string, string>()
  for (const one of map.properties) {
    const specifier = one.type === 'ObjectProperty' ? keyName(one.key) : null
    const target = one.type === 'ObjectProperty' ? keyName(one.value) : null
    if (specifier !== null && target !== null) requires.set(specifier, target)
  }
  return { id, fn, requires }
}

function keyName(node: Node): string | null {
  if (node.type === 'NumericLiteral') return String(node.value)
  if (node.type === 'StringLiteral') return node.value
  return node.type === 'Identifier' ? node.name : null
}

/** Restores the original name of a minified parameter, except where an inner function shadows it. */
function rename(body: readonly Node[], from: string, to: string): void {
  const left: Node[] = [...body]
  for (let node = left.pop(); node; node = left.pop()) {
    if (node.type === 'Identifier') {
      if (node.name === from) node.name = to
    } else if (!declares(node, from)) left.push(...namesIn(node))
  }
}

function declares(node: Node, name: string): boolean {
  if (!('params' in node) || !('body' in node) || !Array.isArray(node.params)) return false
  const isNamed = (one: Node) => one.type === 'Identifier' && one.name === name
  if (node.params.some((param) => isNamed(param as Node))) return true
  const { body } = node
  if (body === null || typeof body !== 'object' || !('body' in body) || !Array.isArray(body.body))
    return false
  const statements = body.body as Node[]
  return (
    varsOf(statements).includes(name) ||
    statements.some((one) => 'id' in one && one.id?.type === 'Identifier' && one.id.name === name)
  )
}

/** The parts of a node that may be a variable's name: not a member's name or a key. */
function namesIn(node: Node): Node[] {
  const skipped =
    'computed' in node && !node.computed ? (node.type === 'MemberExpression' ? 'property' : 'key') : ''
  const isKey =
    node.type === 'MemberExpression' || node.type === 'ObjectProperty' || node.type === 'ObjectMethod'
  return Object.entries(node).flatMap(([name, value]) => {
    if (name === 'loc' || (isKey && name === skipped)) return []
    const values: unknown[] = Array.isArray(value) ? value : [value]
    return values.filter(isNode)
  })
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
