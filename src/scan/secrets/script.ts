/** Secrets in one script's tree. Comments are not part of it. */
import type { SecretFact } from '../../facts/index.js'
import { type AstNode, isNode, keyOf, nodeName, quasiText, stringOf } from '../project/tree.js'
import type { SourceUnit } from '../types.js'
import { masked } from './mask.js'
import { endpointsIn, isSecret, secretsInQuery } from './names.js'

/**
 * Findings in one node of a script, without its children. `secrets` collects the values themselves, so that other texts
 * can be masked; they must go nowhere else. One place may come twice: a secret can be named and stand in a query.
 */
export function secretsOf(unit: SourceUnit, node: AstNode, secrets: Set<string>): SecretFact[] {
  const named = namedBy(node)
  const found = named ? namedSecrets(named.name, named.value) : []
  const texts = textsOf(node)
  const inTexts = texts.flatMap(({ text, at }) => secretsInQuery(text).map((value) => ({ value, at })))
  const all = [...found, ...inTexts]
  for (const { value } of all) secrets.add(value)
  return [
    ...all.map(({ value, at }) => fact(unit, at, 'app-secret', masked(value))),
    ...texts.flatMap(({ text, at }) => endpointsIn(text).map(({ kind, path }) => fact(unit, at, kind, path))),
  ]
}

function fact({ file }: SourceUnit, { loc }: AstNode, kind: SecretFact['kind'], text: string): SecretFact {
  const place = { file, line: loc?.start.line ?? 1, column: (loc?.start.column ?? 0) + 1 }
  return { place, kind, text }
}

interface Named {
  name: string
  value: AstNode
}

function namedBy(node: AstNode): Named | null {
  switch (node.type) {
    case 'VariableDeclarator':
      return pair(node.id, node.init)
    case 'TSEnumMember':
      return pair(node.id, node.initializer)
    case 'AssignmentExpression':
    case 'AssignmentPattern':
      return pair(node.left, node.right)
    case 'JSXAttribute':
      return pair(node.name, node.value)
    case 'ObjectProperty':
    case 'ClassProperty':
    case 'ClassPrivateProperty': {
      const name = keyOf(node)
      return name !== null && isNode(node.value) ? { name, value: node.value } : null
    }
    case 'BinaryExpression':
      return queryPart(node)
    default:
      return null
  }
}

function pair(target: unknown, value: unknown): Named | null {
  const name = isNode(target) ? nodeName(target) : null
  return name !== null && isNode(value) ? { name, value } : null
}

/** `'…&secret=' + '0123…'` */
function queryPart(node: AstNode): Named | null {
  if (node.operator !== '+' || !isNode(node.right)) return null
  const name = /([\w.-]+)=$/.exec(endOf(node.left))?.[1]
  return name === undefined ? null : { name, value: node.right }
}

/** The literals an expression can give. */
function namedSecrets(name: string, value: AstNode): { value: string; at: AstNode }[] {
  const text = stringOf(value)
  if (text !== null) return isSecret(name, text) ? [{ value: text, at: value }] : []
  const parts: unknown[] = ALTERNATIVES[value.type]?.map((field) => value[field]) ?? []
  return parts.filter(isNode).flatMap((part) => namedSecrets(name, part))
}

const ALTERNATIVES: Readonly<Record<string, readonly string[]>> = {
  LogicalExpression: ['left', 'right'],
  ConditionalExpression: ['consequent', 'alternate'],
  ParenthesizedExpression: ['expression'],
  JSXExpressionContainer: ['expression'],
  TSAsExpression: ['expression'],
  TSSatisfiesExpression: ['expression'],
  TSNonNullExpression: ['expression'],
}

/** The end of a string, as far as a literal shows it. */
function endOf(node: unknown): string {
  if (!isNode(node)) return ''
  if (node.type === 'StringLiteral') return String(node.value)
  if (node.type === 'TemplateLiteral') return quasiText((node.quasis as unknown[]).at(-1))
  return node.type === 'BinaryExpression' ? endOf(node.right) : ''
}

/** Strings that start at this node: a literal, or a concatenation that shows what neither side shows alone. */
function textsOf(node: AstNode): { text: string; at: AstNode }[] {
  if (node.type === 'StringLiteral') return [{ text: String(node.value), at: node }]
  if (node.type === 'TemplateElement') return [{ text: quasiText(node), at: node }]
  const [left, right] =
    node.type === 'BinaryExpression' ? [sumOf(node.left), sumOf(node.right)] : [null, null]
  if (node.operator !== '+' || left === null || right === null) return []
  const isTold = [left, right].some((text) => endpointsIn(text).length > 0 || secretsInQuery(text).length > 0)
  return isTold ? [] : [{ text: left + right, at: node }]
}

/** Concatenations longer than any URL would be assembled over and over. */
const MAX_PARTS = 8

function sumOf(node: unknown, depth = 0): string | null {
  if (!isNode(node) || depth > MAX_PARTS) return null
  const text = stringOf(node)
  if (text !== null || node.type !== 'BinaryExpression' || node.operator !== '+') return text
  const [left, right] = [sumOf(node.left, depth + 1), sumOf(node.right, depth + 1)]
  return left === null || right === null ? null : left + right
}
