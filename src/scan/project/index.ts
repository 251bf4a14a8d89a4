/** A folder → the project in it, ready to be read. */
import type { ProjectFacts, ResourceFact } from '../../facts/index.js'
import { readFor } from '../../platforms/index.js'
import type { Family } from '../../types.js'
import { buildOf } from '../frameworks/builds.js'
import { hasBrowser, importsByName, sharesScripts } from '../frameworks/detect.js'
import { applyConditions } from '../ir/conditional.js'
import type { Conditions, OpenProject, SourceUnit } from '../types.js'
import { aliasesOf } from './aliases.js'
import { basePathsOf } from './base-paths.js'
import { buildConstantsOf } from './build-constants.js'
import { buildSettingsOf } from './build-settings.js'
import { cloudServersOf } from './cloud-servers.js'
import { dependenciesOf, packagesOf } from './dependencies.js'
import { openFolder } from './disk.js'
import { extConfigOf } from './ext-config.js'
import { ScanFault } from './fault.js'
import { createFinder, createFolders } from './finder.js'
import { beginsOnlyIn, type Home } from './home.js'
import { familiesOf, foldersOfEach, homesOf, kindsOf } from './homes.js'
import { readAs } from './kinds.js'
import { countedOf } from './left-out.js'
import { createListings, type Listings } from './listings.js'
import { createMentions } from './mentions.js'
import { createMissing, isCopied, type Missing, mayBeAliased, missingImport } from './missing.js'
import { createNamed } from './named.js'
import { claimed, tellUnknown } from './outside.js'
import { packageOf } from './package-names.js'
import { createPackages } from './packages.js'
import { byName, fileName, folderOf, joined, within } from './paths.js'
import { componentAt, reachedBy } from './reached.js'
import { createReader, type Reader } from './reader.js'
import { createResolve, type Resolve, takesBareNames } from './resolve.js'
import { scriptVariablesOf } from './script-variables.js'
import { type Scripts, scriptsOf } from './scripts.js'
import { packsUnused, settingsOf } from './settings.js'
import { createTrails, type Trails } from './trails.js'
import { withoutTwins } from './twins.js'
import { unitOf } from './units.js'
import { type Walked, walk } from './walk.js'

export { ScanFault } from './fault.js'

export interface OpenOptions {
  /** Overrides what the project's files say. */
  families?: readonly Family[]
  /** The families it is judged for; default: those its files name. */
  judged?: readonly Family[]
}

/**
 * Determines what a folder contains: one or more mini programs, or plain scripts. Nothing outside it is read except
 * the `.gitignore` files above it in the same repository.
 * Throws a ScanFault when the folder is missing, is a file, can't be opened or holds no script and no mini program.
 */
