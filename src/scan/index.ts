/** A mini program's folder → the servers its source talks to. Nothing in it is executed. */
import type { CallFact, MentionFact, Place, ProjectFacts, SecretFact, SteeringFact } from '../facts/index.js'
import { isAlwaysRead, readFor } from '../platforms/index.js'
import type { BuildMode, Family } from '../types.js'
import { openHelpers } from './helpers.js'
import { addSeen, lookAt, newSeen } from './look.js'
import { openProject, type ScanFault } from './project/index.js'
import { byName } from './project/paths.js'
import { maskSecrets } from './secrets/index.js'
import { type Exclusion, exclude, NO_STEERING, outside, type Steering } from './steering.js'
import { askedByName, type Mention, mentionsInText, mentionsOf, unaccounted } from './sweep/index.js'
import { servingIn, withServing } from './sweep/serving.js'
import { silentClients } from './sweep/silent.js'
import { type Analysis, analyse, handedCall, passOver } from './trace/index.js'
import type { OpenProject, SourceUnit } from './types.js'

export { ScanFault } from './project/index.js'
export { type ReadRecording, type RecordingKind, readHar, readLog, readRecording } from './seen/index.js'

/** What is known about a project besides its source. All optional. */
export interface ScanOptions {
  /** The platforms it is built for, overriding its own files. */
  families?: Family[]
  /** The platforms it is judged for: code for none of them is left out. Default: those its files name. */
  judged?: Family[]
  /** The build that conditions on the environment select; default `release`. */
  mode?: BuildMode
  /** What the team declares about its source; paths are relative to the scanned folder. */
  steering?: Steering
  /** Threads that share the reading of scripts; the result is the same. Default one; small projects use one. */
  jobs?: number
}

/** The result of a scan in its own thread: the facts, or why the folder could not be scanned. */
export type Scanned = { facts: ProjectFacts } | { fault: ScanFault['reason'] }

/**
 * Reads the project in `folder`. A file that can't be understood is reported in `passedOver`; secrets come masked,
 * in URLs too. A folder without scripts gives no calls and `filesRead` 0.
 * Throws a ScanFault when the folder is missing, is a file or can't be opened.
 */
export async function scanProject(folder: string, options: ScanOptions = {}): Promise<ProjectFacts> {
  const { mode = 'release', steering = NO_STEERING, jobs = 1 } = options
  const out = exclude(await openProject(folder, options), steering.exclude)
  const { project } = out
  const seen = newSeen()
  const { mentions } = seen
  const visit = (unit: SourceUnit, ast: object) => lookAt(unit, ast, seen)
  const visitAside = (unit: SourceUnit) => mentions.push(...mentionsInText(unit))
  const helpers = openHelpers(jobs, project.scripts.length, (more) => addSeen(seen, more))
  const found = await analyse(project, { visit, visitAside, elsewhere: helpers, mode, steering })
  await helpers?.close()
  const values = new Set(seen.values)
  const secrets = [...(project.secrets ?? []), ...seen.secrets]
  const settings = [...project.settings, ...seen.settings]
  const { used, joined, filesRead, otherBuilds, libraries } = found
  const serving = servingIn(found.imports, project)
  const isPart = ({ place }: { place: Place }) => !serving.has(place.file)
  const isReached = (file: string) => project.reaches?.(file) !== false
  const escapes = found.escapes((file) => isReached(file) && !serving.has(file))
  const [calls, imports] = [found.calls.filter(isPart), found.imports.filter(isPart)]
  const handed = escapes.api && handedCall(escapes.api, calls)
  if (handed) calls.push(handed)
  for (const place of found.unfollowed)
    if (isReached(place.file)) passOver(project, { ...place, reason: 'run-time-code' })
  const resources = [...project.resources, ...seen.resources, ...found.resources]
  for (const { url, place } of joined)
    mentions.push(...mentionsOf(url).map(({ at: _, ...one }) => ({ place, ...one })))
  const urls = () => calls.flatMap((call) => call.urls.map(({ text }) => text))
  const told = () => [...urls(), ...resources.map(({ url }) => url), ...otherBuilds.map(({ text }) => text)]
  // Scripts that nothing in the mini program refers to, such as checks or uploads, make no requests on a phone.
  const reached = mentions.filter(({ place }) => isReached(place.file))
  calls.push(...askedByName(unaccounted(reached, told()), libraries))
  const left = outside(unaccounted(reached, told()), out)
  const gone = left.length > 0 ? escapes.any : null
  const clean = (text: string) => maskSecrets(text, values)
  return {
    kinds: project.kinds,
    families: project.families,
    ...readForOthers(project.scope),
    filesRead: filesRead - serving.size,
    mode,
    pages: project.pages,
    leftOut: withServing(project.leftOut(), serving),
    passedOver: outside(project.passedOver, out).sort((a, b) => byName(a.file, b.file)),
    calls: inOrder(outside(calls, out)).map((call) => ({
      ...call,
      ...(!isReached(call.place.file) && { unreached: true as const }),
      urls: call.urls.map((url) => ({ ...url, text: clean(url.text) })),
      methods: call.methods.map((method) => ({ ...method, text: clean(method.text) })),
    })),
    ...(found.closings.length > 0 && { closings: outside(found.closings, out) }),
    otherBuilds: otherBuilds.map((one) => ({ ...one, text: clean(one.text) })),
    settings: inOrder(outside(settings, out)),
    resources: inOrder(outside(resources, out)).map((one) => ({ ...one, url: clean(one.url) })),
    secrets: distinct(inOrder(outside(secrets, out))).flatMap(besides(serving, project)),
    mentions: inOrder(left)
      .map(isDownloading(calls) ? mayBeAsked : (one) => one)
      .map((one) => ({
        ...ofLibrary(one, libraries),
        url: clean(one.url),
        ...(gone && { escape: gone }),
      })),
    ...(libraries.facts.length > 0 && { libraries: outside(libraries.facts, out) }),
    silentClients: silentClients(project.dependencies ?? [], imports, used),
    steering: steeringFacts(steering, found, out),
  }
}

