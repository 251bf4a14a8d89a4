/** Which mini programs are in the scanned folder. */
import type { ProjectKind } from '../../facts/index.js'
import {
  familiesOfFile,
  isAlwaysRead,
  isNative,
  NATIVE_FAMILIES,
  PROJECT_FILES,
} from '../../platforms/index.js'
import { FAMILIES, type Family } from '../../types.js'
import { markedHome, packageHome, uniHome } from './frameworks.js'
import { type Home, pagesIn } from './home.js'
import { bareHome, nativeHome } from './native.js'
import { fileName, folderOf, joined, within } from './paths.js'
import type { Reader } from './reader.js'

/** `markup` are pages that are not read: they only show which platform a project is for. */
export async function homesOf(
  files: readonly string[],
  reader: Reader,
  markup: readonly string[],
): Promise<Home[]> {
  const named = await namesByFolder(files, reader)
  const found = [...(await frameworksIn(named, files, reader))]
  for (const [folder, names] of named) {
    for (const families of projectsIn(names))
      found.push(withoutFrameworks(await nativeHome(folder, families, { files, markup }, reader), found))
  }
  for (const [folder, names] of named) {
    const file = ['app.json', 'game.json'].find((name) => names.has(name))
    const known = found.filter(({ kind }) => kind !== 'plain').flatMap(({ roots }) => roots)
    if (!file || known.some((root) => within(folder, root))) continue
    const bare = await bareHome(folder, file, [...files, ...markup], reader)
    if (bare) found.push(bare)
  }
  const own = found.filter((home) => !isOverlay(home, found, files))
  const settled = own.map((home) => withoutTemplate(home, own, files))
  const listing = await Promise.all(settled.map((home) => withPages(home, reader)))
  return listing.filter((home) => !isOverlay(home, listing, files)).map((home) => withoutEmpty(home, listing))
}

/** If a framework's plugin generates the list (mpvue-entry, mpvue-page-factory), an empty one means nothing. */
function withoutEmpty(home: Home, homes: readonly Home[]): Home {
  const isMade = homes.some(
    ({ kind, roots }) =>
      kind === 'plain' && roots.some((root) => home.roots.some((one) => within(one, root))),
  )
  return isMade && isNative(home.kind) && home.pages.length === 0 ? { ...home, list: null } : home
}

/** The families of every project file that is there; those of one are alternatives. */
function projectsIn(names: ReadonlySet<string>): Family[][] {
  const found = PROJECT_FILES.filter((name) => names.has(name)).map(familiesOfFile)
  return [...new Map(found.map((families) => [families.join(), families])).values()]
}

/** Lists without any of their pages, next to another mini program: fragments that are copied over it. */
function isOverlay({ folder, list, pages }: Home, homes: readonly Home[], files: readonly string[]): boolean {
  if (list === null || pages.length === 0 || homes.every((one) => one.folder === folder)) return false
  return !pages.some((page) => files.some((file) => file.startsWith(`${page}.`)))
}

/** What a native mini program begins with; a game's list of settings alone begins nothing. */
const BEGINNINGS: readonly (readonly RegExp[])[] = [
  [/^app\.json$/],
  [/^plugin\.json$/],
  [/^game\.json$/, /^game\.[jt]s$/],
]
/** Cocos Creator copies what lies there into its output, a game's first script among it. */
const TEMPLATE = /(?:^|\/)build-templates\//
/** Files in the folder where a project begins. */
const BEGINS = /(?:^|\/)(?:package|project|egretProperties)\.json$/

/**
 * Project files below a project that begins nothing are what its build puts beside its output (`static/wx`,
 * `build-templates/wechatgame`): the source is that of the project around them.
 */
function withoutTemplate(home: Home, homes: readonly Home[], files: readonly string[]): Home {
  if (!isNative(home.kind) || home.folder === '' || home.roots.length === 0) return home
  const begins = home.roots.some((root) => {
    const names = files.filter((file) => folderOf(file) === root).map(fileName)
    return BEGINNINGS.some((all) => all.every((one) => names.some((name) => one.test(name))))
  })
  const isTemplate = TEMPLATE.test(home.folder)
  if (begins && !isTemplate) return home
  const made = homes.some((one) => isFramework(one) && within(home.folder, one.folder))
  if (made) return { ...home, roots: [] }
  const around = projectAround(home.folder, files)
  const assets = joined(around, 'assets')
  // The editor's own extensions are next to them.
  const isCompiled = isTemplate && assets !== null && files.some((file) => within(file, assets))
  return { ...home, roots: isCompiled ? [assets, home.folder] : [around] }
}

