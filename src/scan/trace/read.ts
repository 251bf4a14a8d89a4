/** Every script of a project and its imports, each once: read by this thread and by others ahead of it. */
import type { PassedOver } from '../../facts/project.js'
import { knownImport, mayReachNetwork, runtimeIn } from '../frameworks/index.js'
import { noteGiven } from '../ir/language.js'
import { type LibraryFile, libraryOf, namesNoServer } from '../ir/libraries.js'
import { asideModule, ITSELF, makeRuntime } from '../ir/module.js'
import type { Module } from '../ir/types.js'
import { holdsMarkup } from '../tags.js'
import type { OpenProject, SourceUnit } from '../types.js'
import { forgetWords } from '../words.js'
import type { Way } from './programs.js'
import { type Reading, readScript, type ScriptRead } from './script.js'

export type ReadableProject = Pick<
  OpenProject,
  | 'scripts'
  | 'read'
  | 'resolve'
  | 'isByName'
  | 'scriptsIn'
  | 'tellMissing'
  | 'tellOpen'
  | 'lists'
  | 'passedOver'
  | 'sharesScripts'
>

/** Threads that read scripts besides this one. */
export interface Elsewhere {
  hasRoom(): boolean
  /** Their result for a script; null if this thread must read it itself. */
  read(unit: SourceUnit, how: Omit<Reading, 'visit'>): Promise<ScriptRead | null>
}

export interface ReadOptions extends Pick<Reading, 'visit'> {
  visitAside?: (unit: SourceUnit) => void
  elsewhere?: Elsewhere | null
}

export interface Read {
  modules: Map<string, Module>
  /** Which script imports which. */
  ways: Way[]
  /** Scripts and imported files that were parsed. */
  filesRead: number
}

export async function readModules(project: ReadableProject, options: ReadOptions): Promise<Read> {
  const read: Read = { modules: new Map(), ways: [], filesRead: 0 }
  const waiting = [...project.scripts].reverse()
  const known = new Set(waiting)
  const next = options.elsewhere ? readAhead(project, options, options.elsewhere) : readHere(project, options)
  let left = MAX_IMPORTED
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const { opened, script } = await next(file)
    const variants = finished(opened, script, project)
    if (variants.length > 0) read.filesRead++
    joinVariants(variants).forEach((module, at) => {
      read.modules.set(at === 0 ? file : `${file}\0${at}`, module)
      for (const [key, part] of module.parts ?? []) read.modules.set(key, part)
      for (const one of module.bundle) read.modules.set(one.file, one)
    })
    for (const imported of importedBy(variants, opened, file, project)) {
      read.ways.push([file, imported])
      if (known.has(imported)) continue
      known.add(imported)
      if (left-- > 0) waiting.push(imported)
      else passOver(project, { file: imported, reason: 'limit' })
    }
  }
  for (const list of project.lists ?? [])
    for (const [at, block] of list.blocks.entries())
      for (const one of (await readScript(block, { isOwn: true })).modules)
        read.modules.set(settingsKey(list.file, at), one)
  forgetWords()
  return read
}

/** The key of settings in a component, which are read as a script of their own. */
export const settingsKey = (file: string, at: number): string => `${file}\0settings ${at}`

/** An open file: what its text alone shows before parsing. */
interface Opened {
  /** Null where it is passed over. */
  unit: SourceUnit | null
  runtime: Module['runtime'] | null
  library: LibraryFile | null
  /** It is not parsed; this is used instead. */
  instead: Module[] | null
}

/** The result of reading one file; no script if nothing in it is parsed. */
interface Next {
  opened: Opened
  script: ScriptRead | null
}

/** Larger scripts would take more memory than a scan may. */
const MAX_UNITS = 3_000_000

async function open(file: string, project: ReadableProject, options: ReadOptions): Promise<Opened> {
  const unit = await project.read(file)
  if (unit === null) return { unit, runtime: null, library: null, instead: [] }
  const { code } = unit
  const runtime = runtimeIn(code)
  const isOwn = (specifier: string) =>
    !project.isByName?.(specifier, file) && project.resolve(specifier, file) !== null
  const library = runtime ? null : libraryOf(unit, isOwn)
  if (library?.isAside) {
    if (!library.asks || !namesNoServer(code)) options.visitAside?.(unit)
    const module = asideModule(file, code.length, library)
    noteGiven(module, code)
    return { unit, runtime, library, instead: [module] }
  }
  if (code.length <= MAX_UNITS) return { unit, runtime, library, instead: null }
  passOver(project, { file, reason: 'too-large' })
  return { unit, runtime, library, instead: [] }
}

function finished(
  { unit, runtime, library, instead }: Opened,
  script: ScriptRead | null,
  project: ReadableProject,
): Module[] {
  if (instead || !unit || !script) return instead ?? []
  const { modules, fault } = script
  const { file, code } = unit
  // If it doesn't mention the network, only its calls to the project's own code matter, and those are read.
  if (fault && (modules.length === 0 || mayReachNetwork(code))) {
    const { reason, line, column } = fault
    passOver(project, reason === 'nesting' ? { file, reason } : { file, reason, line, column })
  }
  const [whole, ...others] = modules
  if (!whole || others.length > 0 || fault) return modules
  if (runtime) makeRuntime(whole, runtime)
  if (library)
    for (const one of [whole, ...whole.bundle, ...(whole.parts?.values() ?? [])]) one.library = library
  return modules
}

