/** `DIR` → what was found in it, with paths relative to the working directory. */
import { stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import type { ScanSettings } from '../../config/index.js'
import type { SteeringFact } from '../../facts/index.js'
import { readFileBounded } from '../../files/index.js'
import type { Config, Place, PlatformId, ProjectFacts } from '../../index.js'
import { visible } from '../../report/text.js'
import { type BuildMode, familyOf } from '../../types.js'
import { readingJobs } from '../jobs.js'
import type { Session } from '../session.js'
import { causeOf, UsageError } from '../usage-error.js'
import { scanApart } from './apart.js'

/** Before any work: scanning something that isn't a folder ends with status 2. */
export async function checkFolder(folder: string, { io, words }: Session): Promise<void> {
  const { scan } = words
  const found = await stat(resolve(io.cwd, folder)).catch(causeOf)
  const fault = typeof found === 'string' ? found : found.isDirectory() ? null : scan.noFolder
  if (folder === '' || fault !== null)
    throw new UsageError(scan.notAFolder(visible(folder, 300), fault ?? 'ENOENT'))
}

export interface ReadAs {
  /** The platforms it is built for, overriding its own files. */
  platforms?: readonly PlatformId[] | undefined
  /** Overrides the config's. */
  mode?: BuildMode | undefined
  config?: Config | null
  /** Threads that share the reading; absent: the default number. */
  jobs?: number | undefined
}

export async function readProject(folder: string, as: ReadAs, session: Session): Promise<ProjectFacts> {
  const { io, words } = session
  const { platforms, config } = as
  const settings = config?.scan
  const judged = platforms ?? config?.platforms
  const place = await rootOf(resolve(io.cwd, folder), settings, session)
  const mode = as.mode ?? settings?.mode?.mode
  const options = {
    ...(platforms ? { families: [...new Set(platforms.map(familyOf))] } : {}),
    ...(judged ? { judged: [...new Set(judged.map(familyOf))] } : {}),
    ...(mode ? { mode } : {}),
    ...(settings ? { steering: settings } : {}),
    jobs: readingJobs(as.jobs),
  }
  const scanned = await scanApart(place, options, io.signal)
  if ('fault' in scanned) {
    const cause =
      scanned.fault === 'no-mini-program' ? words.scan.noMiniProgram : words.scan.passed.unreadable
    throw new UsageError(words.scan.notAFolder(visible(folder, 300), cause))
  }
  const { facts } = scanned
  const steering = [...saidOf(settings, as.mode), ...(facts.steering ?? [])]
  return fromHere({ ...facts, steering }, relative(io.cwd, place))
}

/** The folder that the config names within the scanned one. */
async function rootOf(
  folder: string,
  settings: ScanSettings | undefined,
  { words }: Session,
): Promise<string> {
  if (!settings?.root) return folder
  const { path, place } = settings.root
  const root = join(folder, path)
  const found = await stat(root).catch(causeOf)
  if (typeof found !== 'string' && found.isDirectory()) return root
  const fault = typeof found === 'string' ? found : words.scan.noFolder
  const { file, line, column } = place
  throw new UsageError(
    `${visible(file, 300)}:${line}:${column}: ${words.scan.notAFolder(visible(root, 300), fault)}`,
  )
}

/** Parts of the config's scan settings that the scan itself doesn't count. A flag overrides its mode. */
function saidOf(settings: ScanSettings | undefined, asked: BuildMode | undefined): SteeringFact[] {
  const { root, mode } = settings ?? {}
  return [
    ...(root ? [{ key: 'root' as const, name: root.path, value: '', used: 1, place: root.place }] : []),
    ...(mode && asked === undefined
      ? [{ key: 'mode' as const, name: mode.mode, value: '', used: 1, place: mode.place }]
      : []),
  ]
}

const MAX_PROJECT_FILE = 1_000_000

/** The appid in project.config.json; undefined if there is none, or it isn't WeChat's. */
export async function projectAppid(folder: string, cwd: string): Promise<string | undefined> {
  const path = resolve(cwd, folder, 'project.config.json')
  // Problems of the file are reported by the scan.
  const bytes = await readFileBounded(path, MAX_PROJECT_FILE, { pipes: false }).catch(() => Buffer.of())
  if (bytes.length > MAX_PROJECT_FILE) return undefined
  const [, appid] = /"appid"\s*:\s*"(wx[0-9a-f]{16})"/.exec(bytes.toString('utf8')) ?? []
  return appid
}

/** Annotations of a CI job use paths relative to the working directory. */
export function fromHere(project: ProjectFacts, folder: string): ProjectFacts {
  if (folder === '') return project
  const prefix = `${folder.split(sep).join('/')}/`
  const { steering = [] } = project
  // What a config defines is in the config.
  const configs = new Set(steering.map(({ place }) => place.file))
  const file = <T extends { file: string }>(one: T): T =>
    configs.has(one.file) ? one : { ...one, file: prefix + one.file }
  const placed = <T extends { place: Place }>(one: T): T => ({ ...one, place: file(one.place) })
  const { otherBuilds, passedOver, pages, leftOut, calls, settings, resources, secrets } = project
  return {
    ...project,
    base: prefix,
    ...(otherBuilds ? { otherBuilds: otherBuilds.map(placed) } : {}),
    passedOver: passedOver.map((one) => ({ ...file(one), ...(one.by ? { by: prefix + one.by } : {}) })),
    pages: pages && file(pages),
    leftOut: leftOut.map(file),
    calls: calls.map((call) => ({
      ...placed(call),
      ...(call.missing ? { missing: call.missing.map(placed) } : {}),
      urls: call.urls.map(placed),
      methods: call.methods.map(placed),
      headers: call.headers.map(placed),
      ...(call.options ? { options: call.options.map(placed) } : {}),
    })),
    settings: settings.map(placed),
    resources: resources.map(placed),
    secrets: secrets.map(placed),
    mentions: project.mentions.map(({ escape: gone, ...one }) => ({
      ...placed(one),
      ...(gone && { escape: placed(gone) }),
    })),
    ...(project.libraries ? { libraries: project.libraries.map(placed) } : {}),
    silentClients: project.silentClients.map(placed),
  }
}
