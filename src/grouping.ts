/** Appends a value to those with the same key. */
export function putTo<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const known = groups.get(key)
  if (known) known.push(value)
  else groups.set(key, [value])
}
