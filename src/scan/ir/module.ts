/** A script's module, filled in while the script is read. */

import { word } from '../words.js'
import type { LibraryFile } from './libraries.js'
import type { Expr, Guarded, Module } from './types.js'

export const emptyModule = (file: string, size: number): Module => ({
  file,
  lines: new Int32Array(1),
  size,
  copyOf: null,
  unfollowed: [],
  opens: new Set(),
  imports: new Set(),
  importedAt: new Map(),
  joins: [],
  unused: new Set(),
  bundle: [],
  calls: [],
  members: new Set(),
  names: [],
  loose: [],
  shown: [],
  derived: [],
  writes: [],
  looseWrites: [],
  grown: [],
  extended: [],
  exports: new Map(),
  stars: [],
  regions: [],
})

/** Stands for a library that is not read. */
export const asideModule = (file: string, size: number, library: LibraryFile): Module => ({
  ...emptyModule(file, size),
  library,
})

export function importFrom(module: Module, specifier: string, pos: number): void {
  const kept = word(specifier)
  module.imports.add(kept)
  if (!module.importedAt.has(kept)) module.importedAt.set(kept, pos)
}

/** As a specifier: the module that refers to its own `exports`. */
export const ITSELF = ''

/** TypeScript's output reads an export where its source reads a variable: `exports.BASE + path`. */
export const ownExport = (module: Module, name: string, pos: number): Expr => {
  return { k: 'import', specifier: ITSELF, from: module, name, pos }
}

export function addExport(module: Module, name: string, value: Expr): void {
  // `module.exports = exports`
  if (name === '=' && value.k === 'import' && value.specifier === ITSELF && value.from === module) return
  const known = module.exports.get(name)
  if (known) known.push(value)
  else module.exports.set(word(name), [value])
}

/**
 * The module is a framework's runtime, as a build wrote it, and often holds more: what several pages share. There the framework's
 * object is called by the variable that it is exported from.
 */
export function makeRuntime(module: Module, objects: Readonly<Record<string, string>>): void {
  module.runtime = objects
  module.copyOf = null
  for (const [name, path] of Object.entries(objects)) {
    const value: Expr = { k: 'global', name: path }
    for (const exported of module.exports.get(name) ?? [])
      if (exported.k === 'ref')
        exported.binding.values = exported.binding.values.map((one): Guarded => ({ ...one, value }))
  }
}