function projectAround(folder: string, files: readonly string[]): string {
  const begun = new Set(files.filter((file) => BEGINS.test(file)).map(folderOf))
  let at = folderOf(folder)
  while (at !== '' && !begun.has(at)) at = folderOf(at)
  return at
}

async function frameworksIn(
  named: ReadonlyMap<string, ReadonlySet<string>>,
  files: readonly string[],
  reader: Reader,
): Promise<Home[]> {
  const found: Home[] = []
  for (const [folder, names] of named) {
    if (markedHome(folder, names)?.kind === 'uni-app') found.push(await uniHome(folder, reader))
  }
  for (const [folder, names] of named) {
    const home = names.has('package.json') ? await packageHome(folder, files, reader) : null
    if (home && !found.some(({ roots }) => roots.some((root) => home.roots.includes(root)))) found.push(home)
  }
  for (const [folder, names] of named) {
    const home = markedHome(folder, names)
    const isKnown = found.some(({ roots }) => roots.some((root) => within(folder, root)))
    if (home && !isKnown) found.push(home)
  }
  return found
}

const isFramework = ({ kind }: Home): boolean => !isNative(kind)

/** Next to a framework's source, a native project file describes its output: nothing in it is shipped as is. */
function withoutFrameworks(home: Home, others: readonly Home[]): Home {
  const made = others.some((one) => isFramework(one) && within(one.folder, home.folder))
  return made ? { ...home, roots: [], unwalked: [] } : home
}

async function withPages(home: Home, reader: Reader): Promise<Home> {
  if (home.list !== null || isFramework(home)) return home
  const found = { ...home }
  for (const root of home.roots) {
    for (const name of ['app.json', 'game.json']) {
      const list = joined(root, name) ?? name
      const json = await reader.json(list)
      if (name === 'app.json' && json) found.list ??= list
      found.pages = [...found.pages, ...pagesIn(root, json)]
    }
  }
  return found
}

/** Folders in order of depth, so that an outer project is known before those inside it. */
async function namesByFolder(
  files: readonly string[],
  reader: Reader,
): Promise<Map<string, ReadonlySet<string>>> {
  const named = new Map<string, Set<string>>([['', new Set()]])
  for (const file of files) {
    const folder = folderOf(file)
    const names = named.get(folder)
    if (names) names.add(fileName(file))
    else named.set(folder, new Set([fileName(file)]))
  }
  // They count in the scanned folder even if `.gitignore` lists them: tools read them anyway.
  for (const name of PROJECT_FILES)
    if ((await reader.text(joined('', name) ?? name)) !== null) named.get('')?.add(name)
  const depth = (folder: string) => (folder === '' ? 0 : folder.split('/').length)
  return new Map([...named].sort(([a], [b]) => depth(a) - depth(b)))
}

const KINDS = [...NATIVE_FAMILIES, 'uni-app', 'taro'] as const

export function kindsOf(homes: readonly Home[]): ProjectKind[] {
  const kinds = KINDS.filter((kind) => homes.some((home) => home.kind === kind))
  return kinds.length > 0 ? kinds : ['plain']
}

/** Empty when a project does not say, nor the project files around it: then it may become any. */
export function familiesOf(homes: readonly Home[]): Family[] {
  const told = new Set(homes.flatMap(({ families }) => families))
  const isSilent = homes.some(
    (home) => home.families.length === 0 && !homes.some((one) => speaksFor(one, home)),
  )
  const all = isSilent ? [] : FAMILIES.filter((family) => told.has(family))
  // A project that is also built for other families is judged for those when requested.
  return all.some(isAlwaysRead) ? all.filter(isAlwaysRead) : all
}

function speaksFor(one: Home, home: Home): boolean {
  return one.families.length > 0 && (within(home.folder, one.folder) || within(one.folder, home.folder))
}

/** The folders of each mini program; homes that lie within each other, or share a folder, are one. */
export function foldersOfEach(homes: readonly Home[]): string[][] {
  const found: string[][] = []
  for (const { roots } of homes) {
    if (roots.length === 0) continue
    const isNear = (folders: readonly string[]) =>
      folders.some((one) => roots.some((root) => within(one, root) || within(root, one)))
    const near = found.filter(isNear)
    const apart = found.filter((folders) => !isNear(folders))
    found.splice(0, found.length, ...apart, [...near.flat(), ...roots])
  }
  return found
}
