/** Import specifiers → files of the project. */
import { FAMILIES, type Family, familyData } from '../../platforms/index.js'
import { targetsOf } from '../frameworks/builds.js'
import { type Alias, aliasIndex, applied } from './aliases.js'
import { createEngineNames } from './engine-names.js'
import type { Finder } from './finder.js'
import type { Home } from './home.js'
import { holdsScripts, IMPORTED } from './kinds.js'
import { byName, extensionOf, folderOf, joined, within } from './paths.js'
import { createUnknownAliases } from './unknown-aliases.js'

/** TypeScript sources are imported under their output names. */
const SOURCES: Record<string, string[]> = {
  '.js': ['.ts', '.tsx', '.jsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
}
/** TypeScript takes its own files first: `./x` in `a.ts` is `x.ts`, though its output `x.js` lies beside it. */
const FROM_TYPESCRIPT: readonly string[] = [...new Set(['.ts', '.tsx', ...IMPORTED])]

/** `x.weapp.ts` replaces `./x` in a build for that platform. */
const suffixesOf = (family: Family): string[] =>
  [...targetsOf(family), ...(familyData(family).source.suffixes ?? [])].map((target) => `.${target}`)

export interface ResolveInput {
  files: readonly string[]
  links: ReadonlyMap<string, string>
  aliases: readonly Alias[]
  homes: readonly Home[]
  families: readonly Family[]
  /** Those the source is read for. */
  scope: readonly Family[]
  /** The packages that package.json files name. */
  named: readonly string[]
  /** Finds what the walk left out. */
  finder: Finder
  /** The file that a package name resolves to, among those in the folder. */
  packages(specifier: string, from: string): string | null
  /** A folder's entry according to its package.json. */
  folderEntry(folder: string): string | null
}

export interface Resolve {
  /** The file that a specifier resolves to, or null. */
  file(specifier: string, from: string): string | null
  /** The paths that a specifier may mean, relative or by an alias, whether they are there or not. */
  meant(specifier: string, from: string): (string | null)[]
  /** Whether there are type declarations with that name, or a uni-app plugin for other platforms. */
  isKnown(specifier: string, from: string): boolean
  /** Whether it is a file's name that a game engine takes alone; in a library it is more likely a package's. */
  isByName(specifier: string, from: string): boolean
  /** The scripts directly in a folder, by specifier prefix; those of all subfolders if it ends in `**`. */
  scriptsIn(folder: string, from: string): string[]
  /** The file that a path resolves to, trying extensions and folder indexes. */
  path(path: string | null, endings?: readonly string[]): string | null
}

export function createResolve(input: ResolveInput): Resolve {
  const files = new Set(input.files)
  const holding = new Set(input.files.map(folderOf))
  const inOtherCase = otherCases(input.files)
  const aliased = aliasIndex(input.aliases)
  const families = input.families.length > 0 ? input.families : input.scope
  const suffixes = [...new Set(families.flatMap(suffixesOf))]
  const inEngine = createEngineNames(input.files, input.finder)
  const known = ['.d.ts', '/index.d.ts', '.d.uts', '.d.ets', '/utssdk/interface.uts', '/package.json']
  function pathsOf(specifier: string, from: string): (string | null)[] {
    if (/^\.{1,2}(?:\/|$)/.test(specifier)) return [joined(folderOf(from), specifier)]
    if (specifier.startsWith(ASSETS)) return [besideAssets(specifier, from)]
    return aliased(specifier).flatMap((alias) =>
      within(from, alias.scope) ? (applied(alias, specifier) ?? []) : [],
    )
  }
  function isKnown(specifier: string, from: string): boolean {
    const has = (file: string) => files.has(file) || input.finder(file)
    return pathsOf(specifier, from).some((one) => one !== null && known.some((ending) => has(one + ending)))
  }
  // A file is imported from many places, and looked up more than once from each.
  const found = new Map(
    [IMPORTED, FROM_TYPESCRIPT].map((endings) => [endings, new Map<string, string | null>()]),
  )
  function path(wanted: string | null, endings: readonly string[] = IMPORTED): string | null {
    const memo = found.get(endings)
    if (wanted === null || !memo) return searched(wanted, endings)
    const known = memo.get(wanted)
    if (known !== undefined) return known
    const file = searched(wanted, endings)
    memo.set(wanted, file)
    return file
  }
  /** All candidates lie beside the path or below it: most paths have nothing there, whatever they might end with. */
  function searched(wanted: string | null, endings: readonly string[]): string | null {
    const inner = wanted === null ? null : joined('', wanted)
    if (inner === null) return null
    const real = throughLinks(inner, input.links)
    const around = [folderOf(real), real]
    const all = () => candidatesOf(real, suffixes, endings)
    if (around.some((one) => holding.has(one))) for (const one of all()) if (files.has(one)) return one
    const isLeftOut = around.some((one) => input.finder.namesIn(one).size > 0)
    const leftOut = isLeftOut ? [...all()].find(input.finder) : undefined
    return leftOut ?? input.folderEntry(real) ?? pluginEntry(real) ?? inOtherCase(around, all)
  }
  /** A plugin of uni-app written in UTS has an entry for all platforms, or for each (uni_modules, utssdk). */
  function pluginEntry(folder: string): string | null {
    if (!/(?:^|\/)uni_modules\/[^/]+$/.test(folder)) return null
    for (const name of [
      '',
      ...suffixes.filter((one) => one.startsWith('.mp-')).map((one) => `${one.slice(1)}/`),
    ]) {
      const found = path(`${folder}/utssdk/${name}index`)
      if (found) return found
    }
    return null
  }
  function file(specifier: string, from: string): string | null {
    const wanted = specifier.replace(/\?.*$/s, '')
    if (wanted === '') return null
    const endings = /\.tsx?$/.test(from) ? FROM_TYPESCRIPT : IMPORTED
    for (const one of [...pathsOf(wanted, from), ...fromRoots(wanted, from, input.homes)]) {
      const found = path(one, endings)
      if (found) return found
    }
    if (/^[./]/.test(wanted)) return null
    const own = takesBareNames(from, input.homes) ? path(beside(wanted, from)) : null
    return input.packages(wanted, from) ?? own ?? inEngine(wanted, from) ?? unknown(wanted, from)
  }
  const unknown = createUnknownAliases(input.named, input.files, path)
  function scriptsIn(opened: string, from: string): string[] {
    const folder = opened.replace(/\*\*$/, '')
    return inFolders(placesOf(folder, from), opened !== folder, input)
  }
  const placesOf = (folder: string, from: string) =>
    folder.startsWith('/') ? atRoots(folder, from, input.homes) : pathsOf(folder, from)
  const isByName = (specifier: string, from: string) => inEngine(specifier, from) !== null
  return { file, meant: pathsOf, isKnown, isByName, scriptsIn, path }
}

/** macOS and Windows, where most projects are written, find files regardless of case. */
function otherCases(files: readonly string[]) {
  let lowered: Map<string, string> | null = null
  let holding: Set<string> | null = null
  return (around: readonly string[], candidates: () => Iterable<string>): string | null => {
    lowered ??= new Map(files.map((one) => [one.toLowerCase(), one]))
    holding ??= new Set([...lowered.keys()].map(folderOf))
    if (!around.some((one) => holding?.has(one.toLowerCase()))) return null
    for (const one of candidates()) {
      const file = lowered.get(one.toLowerCase())
      if (file !== undefined) return file
    }
    return null
  }
}

const beside = (specifier: string, from: string) => joined(folderOf(from), specifier)

/**
 * The runtimes themselves take a bare name for a relative path where it is no package's; bundlers don't, nor do game
 * engines, whose sources lie in the same folder.
 */
export function takesBareNames(from: string, homes: readonly Home[]): boolean {
  const own = homes.filter(({ roots }) => roots.some((root) => within(from, root)))
  return (
    own.length > 0 &&
    own.every(({ kind, list }) => list !== null && FAMILIES.some((family) => family === kind))
  )
}

const atRoots = (folder: string, from: string, homes: readonly Home[]) =>
  rootsAround(from, homes).map((root) => joined(root, folder.slice(1)))

function inFolders(
  wanted: readonly (string | null)[],
  isDeep: boolean,
  { files, links, finder }: ResolveInput,
): string[] {
  const folders = wanted.flatMap((one) => (one === null ? [] : throughLinks(joined('', one) ?? '', links)))
  const all = isDeep
    ? files.filter((file) => folders.some((one) => within(file, one)))
    : folders.flatMap((one) => [...finder.namesIn(one)].map((name) => joined(one, name) ?? ''))
  return all.filter(holdsScripts).sort(byName)
}

/** Cocos Creator 3 (docs.cocos.com, 3.8, modules): paths in its database of assets, `db://assets/net/Client`. */
const ASSETS = 'db://assets/'

function besideAssets(specifier: string, from: string): string | null {
  const above = /^(.*?\/)?assets\//.exec(from)
  return above && joined(above[1] ?? '', specifier.slice('db://'.length))
}

/** The nearest first, and last the scanned folder. */
export function rootsAround(from: string, homes: readonly Home[]): string[] {
  const roots = homes.flatMap((home) => home.roots).filter((root) => within(from, root))
  return [...roots.sort((a, b) => b.length - a.length), '']
}

/** Candidates for a path from the root. Runtimes without root paths resolve it from the file's folder. */
function fromRoots(specifier: string, from: string, homes: readonly Home[]): (string | null)[] {
  if (!specifier.startsWith('/')) return []
  const path = specifier.replace(/^\/+/, '')
  return [...rootsAround(from, homes), folderOf(from)].map((root) => joined(root, path))
}

/** One after another: most are found within the first few. */
function* candidatesOf(
  path: string,
  suffixes: readonly string[],
  wanted: readonly string[],
): Generator<string> {
  const extension = extensionOf(path)
  const bare = extension === '' ? path : path.slice(0, -extension.length)
  if (wanted.includes(extension)) yield path
  for (const other of SOURCES[extension] ?? []) yield bare + other
  for (const begin of [path, path === '' ? 'index' : `${path}/index`]) {
    for (const suffix of suffixes) for (const one of wanted) yield begin + suffix + one
    for (const one of wanted) yield begin + one
  }
}

/** Links may lead to further links: their number bounds the steps. */
function throughLinks(path: string, links: ReadonlyMap<string, string>): string {
  let at = path
  for (let left = links.size; left > 0; left--) {
    const link = [...links.keys()].find((one) => within(at, one))
    if (link === undefined) return at
    const target = links.get(link) ?? ''
    const rest = at.slice(link.length).replace(/^\//, '')
    at = target === '' ? rest : rest === '' ? target : `${target}/${rest}`
  }
  return at
}
