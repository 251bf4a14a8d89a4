/** Libraries copied into a project: how they are named, and what is reported for them. */
import type { LibraryFact, MentionFact } from '../../facts/project.js'
import { putTo } from '../../grouping.js'
import { asideValue, moduleOf } from '../evaluate/modules.js'
import type { Program } from '../evaluate/program.js'
import type { Value } from '../evaluate/values.js'
import { clientAt, isPlatform, objectAt } from '../frameworks/index.js'
import type { Module } from '../ir/types.js'
import type { InnerCall } from './calls.js'

/** Libraries that were only searched as text, by their global names; names that are already known stay as they are. */
export function globalsOfLibraries(modules: ReadonlyMap<string, Module>): Map<string, Value> {
  const found = new Map<string, Value>()
  for (const { library } of modules.values()) {
    if (!library?.isAside || !library.asks) continue
    for (const name of library.globals)
      if (!isPlatform(name) && !objectAt(name) && !clientAt(name))
        found.set(name, asideValue(library, library.name, name))
  }
  return found
}

type Open = Map<string, NonNullable<MentionFact['library']>>

/** Their calls that could not be followed, by their names. */
type Inner = Map<string, InnerCall[]>

/** What is known of the libraries among a project's files. */
export interface Libraries {
  /** Each once, however many files and copies there are. */
  facts: LibraryFact[]
  /** By file: libraries with addresses of their own and calls that could not be followed, and scripts that import them. */
  open: Open
  inner: Inner
}

export function librariesIn(
  modules: ReadonlyMap<string, Module>,
  inside: ReadonlyMap<Module, InnerCall[]>,
  cut: ReadonlySet<Module>,
): Libraries {
  const found = new Map<string, LibraryFact>()
  const open: Open = new Map()
  const inner: Inner = new Map()
  for (const module of modules.values()) {
    const { library, file } = module
    const calls = inside.get(module) ?? []
    if (!library?.asks || (!library.isAside && calls.length === 0 && !cut.has(module))) continue
    if (!library.isAside) open.set(file, { name: library.name, isOwn: true })
    for (const one of calls) putTo(inner, library.name, one)
    const known = found.get(library.name) ?? {
      ...{ name: library.name, place: { file, line: 1, column: 1 }, files: 0, calls: 0, isGiven: true },
    }
    found.set(library.name, {
      ...known,
      files: known.files + 1,
      calls: known.calls + calls.length,
      isGiven: known.isGiven && library.isAside,
    })
  }
  return { facts: [...found.values()], open, inner }
}

/**
 * Adds the scripts that import one of those libraries, and those that such a script imports, which may hold its settings: an
 * address in them may be what the library is given.
 */
export function addUsers({ open }: Libraries, program: Program): void {
  const importsOf = (module: Module) =>
    [...module.imports].flatMap((specifier) => moduleOf(program, specifier, module) ?? [])
  const own = new Map(open)
  for (const module of program.modules.values()) {
    if (own.has(module.file)) continue
    const imports = importsOf(module)
    const name = imports.flatMap(({ file }) => own.get(file)?.name ?? [])[0]
    if (name === undefined) continue
    for (const { file, library } of [module, ...imports])
      if (!library && !open.has(file)) open.set(file, { name, isOwn: false })
  }
}
