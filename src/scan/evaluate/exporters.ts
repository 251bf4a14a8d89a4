/** Builds that import undeclared names automatically (unplugin-auto-import). */
import { putTo } from '../../grouping.js'
import type { Module } from '../ir/types.js'

export type Exporters = ReadonlyMap<string, readonly (readonly [module: Module, name: string])[]>

/** Exports of modules, by the names such a build uses. */
export function exportersOf(modules: Iterable<Module>): Exporters {
  const exporters = new Map<string, [Module, string][]>()
  for (const module of modules) {
    for (const name of module.exports.keys()) {
      const own = importedAs(module, name)
      putTo(exporters, own, [module, name])
    }
  }
  return exporters
}

/** A default export goes by the name of its file: `use-count.ts` gives `useCount`, as does `use-count/index.ts`. */
export function importedAs({ file }: Module, name: string): string {
  if (name !== 'default') return name
  const parts = file.replace(/\.\w+$/, '').split('/')
  const own = parts.at(-1) === 'index' ? parts.at(-2) : parts.at(-1)
  return (own ?? '').replace(/[-_.]+(\w)/g, (_, letter: string) => letter.toUpperCase())
}
