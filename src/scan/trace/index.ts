/** Reads a project's scripts and tells which network APIs they call, and with which URLs. */

import type { CallFact, LibraryFact, PassedOver, Place, ResourceFact } from '../../facts/project.js'
import type { BuildMode } from '../../types.js'
import { otherBuilds } from '../evaluate/builds.js'
import { constantsOf } from '../evaluate/constants.js'
import { openProgram } from '../evaluate/evaluator.js'
import { vendored } from '../evaluate/modules.js'
import { steered } from '../evaluate/steered.js'
import { knownImport, mayReachNetwork, runtimeIn } from '../frameworks/index.js'
import { type Part, partsOf } from '../ir/bundles.js'
import { applyConditions, type Conditioned, variantsOf } from '../ir/conditional.js'
import { noteGiven } from '../ir/language.js'
import { libraryOf, namesNoServer } from '../ir/libraries.js'
import { lower, parsedText } from '../ir/lower.js'
import { asideModule } from '../ir/module.js'
import { type Ast, parseMended, parseScript, type Statements, type SyntaxFault } from '../ir/parse.js'
import type { Module } from '../ir/types.js'
import { placeOf } from '../lines.js'
import { NO_STEERING, type Steering } from '../steering.js'
import type { OpenProject, SourceUnit } from '../types.js'
import { callFacts } from './calls.js'
import { closingCalls } from './closing.js'
import { joinedIn } from './joins.js'
import { indexCalls } from './sites.js'
import { librariesIn, libraryGlobals } from './vendored.js'

export { type Ast, type Parsed, parseScript, type SyntaxFault } from '../ir/parse.js'

export type AnalysedProject = Pick<
  OpenProject,
  | 'scripts'
  | 'read'
  | 'resolve'
  | 'tellMissing'
  | 'settle'
  | 'passedOver'
  | 'buildSettings'
  | 'constants'
  | 'scope'
  | 'hasBrowser'
  | 'sharesScripts'
  | 'importsByName'
>

export interface Analysis {
  /** Calls that close a socket and say why; they have no URL. */
  closings: CallFact[]
  /** Libraries among the project's files that ask servers. */
  libraries: LibraryFact[]
  /** Every call of a network API, in order of file and place. */
  calls: CallFact[]
  /** Addresses of what scripts show and play. */
  resources: ResourceFact[]
  /** The objects and clients of the calls, by the names the table of frameworks has for them. */
  used: Set<string>
  /** Addresses that are put together in scripts, whatever becomes of them. */
  joined: { url: string; place: Place }[]
  imports: { specifier: string; place: Place }[]
  /** Scripts and imported files that were parsed. */
  filesRead: number
  /** URLs that only another build has, whose servers no call of this one asks. */
  otherBuilds: { text: string; place: Place }[]
  /** Names of `define` that were asked for. */
  usedDefines: ReadonlySet<string>
  /** How many calls each of `clients` stands for. */
  clientCalls: ReadonlyMap<string, number>
}

export interface AnalysisOptions {
  /** Sees every script that was parsed, with its tree; nothing of it is kept. `unit.code` is what was parsed. */
  visit?: (unit: SourceUnit, ast: Ast) => void
  /** Sees every library that was looked through and not parsed. */
  visitAside?: (unit: SourceUnit) => void
  /** The build that conditions choose; `release` when not given. */
  mode?: BuildMode
  /** What the team says of its source. */
  steering?: Pick<Steering, 'define' | 'clients'>
}

/**
 * Reads every script of a project and what they import, each once, and folds the URLs of its network calls.
 *
 * A call stands where its URL is given: for `get('/x')` of the project's own `get`, which calls `wx.request`, that is
 * the place of `get('/x')`, with the callee `wx.request`. Each such place is one call; a wrapper that somebody calls
 * is none of its own. Calls on the object of a platform that is not read for are marked `foreign`. The insides of the
 * known request libraries are left out: their calls are told where the project makes them. Scripts that can't be read
 * are added to `passedOver`. Never throws for what a script holds.
 */
