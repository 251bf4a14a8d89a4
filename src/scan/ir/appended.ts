/** The array with one more item. An array grown with `push` reserves room for sixteen, and very many have just one. */
export function appended<T>(items: readonly T[], item: T): readonly T[] {
  if (items.length < 2) return items.length === 0 ? [item] : [...items, item]
  ;(items as T[]).push(item)
  return items
}

/** A copy without that room, which `filter` and `flatMap` reserve, too. */
export const trimmed = <T>(items: readonly T[]): T[] => items.slice()
