/** Pages that a script lists, or the settings of a component: known once the scripts were read. */
import type { Listed, PageList, SourceUnit } from '../types.js'
import type { Home, Lister } from './home.js'
import { PAGES, readAs } from './kinds.js'
import type { Missing } from './missing.js'
import { extensionOf, folderOf, joined, within } from './paths.js'
import type { Reader } from './reader.js'
import type { Resolve } from './resolve.js'
import type { Trails } from './trails.js'
import { unitOf } from './units.js'

export interface Listings {
  /** Complete once every script was read. */
  lists: readonly PageList[]
  /** A script and its component's settings: what they name besides imports is part of what they belong to. */
  read(file: string, text: string, settings: readonly SourceUnit[]): void
  /** What a list names; null if a part of it isn't known. */
  listed(file: string, found: Listed | null): void
  /** Every list that is known in whole begins the mini program; where one isn't, anything may be part of it. */
  settle(): void
}

interface Context {
  homes: readonly Home[]
  reader: Pick<Reader, 'peek'>
  resolve: Pick<Resolve, 'file' | 'path'>
  trails: Pick<Trails, 'lead' | 'list'>
  missing: Missing
}

type Listing = Home & { lister: Lister }

export async function createListings(context: Context): Promise<Listings> {
  const { homes, reader, resolve, trails, missing } = context
  const listing = homes.filter((home): home is Listing => home.lister !== undefined)
  const lists: PageList[] = []
  const told = new Map<string, Listed | null>()
  for (const { lister } of listing) {
    const isJson = readAs(lister.file)?.kind === 'json'
    const text = isJson ? reader.peek(lister.file) : null
    const blocks = text === null ? [] : [(await unitOf(lister.file, text, (one) => one)).unit]
    lists.push({ ...lister, blocks })
  }
  const holds = (file: string) => listing.some(({ roots }) => roots.some((root) => within(file, root)))

  function read(file: string, text: string, settings: readonly SourceUnit[]): void {
    if (!holds(file)) return
    const own = lists.find((list) => list.file === file)
    const isList = own !== undefined || settings.some(({ code }) => LISTING.test(code))
    if (own) own.blocks.push(...settings)
    else if (isList) lists.push({ file, exports: [], blocks: [...settings] })
    for (const path of pathsIn(file, text, settings, isList)) {
      const to = resolve.file(path, file)
      if (to !== null) trails.lead(file, to)
    }
  }
  /** The pages of a list and of the packages it names; null if one of them isn't known. */
  function pagesOf(file: string, seen = new Set<string>()): { path: string; by: string }[] | null {
    if (seen.has(file)) return []
    seen.add(file)
    const found = told.get(file)
    if (!found) return null
    const own = found.pages.map((path) => ({ path, by: file }))
    const packed = found.packages.map((path) => resolve.file(path, file))
    const below = packed.map((one) => (one === null ? null : pagesOf(one, seen)))
    return below.includes(null) ? null : [...own, ...below.flatMap((pages) => pages ?? [])]
  }
  function settle(): void {
    for (const home of listing) {
      const pages = pagesOf(home.lister.file)
      if (pages === null) continue
      const begun = pages.map((page) => ({ ...page, file: pageFile(page, resolve) }))
      if (begun.every(({ file }) => file === null)) continue
      for (const { path, by, file } of begun)
        if (file === null) missing.name({ file: wholePath(path, by) ?? path, reason: 'missing', by })
      const folders = (told.get(home.lister.file)?.folders ?? []).flatMap(
        (one) => wholePath(one, home.lister.file) ?? [],
      )
      trails.list(
        home,
        begun.flatMap(({ file }) => file ?? []),
        folders,
      )
    }
  }
  return { lists, read, listed: (file, found) => told.set(file, found), settle }
}

const LISTING = /\bpages\b|\broutes\b/
/** A path in quotes, and not the address of a server. */
const PATHS = /(["'`])((?:(?:~?@|~)?[\w.-]*\/)[\w@./-]+)\1/g
const COMPONENTS = /usingComponents[^}]*\}/g

/** What a list names in `usingComponents`, and whatever the settings of anything else name. */
function pathsIn(file: string, text: string, settings: readonly SourceUnit[], isList: boolean): string[] {
  const written = isList
    ? [text, ...settings.map(({ code }) => code)].flatMap((one) => one.match(COMPONENTS) ?? [])
    : []
  const isSettings = /\.config\.\w+$/.test(file) || text.includes('usingComponents')
  const whole = isList
    ? written
    : settings.length > 0
      ? settings.map(({ code }) => code)
      : isSettings
        ? [text]
        : []
  return whole.flatMap((one) => Array.from(one.matchAll(PATHS), ([, , path = '']) => path))
}

const wholePath = (path: string, by: string) => joined(folderOf(by), path.replace(/^\/+/, ''))

/** mpx takes a page for a module, which may have an ending and a query. */
function pageFile({ path, by }: { path: string; by: string }, resolve: Context['resolve']): string | null {
  const bare = path.replace(/\?.*$/s, '')
  return (
    resolve.path(wholePath(bare, by), PAGES) ??
    (extensionOf(bare) === '' && !bare.startsWith('@') ? null : resolve.file(bare, by))
  )
}
