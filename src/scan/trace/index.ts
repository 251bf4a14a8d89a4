/** Reads a project's scripts and finds which network APIs they call, with which URLs. */

import type { CallFact, Place, ResourceFact } from '../../facts/project.js'
import type { BuildMode } from '../../types.js'
import { otherBuilds } from '../evaluate/builds.js'
import { constantsOf } from '../evaluate/constants.js'
import { openProgram } from '../evaluate/evaluator.js'
import { vendored } from '../evaluate/modules.js'
import type { Program } from '../evaluate/program.js'
import { steered } from '../evaluate/steered.js'
import { leaveOutUnread } from '../evaluate/written.js'
import type { Module } from '../ir/types.js'
import { placeOf } from '../lines.js'
import { NO_STEERING, type Steering } from '../steering.js'
import type { OpenProject, SourceUnit } from '../types.js'
import { callFacts, inOrder } from './calls.js'
import { closingCalls } from './closing.js'
import { type Escapes, escapesIn } from './escapes.js'
import { joinedIn } from './joins.js'
import { tellLists } from './listed.js'
import { byProgram } from './programs.js'
import { type Elsewhere, passOver, type ReadableProject, readModules } from './read.js'
import type { Visit } from './script.js'
import { indexCalls } from './sites.js'
import { unfollowedIn } from './unfollowed.js'
import { addUsers, globalsOfLibraries, type Libraries, librariesIn } from './vendored.js'

export { type Ast, type Parsed, parseScript, type SyntaxFault } from '../ir/parse.js'
export type { InnerCall } from './calls.js'
export { handedCall } from './handed-call.js'
export { type Elsewhere, passOver } from './read.js'
export { readScript, type ScriptRead } from './script.js'
export type { Libraries } from './vendored.js'

export type AnalysedProject = ReadableProject &
  Pick<
    OpenProject,
    | 'buildSettings'
    | 'constants'
    | 'scope'
    | 'programs'
    | 'hasBrowser'
    | 'importsByName'
    | 'isBound'
    | 'isMentioned'
    | 'componentAt'
    | 'listed'
    | 'settle'
    | 'reaches'
  >

export interface Analysis {
  /** Calls that close a socket and say why; they have no URL. */
  closings: CallFact[]
  /** Libraries among the project's files that make requests. */
  libraries: Libraries
  /** Every call of a network API, in order of file and place. */
  calls: CallFact[]
  /** URLs of media that scripts show and play. */
  resources: ResourceFact[]
  /** The objects and clients of the calls, by the names the table of frameworks has for them. */
  used: Set<string>
  /** URLs that scripts assemble, whether they are used or not. */
  joined: { url: string; place: Place }[]
  imports: { specifier: string; place: Place }[]
  /** Scripts and imported files that were parsed. */
  filesRead: number
  /** URLs that only another build uses, with servers that no call of this build contacts. */
  otherBuilds: { text: string; place: Place }[]
  /** Names in `define` that were looked up. */
  usedDefines: ReadonlySet<string>
  /** The first place in each script that creates code at run time. */
  unfollowed: Place[]
  /** Where an API is passed to code that isn't followed, in the files that matter; computed on demand. */
  escapes(reaches: (file: string) => boolean): Escapes
  /** How many calls each entry of `clients` matched. */
  clientCalls: ReadonlyMap<string, number>
}

export interface AnalysisOptions {
  /** Sees every script that was parsed here, without keeping it. */
  visit?: Visit
  /** Other threads that read scripts. */
  elsewhere?: Elsewhere | null
  /** Sees every library that was searched and not parsed. */
  visitAside?: (unit: SourceUnit) => void
  /** The build that conditions choose; `release` when not given. */
  mode?: BuildMode
  /** What the team declares about its source. */
  steering?: Pick<Steering, 'define' | 'clients'>
}

/**
 * Reads every script of a project and what they import, each once, and folds the URLs of its network calls.
 *
 * A call is located where its URL is provided: for `get('/x')` with the project's own `get`, which calls `wx.request`, that is
 * the place of `get('/x')`, with the callee `wx.request`. Each such place is one call; a wrapper that somebody calls
 * is not a call itself. Calls on the object of a platform the source is not read for are marked `foreign`. The insides of the
 * known request libraries are left out: their calls are reported where the project makes them. Scripts that can't be read
 * are added to `passedOver`. Never throws because of a script's content.
 */