export async function openProject(
  folder: string,
  { families, judged = families }: OpenOptions = {},
): Promise<OpenProject> {
  const root = await openFolder(folder)
  const source = await withoutTwins(await sourceOf(root, readFor(judged ?? [])))
  const { files, links, homes, reader, passedOver, left, ignored, output } = source
  const built = families ? [...families] : familiesOf(homes)
  const scope = readFor(judged ?? built)
  const finder = createFinder(root)
  const folders = homes.map(({ folder: own }) => own)
  const named = await packagesOf(folders, reader)
  const resolve = createResolve({
    ...{ files, links, homes, families: built, scope, named, finder },
    aliases: await aliasesOf(homes, files, reader),
    ...createPackages(finder, reader.manifest),
  })
  const isNamed = createNamed(files, reader)
  const trails = createTrails(homes, files, reader, isNamed)
  const isFolder = createFolders(root)
  const missing = createMissing(isFolder, resolve.meant)
  const listings = await createListings({ homes, reader, resolve, trails, missing })
  const reached = await reachedBy({ homes, files, reader, resolve, trails, missing })
  const scripts = [...source.scripts, ...claimed(source, reader), ...reached].sort(byName)
  left.push(...ignored.map((file) => ({ reason: 'ignored' as const, file })))
  left.push(...output.map((file) => ({ reason: 'output' as const, file })))
  tellUnknown(inProject(source.others, homes), reader)
  const runs = scripts.some((file) => readAs(file)?.kind !== 'markup')
  if (!runs && homes.length + passedOver.length === 0) throw new ScanFault('no-mini-program', folder)
  const dependencies = await dependenciesOf(folders, reader)
  const packages = dependencies.map(({ name }) => name)
  const byNames = importsByName(named)
  const isShared = sharesScripts(files, packages)
  const isImportedByName = (file: string) => byNames && readAs(file)?.kind === 'script'
  const resources: ResourceFact[] = []
  const read = new Set<string>()
  return {
    kinds: kindsOf(homes),
    families: built,
    scope,
    scripts,
    read: createRead({ reader, resources, read, homes, families: built, scope, trails, listings }),
    ...{ lists: listings.lists, listed: listings.listed },
    // A build that imports by name leaves no trace of which scripts are used.
    reaches: (file) => isImportedByName(file) || (trails.reaches(file) && !trails.isSpare(file)),
    ...{ users: trails.users, isByName: resolve.isByName },
    isPackage: (folder) => finder(joined(folder, 'package.json') ?? 'package.json'),
    packsUnused: await packsUnused(homes, reader),
    resolve: (specifier, from) => {
      const found = resolve.file(specifier, from)
      if (found !== null) trails.lead(from, found)
      return found
    },
    scriptsIn: (folder, from) => {
      const found = resolve.scriptsIn(folder, from)
      for (const one of found) trails.lead(from, one)
      return found
    },
    tellMissing: missingTeller({ homes, files, resolve, packages, named, trails, missing }),
    tellOpen: trails.open,
    settle: () => {
      listings.settle()
      const isPart = (file: string) => trails.reaches(file) && isNamed(file)
      for (const one of missing.told(isPart)) reader.passOver(one)
    },
    ...{ passedOver, resources, dependencies },
    hasBrowser: hasBrowser(files, packages),
    sharesScripts: isShared,
    importsByName: byNames,
    // Names without an import may be another one's.
    ...(!isShared && !byNames && { programs: foldersOfEach(homes) }),
    isBound: kindsOf(homes).every((kind) => kind === 'uni-app' || kind === 'taro'),
    isMentioned: createMentions([...files, ...source.markup], reader),
    componentAt: (file, tag) => componentAt(file, tag, { homes, reader, resolve }),
    leftOut: () => countedOf(left, read),
    pages: pagesOf(homes),
    ...(await builtIn(homes, files, reader, isFolder)),
    ...(await settingsOf(homes, reader, scope)),
  }
}

interface Unresolved {
  homes: readonly Home[]
  files: readonly string[]
  resolve: Resolve
  packages: readonly string[]
  /** Those for the build included. */
  named: readonly string[]
  trails: Pick<Trails, 'lose'>
  missing: Missing
}

function missingTeller(of: Unresolved): NonNullable<OpenProject['tellMissing']> {
  const { homes, files, resolve, packages, named, trails, missing } = of
  const folders = new Set(files.map((file) => fileName(folderOf(file))))
  return (specifier, from) => {
    const isKnown =
      resolve.isKnown(specifier, from) ||
      isPlaceholder(specifier, from, homes) ||
      isCopied(specifier, packages)
    if (isKnown) return
    if (resolve.meant(specifier, from).length === 0 && mayBeAliased(specifier, folders))
      trails.lose(from, specifier.includes('/') && !named.includes(packageOf(specifier)))
    const one = missingImport(specifier, from, takesBareNames(from, homes) ? packages : null)
    if (one) missing.name(one)
  }
}

/** Values that builds provide to the code; the scripts' variables have the lowest precedence. */
async function builtIn(
  homes: readonly Home[],
  files: readonly string[],
  reader: Reader,
  isFolder: (folder: string) => boolean,
): Promise<Pick<OpenProject, 'buildSettings' | 'constants'>> {
  const variables = scriptVariablesOf(
    homes.map(({ folder }) => folder),
    reader,
  )
  const { all, code: buildSettings } = await buildSettingsOf(homes, files, reader)
  const constants = [
    ...(await buildConstantsOf(homes, files, reader, variables, all)),
    ...extConfigOf(homes, files, reader),
    ...cloudServersOf(homes, isFolder, reader),
  ]
  const paths = basePathsOf(homes, files, reader).filter(
    (one) => !constants.some(({ path }) => path === one.path),
  )
  constants.push(...paths)
  const told = new Set([
    ...constants.map(({ path }) => path),
    ...buildSettings.flatMap(({ name }) => [`process.env.${name}`, `import.meta.env.${name}`]),
  ])
  return { buildSettings, constants: [...variables.filter(({ path }) => !told.has(path)), ...constants] }
}

