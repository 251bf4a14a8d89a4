/** A parsed config before validation: values and their positions. The same for JSON and YAML. */

/** `at` is the offset into the text, in UTF-16 code units. */
export type Node = MapNode | ListNode | ScalarNode
export interface MapNode {
  kind: 'map'
  at: number
  pairs: Pair[]
}
export interface ListNode {
  kind: 'list'
  at: number
  items: Node[]
}
export interface ScalarNode {
  kind: 'scalar'
  at: number
  value: string | number | boolean | null
}
export interface Pair {
  key: string
  at: number
  value: Node
}

/** Collects problems; offsets become lines and columns at the end. */
export type ReportAt = (at: number, message: string) => void

/** The file a config is in, and where in it an offset is; both count from 1. */
export interface ConfigText {
  file: string
  position: (offset: number) => { line: number; column: number }
}

/** Maximum nesting depth; a config needs five. */
export const MAX_DEPTH = 64
/** Maximum number of values, with aliases expanded. */
export const MAX_NODES = 100_000

export function get(node: Node | undefined, key: string): Node | undefined {
  return pair(node, key)?.value
}

export function pair(node: Node | undefined, key: string): Pair | undefined {
  return node?.kind === 'map' ? node.pairs.find((candidate) => candidate.key === key) : undefined
}

export function pairs(node: Node | undefined): Pair[] {
  return node?.kind === 'map' ? node.pairs : []
}

export function items(node: Node | undefined): Node[] {
  return node?.kind === 'list' ? node.items : []
}

export function text(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined
}

/** The node a path of keys and indexes leads to, or the deepest one that exists on the way. */
export function locate(root: Node, path: readonly unknown[]): { node: Node; whole: boolean } {
  let node = root
  for (const step of path) {
    const next = node.kind === 'list' ? node.items[Number(step)] : get(node, String(step))
    if (next === undefined) return { node, whole: false }
    node = next
  }
  return { node, whole: true }
}

/** Reports duplicate keys in a map, and keeps the first. */
export function dropDuplicates(node: Node, twice: (duplicate: Pair) => void): void {
  if (node.kind === 'list') for (const item of node.items) dropDuplicates(item, twice)
  if (node.kind !== 'map') return
  const seen = new Set<string>()
  node.pairs = node.pairs.filter((candidate) => {
    const first = !seen.has(candidate.key)
    if (!first) twice(candidate)
    seen.add(candidate.key)
    return first
  })
  for (const { value } of node.pairs) dropDuplicates(value, twice)
}

/** The plain value. Maps have no prototype, so that a key named `__proto__` is a key. */
export function plainValue(node: Node): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(plainValue)
  const map: Record<string, unknown> = Object.create(null)
  for (const { key, value } of node.pairs) map[key] = plainValue(value)
  return map
}