export async function analyse(project: AnalysedProject, options: AnalysisOptions = {}): Promise<Analysis> {
  const { modules, ways, filesRead } = await readModules(project, options)
  leaveOutCopies(modules, project)
  const steering = steered(options.steering ?? NO_STEERING)
  const constants = constantsOf(project, options.mode ?? 'release')
  const libraryGlobals = globalsOfLibraries(modules)
  const resolve = (specifier: string, from: string) => project.resolve(specifier, from)
  const parts = byProgram(modules, ways, project.programs ?? []).map((part) => {
    const program = { ...openProgram(part, resolve, constants, steering), libraryGlobals }
    return followed(program, project)
  })
  for (const { program } of parts) tellLists(program, project)
  project.settle?.()
  const inside = new Map(parts.flatMap((part) => [...part.inside]))
  const cut = new Set(parts.flatMap((part) => [...part.cut]))
  const calls = parts.flatMap((part) => part.calls).sort(inOrder)
  const libraries = librariesIn(modules, inside, cut)
  for (const { program } of parts) addUsers(libraries, program)
  return {
    calls,
    resources: parts.flatMap((part) => part.resources),
    used: new Set(parts.flatMap((part) => [...part.used])),
    libraries,
    closings: parts.flatMap((part) => part.closings),
    joined: parts.flatMap((part) => part.joined),
    imports: importsOf(modules),
    filesRead,
    otherBuilds: otherBuilds(new Set(parts.flatMap(({ program }) => [...program.elsewhere])), calls),
    unfollowed: parts.flatMap((part) => part.unfollowed),
    escapes: (reaches) => firstOf(parts.map(({ program }) => escapesIn(program, reaches))),
    usedDefines: new Set([...steering.defines].flatMap(([name, { used }]) => (used.size > 0 ? [name] : []))),
    clientCalls: new Map(steering.clients.map(({ name, calls: own }) => [name, own.size])),
  }
}

const firstOf = (all: readonly Escapes[]): Escapes => ({
  any: all.find(({ any }) => any)?.any ?? null,
  api: all.find(({ api }) => api)?.api ?? null,
})

/**
 * Older copies of a library that lie beside the one in use share all their names with it, and every look-up would go
 * through each of them. Where scripts list the pages, what is reached is known too late for that.
 */
function leaveOutCopies(modules: Map<string, Module>, { lists, reaches }: AnalysedProject): void {
  if (!reaches || (lists && lists.length > 0)) return
  for (const [key, { file, library }] of modules)
    if (library && !library.isAside && !reaches(file.split('\0', 1)[0] ?? file)) modules.delete(key)
}

/** What the scripts of one mini program call. */
function followed(program: Program, project: AnalysedProject) {
  program.hasBrowser = project.hasBrowser ?? true
  program.importsByName = project.importsByName ?? false
  program.isBound = project.isBound ?? false
  program.isMentioned = (name) => project.isMentioned?.(name) ?? true
  program.componentAt = (file, tag) => project.componentAt?.(file, tag) ?? null
  const cut = new Set<Module>()
  const sinks = indexCalls(program, (module) => {
    if (module.library) cut.add(module)
    else passOver(project, { file: module.file, reason: 'budget' })
  })
  const found = callFacts(program, sinks, project.scope)
  leaveOutUnread(program)
  return {
    ...found,
    ...{ program, cut },
    closings: closingCalls(program),
    joined: joinedIn(program),
    unfollowed: unfollowedIn(program),
  }
}

function importsOf(modules: ReadonlyMap<string, Module>): Analysis['imports'] {
  return [...modules.values()]
    .filter((module) => !vendored(module))
    .flatMap((module) => {
      const of = [...module.importedAt].map(([specifier, pos]) => ({
        specifier,
        place: placeOf(module, pos),
      }))
      const { packed, bundled } = module
      return packed === undefined
        ? of
        : [...of, { specifier: packed, place: placeOf(module, bundled?.start ?? 0) }]
    })
}
