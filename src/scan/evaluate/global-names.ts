/** Names that scripts put on the global object. */

import { isGlobalObject } from '../frameworks/index.js'
import type { Module } from '../ir/types.js'

export function globalNames(modules: ReadonlyMap<string, Module>): Set<string> {
  const names = new Set<string>()
  for (const { writes } of modules.values()) {
    for (const { object, name } of writes)
      if (object.k === 'global' && isGlobalObject(object.name)) names.add(name)
  }
  return names
}
