/** Names that scripts put on the global object. */

import type { Module } from '../ir/types.js'

const GLOBAL_OBJECTS = new Set(['globalThis', 'window', 'global', 'self'])

export function globalNames(modules: ReadonlyMap<string, Module>): Set<string> {
  const names = new Set<string>()
  for (const { writes } of modules.values()) {
    for (const { object, name } of writes)
      if (object.k === 'global' && GLOBAL_OBJECTS.has(object.name)) names.add(name)
  }
  return names
}