/** A server that lies among the pages is uploaded only where the developer tools don't leave out what nothing refers to. */
function besides(
  serving: ReadonlySet<string>,
  { packsUnused = 'perhaps' }: Pick<OpenProject, 'packsUnused'>,
) {
  return (secret: SecretFact): SecretFact[] => {
    if (packsUnused === 'yes' || !serving.has(secret.place.file)) return [secret]
    return packsUnused === 'no' ? [] : [{ ...secret, ofServer: true }]
  }
}

/** What isn't known to be downloaded may be an image, too. */
const isDownloading = (calls: readonly CallFact[]) =>
  calls.some(({ api, undetermined, foreign }) => api === 'downloadFile' && undetermined && !foreign)

const mayBeAsked = ({ isMedia: _, ...one }: Mention): Mention => one

/** An address that none of the followed calls uses is probably asked by those of a library that could not be followed, if it is read at all. */
function ofLibrary({ isUnread, property: _, ...one }: Mention, { open }: Analysis['libraries']): MentionFact {
  const library = open.get(one.place.file)
  // Settings beside a library are read in other scripts.
  return library ? { ...one, ...(isUnread && library.isOwn && { isUnread }), library } : one
}

/** Reported only if it differs from what every scan reads for. */
function readForOthers(scope: readonly Family[] = readFor([])): Pick<ProjectFacts, 'readFor'> {
  return scope.every(isAlwaysRead) ? {} : { readFor: [...scope] }
}

function steeringFacts({ define, clients }: Steering, found: Analysis, out: Exclusion): SteeringFact[] {
  const { usedDefines, clientCalls } = found
  return [
    ...define.map(({ name, value, place }): SteeringFact => {
      return { key: 'define', name, value, place, used: usedDefines.has(name) ? 1 : 0 }
    }),
    ...clients.map(({ name, api, base, place }): SteeringFact => {
      return { key: 'clients', name, value: base ?? api, place, used: clientCalls.get(name) ?? 0 }
    }),
    ...out.facts(),
  ]
}

function inOrder<T extends { place: Place }>(facts: readonly T[]): T[] {
  return [...facts].sort(
    ({ place: a }, { place: b }) => byName(a.file, b.file) || a.line - b.line || a.column - b.column,
  )
}

function distinct(secrets: readonly SecretFact[]): SecretFact[] {
  const key = ({ place, kind, text }: SecretFact) => JSON.stringify([place, kind, text])
  return [...new Map(secrets.map((secret) => [key(secret), secret])).values()]
}