type ReadNext = (file: string) => Promise<Next>

async function parsed(opened: Opened, project: ReadableProject, { visit }: ReadOptions) {
  const { unit, instead } = opened
  return instead || !unit ? null : await readScript(unit, { visit, ...howToRead(opened, project) })
}

const howToRead = ({ library }: Opened, { sharesScripts }: ReadableProject) => ({
  ...{ isShared: sharesScripts, isOwn: library === null },
})

function readHere(project: ReadableProject, options: ReadOptions): ReadNext {
  return async (file) => {
    const opened = await open(file, project, options)
    return { opened, script: await parsed(opened, project, options) }
  }
}

/** The number of files that may be ready before their turn, waiting in memory. */
const MOST_AHEAD = 200

/** A file started before its turn; `script` is absent until it is ready. */
interface Begun {
  opened: Opened
  coming: Promise<unknown> | null
  script?: ScriptRead | null
}

/**
 * Files are processed in order, with the same result as without other threads. Those start with files
 * further on, and this thread continues with others while it waits for theirs.
 */
function readAhead(project: ReadableProject, options: ReadOptions, elsewhere: Elsewhere): ReadNext {
  const begun = new Map<string, Begun>()
  const taken = new Set<string>()
  let at = 0
  async function begin(): Promise<Begun | null> {
    while (at < project.scripts.length && begun.size < MOST_AHEAD) {
      const file = project.scripts[at++]
      if (file === undefined || taken.has(file)) continue
      const one: Begun = { opened: await open(file, project, options), coming: null }
      begun.set(file, one)
      return one
    }
    return null
  }
  async function fill(): Promise<void> {
    while (elsewhere.hasRoom()) {
      const one = await begin()
      if (one === null) return
      const { unit, instead } = one.opened
      if (instead || !unit) one.script = null
      else
        one.coming = elsewhere.read(unit, howToRead(one.opened, project)).then(async (script) => {
          one.script = script ?? (await parsed(one.opened, project, options))
        })
    }
  }
  return async (file) => {
    taken.add(file)
    await fill()
    const one = begun.get(file) ?? { opened: await open(file, project, options), coming: null }
    if (one.coming === null && one.script === undefined)
      one.script = await parsed(one.opened, project, options)
    while (one.script === undefined) {
      const other = await begin()
      if (other === null) await one.coming
      else {
        other.script = await parsed(other.opened, project, options)
        await arrivals()
        await fill()
      }
    }
    begun.delete(file)
    return { opened: one.opened, script: one.script }
  }
}

/** Messages of other threads come in between. */
const arrivals = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Most files that are read only since others import them: settings in JSON, packages, what was left out of the walk. */
const MAX_IMPORTED = 5_000

/** Known packages are recognised by name; there is no need to read them. */
function importedBy(
  modules: readonly Module[],
  { unit }: Opened,
  file: string,
  project: ReadableProject,
): string[] {
  const unused = (specifier: string) =>
    // A component's imports may be used by its template alone.
    holdsMarkup(file) ? false : modules.every((module) => module.unused.has(specifier))
  const named = modules.flatMap((module) => {
    const again = [...module.exports.values()]
      .flat()
      .flatMap((one) => (one.k === 'import' && one.specifier !== ITSELF ? one.specifier : []))
    return [...module.imports, ...module.stars, ...again]
  })
  const scriptsIn = (folder: string) => project.scriptsIn?.(folder, file) ?? []
  const opened = modules
    .flatMap(({ opens }) => [...opens])
    .flatMap((one) => (one === '' ? namedIn(unit?.code ?? '', file, project) : scriptsIn(one)))
  if (opened.length === 0 && modules.some(({ opens, library }) => opens.has('') && !library))
    project.tellOpen?.(file)
  return [...new Set([...named, ...(unit?.reaches ?? [])])]
    .flatMap((specifier) => {
      if (knownImport(specifier)) return []
      const imported = project.resolve(specifier, file)
      // A file imported for types only may be generated and leaves no trace in the output.
      if (imported === null && !unused(specifier)) project.tellMissing?.(specifier, file)
      return imported ?? []
    })
    .concat(opened)
}

const RELATIVE = /(['"`])(\.{1,2}\/[^'"`\s]+)\1/g

/** `require(list[i].file)`: any script that is named in the same one. */
function namedIn(code: string, file: string, { resolve }: ReadableProject): string[] {
  return [...code.matchAll(RELATIVE)].flatMap(([, , specifier = '']) => resolve(specifier, file) ?? [])
}

/** Importers of a file get the exports of all its variants. */
function joinVariants(variants: Module[]): Module[] {
  const [first, ...others] = variants
  for (const { exports } of others)
    for (const [name, values] of exports)
      first?.exports.set(name, [...(first.exports.get(name) ?? []), ...values])
  return variants
}

/** A file is reported once: JSON may have been read before, as settings. */
export function passOver({ passedOver }: ReadableProject, one: PassedOver): void {
  if (!passedOver.some(({ file }) => file === one.file)) passedOver.push(one)
}
