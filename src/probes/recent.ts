/** Caches the most recent answers. */
export function recent<T>(limit: number): (key: string, ask: () => T) => T {
  const known = new Map<string, T>()
  return (key, ask) => {
    const found = known.get(key) ?? ask()
    known.set(key, found)
    const [oldest] = known.keys()
    if (known.size > limit && oldest !== undefined) known.delete(oldest)
    return found
  }
}
