/** JSON with comments and trailing commas, as the developer tools accept it, with the position of every key and value. */
import { parseExpression } from '@babel/parser'

export interface Spot {
  line: number
  column: number
}
export interface JsonValue extends Spot {
  value: string | number | boolean | null | JsonValue[] | Map<string, JsonMember>
}
export interface JsonMember {
  key: Spot
  member: JsonValue
}

type Expression = ReturnType<typeof parseExpression>
type Tree = { type: string; loc?: Expression['loc'] }

/** The document, or the position of its fault. */
export function parseJson(text: string): { json: JsonValue } | { fault: Spot } {
  try {
    return { json: toValue(parseExpression(text, { attachComment: false })) }
  } catch (error) {
    if (error instanceof NoJson) return { fault: error.spot }
    const { loc } = error as { loc?: { line: number; column: number } }
    return { fault: { line: loc?.line ?? 1, column: (loc?.column ?? 0) + 1 } }
  }
}

class NoJson extends Error {
  readonly spot: Spot
  constructor(node: Tree) {
    super('no JSON')
    this.spot = spotOf(node)
  }
}

function spotOf({ loc }: Tree): Spot {
  return { line: loc?.start.line ?? 1, column: (loc?.start.column ?? 0) + 1 }
}

function toValue(node: Expression): JsonValue {
  const spot = spotOf(node)
  if (node.extra?.parenthesized) throw new NoJson(node)
  switch (node.type) {
    case 'StringLiteral':
      if (!isDoubleQuoted(node)) throw new NoJson(node)
      return { ...spot, value: node.value }
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return { ...spot, value: node.value }
    case 'NullLiteral':
      return { ...spot, value: null }
    case 'UnaryExpression': {
      if (node.operator !== '-' || node.argument.type !== 'NumericLiteral') throw new NoJson(node)
      return { ...spot, value: -node.argument.value }
    }
    case 'ArrayExpression':
      return { ...spot, value: node.elements.map((element) => toValue(expression(element, node))) }
    case 'ObjectExpression':
      return { ...spot, value: new Map(node.properties.map((property) => memberOf(property))) }
    default:
      throw new NoJson(node)
  }
}

function memberOf(
  property: Extract<Expression, { type: 'ObjectExpression' }>['properties'][number],
): [string, JsonMember] {
  if (property.type !== 'ObjectProperty' || property.computed || property.shorthand)
    throw new NoJson(property)
  const { key, value } = property
  if (key.type !== 'StringLiteral' || !isDoubleQuoted(key)) throw new NoJson(key)
  return [key.value, { key: spotOf(key), member: toValue(expression(value, property)) }]
}

/** Holes, spreads and patterns fall through to the default of `toValue`. */
function expression(node: Tree | null, around: Tree): Expression {
  if (node === null) throw new NoJson(around)
  return node as Expression
}

function isDoubleQuoted(node: { extra?: Record<string, unknown> | undefined }): boolean {
  return String(node.extra?.raw ?? '').startsWith('"')
}

export function memberAt(json: JsonValue | undefined, ...path: string[]): JsonMember | undefined {
  let found: JsonMember | undefined
  let at = json
  for (const key of path) {
    found = at?.value instanceof Map ? at.value.get(key) : undefined
    at = found?.member
  }
  return found
}

export function textAt(json: JsonValue | undefined, ...path: string[]): string | undefined {
  const value = memberAt(json, ...path)?.member.value
  return typeof value === 'string' ? value : undefined
}

export function listAt(json: JsonValue | undefined, ...path: string[]): JsonValue[] {
  const value = memberAt(json, ...path)?.member.value
  return Array.isArray(value) ? value : []
}

export function membersOf(json: JsonValue | undefined): [string, JsonMember][] {
  return json?.value instanceof Map ? [...json.value] : []
}