interface Source extends Walked, Scripts {
  homes: Home[]
  reader: Reader
}

/**
 * If all source is excluded as build output, the folder itself is a build: then it is read, and so is what the
 * project file names as shipped if nothing else in the folder begins like that.
 */
async function sourceOf(root: string, scope: readonly Family[]): Promise<Source> {
  const walked = await walk(root)
  const reader = createReader(root, walked.passedOver, scope)
  const homes = await homesOf(walked.files, reader, walked.markup)
  const found = scriptsOf(walked.files, homes, scope)
  const isBuilt = found.scripts.length === 0
  const finder = createFinder(root)
  const unwalked = homes.flatMap((home) =>
    home.unwalked.filter((folder) => isBuilt || beginsOnlyIn(folder, home, walked.files, finder)),
  )
  if (unwalked.length === 0) return { ...walked, homes, ...found, reader }
  const more = await Promise.all(unwalked.map((folder) => walk(root, folder).catch(() => null)))
  for (const one of more.flatMap((each) => each?.passedOver ?? [])) reader.passOver(one)
  const files = [...new Set([...walked.files, ...more.flatMap((one) => one?.files ?? [])])].sort()
  const again = await homesOf(files, reader, walked.markup)
  return { ...walked, files, homes: again, ...scriptsOf(files, again, scope), reader }
}

/** The number of pages listed, over all mini programs that list any. */
function pagesOf(homes: readonly Home[]): ProjectFacts['pages'] {
  const listing = homes.filter(({ list, roots }) => list !== null && roots.length > 0)
  const file = listing.find(({ list }) => list !== null)?.list
  return file ? { listed: listing.reduce((sum, { pages }) => sum + pages.length, 0), file } : null
}

function inProject(files: readonly string[], homes: readonly Home[]): readonly string[] {
  const roots = homes.flatMap((home) => home.roots)
  return roots.length === 0 ? files : files.filter((file) => roots.some((root) => within(file, root)))
}

interface Reads {
  reader: Reader
  resources: ResourceFact[]
  /** Receives every file that was requested. */
  read: Set<string>
  homes: readonly Home[]
  families: readonly Family[]
  scope: readonly Family[]
  trails: Pick<Trails, 'mention'>
  listings: Listings
}

function createRead({
  reader,
  resources,
  read,
  homes,
  families,
  scope,
  trails,
  listings,
}: Reads): OpenProject['read'] {
  return async (file): Promise<SourceUnit | null> => {
    const text = await reader.text(file)
    if (text === null) return null
    const conditions = conditionsOf(file, homes, { families, scope })
    const template = (source: string) => (conditions ? applyConditions(source, conditions).code : source)
    const { unit, resources: own, settings = [], isCut, isForeign } = await unitOf(file, text, template)
    if (conditions && readAs(file)?.kind === 'component') trails.mention(file, template(text))
    if (isCut) reader.passOver({ file, reason: 'nesting' })
    if (isForeign) reader.passOver({ file, reason: 'unknown-kind' })
    if (!read.has(file)) {
      resources.push(...own)
      listings.read(file, text, settings)
    }
    read.add(file)
    return conditions ? { ...unit, conditions } : unit
  }
}

/** Only uni-app has conditional comments; files next to its source in the same folder are part of it too. */
function conditionsOf(
  file: string,
  homes: readonly Home[],
  of: Pick<Conditions, 'families' | 'scope'>,
): Conditions | null {
  const around = homes.filter(({ roots }) => roots.some((root) => within(file, root)))
  const own = around.find(({ kind }) => kind === 'uni-app') ?? (around.length === 0 ? homes : []).find(isUni)
  return own ? { vue: own.vue ?? null, ...of } : null
}

/** Does a build remove that import? */
function isPlaceholder(specifier: string, from: string, homes: readonly Home[]): boolean {
  return homes.some(({ kind, roots }) => {
    const own = buildOf(kind)?.placeholders
    return own?.from.test(from) && own.specifiers.test(specifier) && roots.some((root) => within(from, root))
  })
}

const isUni = ({ kind }: Home): boolean => kind === 'uni-app'
