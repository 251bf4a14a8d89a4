/** Request libraries that a project depends on but whose calls were not found. */
import type { Place, SilentClient } from '../../facts/index.js'
import { frameworksOf, packageName } from '../frameworks/index.js'
import type { Dependency } from '../types.js'

export interface Import {
  specifier: string
  place: Place
}

/** `used` are the names of clients and objects of which a call was seen. Each library is reported once, where it is imported first. */
export function silentClients(
  dependencies: readonly Dependency[],
  imports: readonly Import[],
  used: ReadonlySet<string>,
): SilentClient[] {
  const found = new Map<string, SilentClient>()
  const add = (name: string, client: SilentClient) => {
    const silent = frameworksOf(name).filter(({ isClient }) => isClient)
    const isUsed = silent.some(({ clients = [], objects = [] }) =>
      [...clients.map((one) => one.name), ...objects.map(({ path }) => path)].some((one) => used.has(one)),
    )
    if (silent.length > 0 && !isUsed && !found.has(name)) found.set(name, client)
  }
  for (const { specifier, place } of imports) {
    const name = packageName(specifier)
    add(name, { name, place, isImported: true })
  }
  for (const { name, place } of dependencies) add(name, { name, place, isImported: false })
  return [...found.values()]
}