export async function analyse(project: AnalysedProject, options: AnalysisOptions = {}): Promise<Analysis> {
  const { modules, filesRead } = await readModules(project, options)
  const resolve = (specifier: string, from: string) => project.resolve(specifier, from)
  const steering = steered(options.steering ?? NO_STEERING)
  const constants = constantsOf(project, options.mode ?? 'release')
  const program = openProgram(modules, resolve, constants, steering)
  program.hasBrowser = project.hasBrowser ?? true
  program.importsByName = project.importsByName ?? false
  program.libraryGlobals = libraryGlobals(modules)
  const cut = new Set<Module>()
  const sinks = indexCalls(program, (module) => {
    if (module.library) cut.add(module)
    else passOver(project, { file: module.file, reason: 'budget' })
  })
  const { inside, ...found } = callFacts(program, sinks, project.scope)
  return {
    ...found,
    libraries: librariesIn(modules, inside, cut),
    closings: closingCalls(program),
    joined: joinedIn(program),
    imports: importsOf(modules),
    filesRead,
    otherBuilds: otherBuilds(program, found.calls),
    usedDefines: new Set([...steering.defines].flatMap(([name, { used }]) => (used.size > 0 ? [name] : []))),
    clientCalls: new Map(steering.clients.map(({ name, calls: own }) => [name, own.size])),
  }
}

interface Read {
  modules: Map<string, Module>
  filesRead: number
}

export async function readModules(project: AnalysedProject, options: AnalysisOptions): Promise<Read> {
  const read: Read = { modules: new Map(), filesRead: 0 }
  const waiting = [...project.scripts].reverse()
  const known = new Set(waiting)
  let left = MAX_IMPORTED
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const unit = await project.read(file)
    const variants = unit === null ? [] : await readVariants(unit, project, options)
    if (variants.length > 0) read.filesRead++
    joinVariants(variants).forEach((module, at) => {
      read.modules.set(at === 0 ? file : `${file}\0${at}`, module)
      for (const [key, part] of module.parts ?? []) read.modules.set(key, part)
      for (const one of module.bundle) read.modules.set(one.file, one)
    })
    for (const imported of importedBy(variants, unit?.reaches ?? [], file, project)) {
      if (known.has(imported)) continue
      known.add(imported)
      if (left-- > 0) waiting.push(imported)
      else passOver(project, { file: imported, reason: 'limit' })
    }
  }
  project.settle?.()
  return read
}

function importsOf(modules: ReadonlyMap<string, Module>): Analysis['imports'] {
  return [...modules.values()]
    .filter((module) => !vendored(module))
    .flatMap((module) =>
      [...module.importedAt].map(([specifier, pos]) => ({ specifier, place: placeOf(module, pos) })),
    )
}

/** Most files that are read only since others import them: settings in JSON, packages, what was left out of the walk. */
const MAX_IMPORTED = 5_000

/** Known packages are told by what they are called for; nobody needs to look into them. */
function importedBy(
  modules: readonly Module[],
  reaches: readonly string[],
  file: string,
  project: AnalysedProject,
): string[] {
  const unused = (specifier: string) =>
    holdsTemplate(file) ? false : modules.every((module) => module.unused.has(specifier))
  const named = modules.flatMap((module) => {
    const again = [...module.exports.values()]
      .flat()
      .flatMap((one) => (one.k === 'import' ? one.specifier : []))
    return [...module.imports, ...module.stars, ...again]
  })
  return [...new Set([...named, ...reaches])].flatMap((specifier) => {
    if (knownImport(specifier)) return []
    const imported = project.resolve(specifier, file)
    // What only types are taken from may be generated, and leaves no trace in the output.
    if (imported === null && !unused(specifier)) project.tellMissing?.(specifier, file)
    return imported ?? []
  })
}

/** A component's imports may be used by its template alone. */
const holdsTemplate = (file: string) => /\.(?:vue|nvue|uvue|wpy|mpx|cml|ux)$/i.test(file)

/** Whoever imports a file gets what any of its variants exports. */
function joinVariants(variants: Module[]): Module[] {
  const [first, ...others] = variants
  for (const { exports } of others)
    for (const [name, values] of exports)
      first?.exports.set(name, [...(first.exports.get(name) ?? []), ...values])
  return variants
}

/** What is told of a file once is enough: JSON may have been read before, as settings. */
function passOver({ passedOver }: AnalysedProject, one: PassedOver): void {
  if (!passedOver.some(({ file }) => file === one.file)) passedOver.push(one)
}

/** Larger scripts would take more memory than a scan may. */
const MAX_UNITS = 3_000_000

