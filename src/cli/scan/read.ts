/** `DIR` → what was found in it, with places as they are written from the working directory on. */
import { stat } from 'node:fs/promises'
import { relative, resolve, sep } from 'node:path'
import type { Place, PlatformId, ProjectFacts } from '../../index.js'
import { visible } from '../../report/text.js'
import { familyOf } from '../../types.js'
import type { Session } from '../session.js'
import { causeOf, UsageError } from '../usage-error.js'

/** Before any work: a scan of what is no folder ends with status 2. */
export async function checkFolder(folder: string, { io, words }: Session): Promise<void> {
  const { scan } = words
  const found = await stat(resolve(io.cwd, folder)).catch(causeOf)
  const fault = typeof found === 'string' ? found : found.isDirectory() ? null : scan.noFolder
  if (folder === '' || fault !== null)
    throw new UsageError(scan.notAFolder(visible(folder, 300), fault ?? 'ENOENT'))
}

/** @param platforms what it is built for, where its own files shall not decide */
export async function readProject(
  folder: string,
  platforms: readonly PlatformId[] | undefined,
  { io, words }: Session,
): Promise<ProjectFacts> {
  const place = resolve(io.cwd, folder)
  const { ScanFault, scanProject } = await import('../../scan/index.js')
  const options = platforms ? { families: [...new Set(platforms.map(familyOf))] } : {}
  try {
    return fromHere(await scanProject(place, options), relative(io.cwd, place))
  } catch (error) {
    if (!(error instanceof ScanFault)) throw error
    throw new UsageError(words.scan.notAFolder(visible(folder, 300), words.scan.passed.unreadable))
  }
}

/** Annotations of a CI job name files from the working directory on. */
export function fromHere(project: ProjectFacts, folder: string): ProjectFacts {
  if (folder === '') return project
  const prefix = `${folder.split(sep).join('/')}/`
  const file = <T extends { file: string }>(one: T): T => ({ ...one, file: prefix + one.file })
  const placed = <T extends { place: Place }>(one: T): T => ({ ...one, place: file(one.place) })
  const { passedOver, calls, settings, resources, secrets } = project
  return {
    ...project,
    passedOver: passedOver.map(file),
    calls: calls.map((call) => ({
      ...placed(call),
      ...(call.missing ? { missing: call.missing.map(placed) } : {}),
      urls: call.urls.map(placed),
      methods: call.methods.map(placed),
      headers: call.headers.map(placed),
    })),
    settings: settings.map(placed),
    resources: resources.map(placed),
    secrets: secrets.map(placed),
  }
}
