/** A plugin's exports as data: functions stay in their thread and are referred to by number. */

export type Packed =
  | { kind: 'value'; value: unknown }
  | { kind: 'function'; index: number }
  | { kind: 'list'; items: Packed[] }
  | { kind: 'object'; fields: [string, Packed][] }

export type AnyFunction = (...args: unknown[]) => unknown

/** Deeper or larger than any rule is. */
const MAX_DEPTH = 12
const MAX_PARTS = 20_000

/** @returns what can be sent, and its functions, each bound to the object it was found on */
export function pack(exported: unknown): { packed: Packed; functions: AnyFunction[] } {
  const functions: AnyFunction[] = []
  let parts = 0
  const visit = (value: unknown, owner: unknown, depth: number): Packed => {
    parts += 1
    if (depth > MAX_DEPTH || parts > MAX_PARTS) throw new Error('exports more than rules are made of')
    if (typeof value === 'function') {
      functions.push((value as AnyFunction).bind(owner))
      return { kind: 'function', index: functions.length - 1 }
    }
    if (Array.isArray(value))
      return { kind: 'list', items: value.map((item) => visit(item, value, depth + 1)) }
    if (typeof value === 'object' && value !== null) {
      const packed = ([key, item]: [string, unknown]): [string, Packed] => [
        key,
        visit(item, value, depth + 1),
      ]
      return { kind: 'object', fields: Object.entries(value).map(packed) }
    }
    return { kind: 'value', value: typeof value === 'symbol' ? String(value) : value }
  }
  return { packed: visit(exported, undefined, 0), functions }
}

/** @param call calls the function with that number and these arguments */
export function unpack(packed: Packed, call: (index: number, args: unknown[]) => unknown): unknown {
  const visit = (part: Packed): unknown => {
    if (part.kind === 'value') return part.value
    if (part.kind === 'function') return (...args: unknown[]) => call(part.index, args)
    if (part.kind === 'list') return part.items.map(visit)
    return Object.fromEntries(part.fields.map(([key, item]) => [key, visit(item)]))
  }
  return visit(packed)
}
