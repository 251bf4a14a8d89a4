/** Walks a tree of `@babel/parser` without handling most node types. */

export interface AstNode {
  type: string
  start?: number | null
  loc?: { start: { line: number; column: number } } | null
  [field: string]: unknown
}

export function isNode(value: unknown): value is AstNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}

const ASIDE = new Set([
  'loc',
  'extra',
  'leadingComments',
  'innerComments',
  'trailingComments',
  'comments',
  'tokens',
  'errors',
])

/** In source order, as in Babel's fields. */
export function childrenOf(node: AstNode): AstNode[] {
  const found: AstNode[] = []
  for (const field in node) {
    if (ASIDE.has(field)) continue
    const value = node[field]
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) found.push(item)
    } else if (isNode(value)) found.push(value)
  }
  return found
}

/** All nodes, outermost first. */
export function everyNode(root: AstNode): AstNode[] {
  const found = [root]
  for (const node of found) found.push(...childrenOf(node))
  return found
}

/** Calls `visit` with every node whose text contains one of the positions, which are sorted; parents before children. */
export function visitAround(root: AstNode, places: readonly number[], visit: (node: AstNode) => void): void {
  const waiting = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    visit(node)
    // Decorators may stand before what they decorate.
    const anywhere = node.decorators !== undefined || node.type === 'ClassExpression'
    for (const child of childrenOf(node)) if (anywhere || holdsOne(child, places)) waiting.push(child)
  }
}

function holdsOne({ start, end, type, decorators }: AstNode, places: readonly number[]): boolean {
  if (typeof start !== 'number' || typeof end !== 'number') return true
  if (decorators !== undefined || /^Export/.test(type)) return true
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < start) low = middle + 1
    else high = middle
  }
  const first = places[low]
  return first !== undefined && first < end
}

/** The name of a property, member or class field that is not computed. */
export function keyOf(node: AstNode): string | null {
  if (node.computed === true && !(isNode(node.key) && node.key.type === 'StringLiteral')) return null
  return isNode(node.key) ? nodeName(node.key) : null
}

/** Of an identifier, a literal key, or the last part of a member expression. */
export function nodeName(node: AstNode): string | null {
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier') return String(node.name)
  if (node.type === 'StringLiteral') return String(node.value)
  if (node.type === 'PrivateName' && isNode(node.id)) return nodeName(node.id)
  if (!/^(?:Optional)?MemberExpression$/.test(node.type) || !isNode(node.property)) return null
  return node.computed === true && node.property.type !== 'StringLiteral' ? null : nodeName(node.property)
}

/** The text of a string or of a template without expressions. */
export function stringOf(node: AstNode): string | null {
  if (node.type === 'StringLiteral') return String(node.value)
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis) || node.quasis.length !== 1) return null
  return quasiText(node.quasis[0])
}

export function quasiText(quasi: unknown): string {
  const value = (quasi as { value?: { cooked?: string | null; raw?: string } } | undefined)?.value
  return value?.cooked ?? value?.raw ?? ''
}