/** One module, or one for each way it may be compiled where they don't go together. */
async function readVariants(
  source: SourceUnit,
  project: AnalysedProject,
  options: AnalysisOptions,
): Promise<Module[]> {
  const { file, code, conditions } = source
  const reading: Reading = { ...options, isShared: project.sharesScripts }
  const runtime = runtimeIn(code)
  const library = runtime ? null : libraryOf(source, (specifier) => project.resolve(specifier, file) !== null)
  if (library?.isAside) {
    if (!library.asks || !namesNoServer(code)) options.visitAside?.(source)
    const module = asideModule(file, code.length, library)
    noteGiven(module, code)
    return [module]
  }
  if (code.length > MAX_UNITS) {
    passOver(project, { file, reason: 'too-large' })
    return []
  }
  const whole = await readModule(
    source,
    conditions ? applyConditions(code, conditions) : asItStands(code),
    reading,
  )
  if ('file' in whole) {
    if (runtime) whole.runtime = runtime
    if (library) for (const one of [whole, ...(whole.parts?.values() ?? [])]) one.library = library
    return [whole]
  }
  if (conditions && whole.reason === 'syntax') {
    const all = variantsOf(code, conditions)
    const read = await Promise.all(all.map((variant) => readModule(source, variant, reading)))
    const modules = read.filter((one) => 'file' in one)
    if (modules.length === all.length) return modules
  }
  if (RUNS_APART.test(file)) return []
  const { reason, line, column } = whole
  const mended = reason === 'syntax' && library === null ? await readMended(source, reading) : null
  // Where it names nothing of the network only its calls of the project's own matter, and those are read.
  if (!mended || mayReachNetwork(code))
    passOver(project, reason === 'nesting' ? { file, reason } : { file, reason, line, column })
  return mended ? [mended] : []
}

/** A script with slips: what it calls is told, and that it has them. */
async function readMended(source: SourceUnit, reading: Reading): Promise<Module | null> {
  const { code, regions } = source.conditions
    ? applyConditions(source.code, source.conditions)
    : asItStands(source.code)
  const unit = { ...source, code }
  const parsed = await parseMended(unit)
  if (!parsed || 'fault' in parsed) return null
  try {
    reading.visit?.(unit, parsed.ast)
    return lower(source.file, parsedText(code), parsed.ast.program.body, regions, reading.isShared)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return null
  }
}

/**
 * WXS, in a file or in markup, is a language of its own, which names things `class` as it likes; it has no API of the
 * platform and no script can require it (WXS 语法参考).
 */
const RUNS_APART = /\.(?:wxs|wxml)$/

const asItStands = (code: string): Conditioned => ({ code, regions: [] })

interface Reading extends Pick<AnalysisOptions, 'visit'> {
  /** Scripts share their names, as pages of a browser do. */
  isShared: boolean | undefined
}

async function readModule(
  source: SourceUnit,
  { code, regions }: Conditioned,
  { visit, isShared }: Reading,
): Promise<Module | SyntaxFault> {
  const unit = { ...source, code }
  const first = await parseScript(unit)
  // What builds by TypeScript need not say so: uni-app x, and loaders that take every component's script for it.
  const isElsewise = 'fault' in first && first.fault.reason === 'syntax' && unit.language === 'js'
  const again = isElsewise ? await parseScript({ ...unit, language: 'ts' }) : first
  const parsed = 'fault' in again ? first : again
  if ('fault' in parsed) return parsed.fault
  try {
    visit?.(unit, parsed.ast)
    const text = parsedText(code)
    if (source.shift) text.lines[0] = source.shift
    const read = (body: Statements) => lower(source.file, text, body, regions, isShared)
    const parts = partsOf(parsed.ast)
    const whole = read(parsed.ast.program.body)
    if (parts.length > 0)
      whole.parts = new Map(parts.map((part) => [keyOf(source, part.id), partOf(part, source, read)]))
    return whole
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { message: '', reason: 'nesting', line: 1, column: 1 }
  }
}

const keyOf = ({ file }: SourceUnit, id: string) => `${file}\0part ${id}`

/** A script of a bundle is a module like another. */
function partOf({ body, requires }: Part, source: SourceUnit, read: (body: Statements) => Module): Module {
  const module = read(body)
  module.requires = new Map([...requires].map(([specifier, id]) => [specifier, keyOf(source, id)]))
  return module
}
