/** A folder → the project in it, ready to be read. */
import type { ResourceFact } from '../../facts/index.js'
import type { Family } from '../../types.js'
import { applyConditions } from '../analysis/conditional.js'
import { hasBrowser, sharesScripts } from '../frameworks/detect.js'
import type { OpenProject, SourceUnit } from '../types.js'
import { aliasesOf } from './aliases.js'
import { buildSettingsOf } from './build-settings.js'
import { dependenciesOf } from './dependencies.js'
import { openFolder } from './disk.js'
import type { Home } from './home.js'
import { familiesOf, homesOf, kindsOf } from './homes.js'
import { createReader, type Reader } from './reader.js'
import { createResolve } from './resolve.js'
import { scriptsOf } from './scripts.js'
import { settingsOf } from './settings.js'
import { unitOf } from './units.js'
import { type Walked, walk } from './walk.js'

export { ScanFault } from './fault.js'

export interface OpenOptions {
  /** Taken instead of what the project's files tell. */
  families?: readonly Family[]
}

/**
 * Finds out what a folder holds: one or several mini programs, or plain scripts. Nothing outside of it is read but
 * the `.gitignore` files above it in the same repository.
 * Throws a ScanFault when the folder is missing, is a file or can't be opened.
 */
export async function openProject(folder: string, { families }: OpenOptions = {}): Promise<OpenProject> {
  const root = await openFolder(folder)
  const { files, links, homes, scripts, reader, passedOver } = await sourceOf(root)
  const built = families ? [...families] : familiesOf(homes)
  const folders = homes.map(({ folder: own }) => own)
  const dependencies = await dependenciesOf(folders, reader)
  const packages = dependencies.map(({ name }) => name)
  const resources: ResourceFact[] = []
  return {
    kinds: kindsOf(homes),
    families: built,
    scripts,
    read: createRead(reader, resources),
    resolve: createResolve({
      files,
      links,
      homes,
      families: built,
      aliases: await aliasesOf(homes, files, reader),
    }),
    passedOver,
    dependencies,
    hasBrowser: hasBrowser(files, packages),
    sharesScripts: sharesScripts(files, packages),
    buildSettings: await buildSettingsOf(homes, reader),
    ...(await settingsOf(homes, reader)),
    resources,
  }
}

interface Source extends Walked {
  homes: Home[]
  scripts: string[]
  reader: Reader
}

/** Where all source is left out as output of a build, the folder is what was built: then that is read. */
async function sourceOf(root: string): Promise<Source> {
  const walked = await walk(root)
  const reader = createReader(root, walked.passedOver)
  const homes = await homesOf(walked.files, reader)
  const scripts = scriptsOf(walked.files, homes)
  const unwalked = homes.flatMap((home) => home.unwalked)
  if (scripts.length > 0 || unwalked.length === 0) return { ...walked, homes, scripts, reader }
  const more = await Promise.all(unwalked.map((folder) => walk(root, folder).catch(() => null)))
  const files = [...new Set([...walked.files, ...more.flatMap((one) => one?.files ?? [])])].sort()
  const again = await homesOf(files, reader)
  return { ...walked, files, homes: again, scripts: scriptsOf(files, again), reader }
}

function createRead(reader: Reader, resources: ResourceFact[]): OpenProject['read'] {
  const seen = new Set<string>()
  return async (file): Promise<SourceUnit | null> => {
    const text = await reader.text(file)
    if (text === null) return null
    const { unit, resources: own, isCut } = await unitOf(file, text, (source) => applyConditions(source).code)
    if (isCut) reader.passOver({ file, reason: 'limit' })
    if (!seen.has(file)) resources.push(...own)
    seen.add(file)
    return unit
  }
}
