/** Children of syntax that doesn't matter itself. */
import type { Node } from '@babel/types'
import { expression, statement } from './lowering.js'
import type { State } from './scope.js'
import type { Expr } from './types.js'

const SKIPPED = new Set(['loc', 'extra', 'errors', 'leadingComments', 'trailingComments', 'innerComments'])

/** Reads the children of a node that doesn't matter itself: they may contain calls. */
export function walkChildren(state: State, node: Node): void {
  for (const [key, value] of Object.entries(node)) {
    if (SKIPPED.has(key) || typeof value !== 'object' || value === null) continue
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child) && !isType(child.type)) visit(state, child)
    }
  }
}

export function visit(state: State, node: Node): void {
  if (node.type.endsWith('Statement') || node.type.endsWith('Declaration')) statement(state, node)
  else handOn(state, expression(state, node))
}

const HANDED_ON: ReadonlySet<Expr['k']> = new Set([
  'array',
  'await',
  'call',
  'class',
  'cond',
  'default',
  'either',
  'fn',
  'import',
  'member',
  'obj',
  'ref',
  'this',
])

/** Records a value that escapes. */
export function handOn({ module }: State, value: Expr): void {
  if (HANDED_ON.has(value.k)) module.loose.push(value)
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}

const READ_TYPES = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TSEnumDeclaration',
  'TSExportAssignment',
  'TSModuleBlock',
  'TSModuleDeclaration',
  'TypeCastExpression',
])

function isType(type: string): boolean {
  return (type.startsWith('TS') || type.endsWith('TypeAnnotation')) && !READ_TYPES.has(type)
}
