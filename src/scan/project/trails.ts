/** Which file refers to which. A file that no page and no entry reaches is not part of the mini program. */
import { putTo } from '../../grouping.js'
import { isNative } from '../../platforms/index.js'
import { ALL_TARGETS } from '../frameworks/builds.js'
import { endings, plain, tagOfFile } from '../tags.js'
import type { Home } from './home.js'
import { type JsonValue, listAt, memberAt, textAt } from './json.js'
import { extensionOf, fileName, folderOf, joined, within } from './paths.js'
import type { Reader } from './reader.js'

export interface Trails {
  /** One file refers to another. */
  lead(from: string, to: string): void
  /** A file contains markup: components used there are followed if they can be found by name. */
  mention(from: string, markup: string): void
  /** A starting point: an entry, a page. */
  begin(file: string): void
  /** A mini program begins with these files and everything in these folders, and holds nothing that they don't lead to. */
  list(home: Home, begins: readonly string[], folders: readonly string[]): void
  /** It imports something that may be a file of the project and wasn't found; surely so, if no package could be meant. */
  lose(from: string, isSure?: boolean): void
  /** It may load any script of its mini program. */
  open(from: string): void
  /** False only if the mini program lists its contents and nothing in it leads to the file. */
  reaches(file: string): boolean
  /** What refers to each file that something refers to. */
  users(): ReadonlyMap<string, readonly string[]>
  /** A component of uni-app that no script imports and no markup uses, where builds find them by their usual names alone. */
  isSpare(file: string): boolean
}

/** Call it after everything is read: only then are all references known. */
export function createTrails(
  homes: readonly Home[],
  files: readonly string[],
  reader: Pick<Reader, 'manifest' | 'peek'>,
  isNamed: (file: string) => boolean,
): Trails {
  const ways = new Map<string, Set<string>>()
  const led = new Set<string>()
  const starts = new Set<string>()
  const listing = homes.filter(isListing)
  const lost = new Map<string, boolean>()
  const opened = new Set<string>()
  const renaming = new Set(homes.filter(({ list }) => renames(list, reader)))
  const named = namesOf(files, renaming.size > 0)
  const beside = siblingsOf(files)
  const variants = variantsOf(files.filter((file) => homes.some((home) => home.lister && holds(home, file))))
  const own = listing.map((home) => ({ home, begins: beginning(home, reader) }))
  let reached: ReadonlySet<string> | null = null
  function closure(): ReadonlySet<string> {
    const begun = files.filter((file) => own.some(({ begins }) => begins(file)))
    const found = new Set([...starts, ...begun])
    for (const file of found) {
      for (const next of [...(ways.get(file) ?? []), ...beside(file), ...variants(file)]) found.add(next)
      if (!lost.has(file) && !opened.has(file)) continue
      // Native mini programs have no builds with aliases, most of them.
      const isOpen = ({ kind, lister }: Home) =>
        opened.has(file) || lister !== undefined || (lost.get(file) === true && !isNative(kind))
      const around = listing.filter((home) => isOpen(home) && holds(home, file))
      for (const one of files) if (around.some((home) => holds(home, one))) found.add(one)
    }
    return found
  }
  function lead(from: string, to: string): void {
    const known = ways.get(from)
    if (known?.has(to)) return
    reached = null
    led.add(to)
    if (known) known.add(to)
    else ways.set(from, new Set([to]))
  }
  return {
    lead,
    mention(from, markup) {
      if (named.size === 0) return
      const tags = new Set(Array.from(markup.matchAll(TAG), ([, tag = '', is = tag]) => plain(is)))
      for (const tag of tags)
        for (const to of endings(tag).flatMap((one) => named.get(one) ?? [])) lead(from, to)
    },
    begin: (file) => {
      reached = null
      starts.add(file)
    },
    list(home, begins, folders) {
      reached = null
      listing.push(home)
      for (const file of begins) starts.add(file)
      own.push({ home, begins: inScripts(home, folders) })
    },
    lose: (from, isSure = false) => {
      reached = null
      lost.set(from, isSure || lost.get(from) === true)
    },
    open: (from) => {
      reached = null
      opened.add(from)
    },
    reaches(file) {
      if (listing.length === 0 || homes.some((home) => !listing.includes(home) && holds(home, file)))
        return true
      if (!listing.some((home) => holds(home, file))) return true
      reached ??= closure()
      return reached.has(file)
    },
    users: () => usersIn(ways),
    isSpare(file) {
      const around = homes.filter((home) => holds(home, file))
      const own = around.every((home) => home.kind === 'uni-app' && !renaming.has(home))
      if (around.length === 0 || !own || !BY_NAME.test(file)) return false
      return !starts.has(file) && !led.has(file) && !isNamed(file)
    },
  }
}

function usersIn(ways: ReadonlyMap<string, ReadonlySet<string>>): Map<string, string[]> {
  const users = new Map<string, string[]>()
  for (const [from, all] of ways) for (const to of all) if (to !== from) putTo(users, to, from)
  return users
}

/** Rules of its own by which names become files. */
const renames = (list: string | null, { peek }: Pick<Reader, 'peek'>): boolean =>
  list !== null && (peek(list) ?? '').includes('easycom')

/** Only these list everything they contain; in games, plugins and other frameworks any file may be needed. */
const isListing = ({ kind, list, pages }: Home): boolean =>
  list !== null && pages.length > 0 && (isNative(kind) || kind === 'uni-app')

const holds = ({ roots }: Home, file: string): boolean => roots.some((root) => within(file, root))

/** Components in a platform's own language, and plugins that are used as if they were part of the platform. */
const BEGINS = /(?:^|\/)(?:main|App)\.\w+$|(?:^|\/)(?:wxcomponents|mycomponents|utssdk)\//

/** Where uni-app finds components by their names (easycom). */
const BY_NAME = /(?:^|\/)(?:components|uni_modules)\/.*\.(?:[un]?vue)$/
const COMPONENT = /\.[un]?vue$/
const TAG = /<([A-Za-z][\w-]*)|\bis=["']+([\w-]+)/g

/** Components by name: the file's name, or the folder's if the file is called `index`; rules may find them anywhere. */
function namesOf(files: readonly string[], isAnywhere: boolean): Map<string, string[]> {
  const named = new Map<string, string[]>()
  for (const file of files.filter((one) => (isAnywhere ? COMPONENT : BY_NAME).test(one))) {
    putTo(named, tagOfFile(file), file)
  }
  return named
}

/** Starting points besides the pages: workers, a tab bar, package entries; a plugin has a list of its own. */
function beginning(
  { kind, list, roots }: Home,
  reader: Pick<Reader, 'manifest' | 'peek'>,
): (file: string) => boolean {
  if (kind === 'uni-app') return inUniApp(list, reader)
  const root = folderOf(list ?? '')
  const json = list === null ? undefined : reader.manifest(list)
  const folders = [...foldersIn(json), 'custom-tab-bar', 'customize-tab-bar', 'app-bar', 'functional-pages']
  const whole = folders.flatMap((one) => joined(root, one.replace(/^\//, '')) ?? [])
  const others = roots.filter((one) => one !== root && !within(root, one))
  return (file) =>
    [...whole, ...others].some((folder) => folder !== '' && within(file, folder)) ||
    entriesIn(json).some((entry) => joined(root, entry) === file)
}

/** Folders that are part of a mini program by their names. */
const BY_PLACE = ['custom-tab-bar', 'customize-tab-bar', 'app-bar', 'functional-pages', 'plugin']

const ENTRY = /^(?:app|main|index)\./

/** Its entries lie where its list does (chameleon's in `app`); what is copied into the output is part of it. */
function inScripts({ roots }: Home, folders: readonly string[]): (file: string) => boolean {
  const [root = '', ...others] = roots
  const whole = [...BY_PLACE, 'app'].flatMap((one) => joined(root, one) ?? [])
  return (file) =>
    (folderOf(file) === root && ENTRY.test(fileName(file))) ||
    [...whole, ...folders, ...others].some((folder) => within(file, folder))
}

/** Whatever pages.json lists in `usingComponents` counts as reached, under any name. */
function inUniApp(list: string | null, { peek }: Pick<Reader, 'peek'>): (file: string) => boolean {
  const text = (list === null ? null : peek(list)) ?? ''
  const bare = (file: string) => file.replace(/(?:\/index)?\.\w+$/, '')
  return (file) => BEGINS.test(file) || (text.includes('usingComponents') && text.includes(bare(file)))
}

function foldersIn(json: JsonValue | undefined): string[] {
  return [textAt(json, 'workers'), textAt(json, 'workers', 'path')].flatMap((one) => one ?? [])
}

function entriesIn(json: JsonValue | undefined): string[] {
  return ['subPackages', 'subpackages']
    .flatMap((key) => listAt(json, key))
    .flatMap((one) => {
      const entry = textAt(one, 'entry')
      return entry === undefined || !memberAt(one, 'root') ? [] : [`${textAt(one, 'root')}/${entry}`]
    })
}

/** `index.weapp.tsx` and `index.config.ts` of `index.tsx`, and the list of a component. */
function variantsOf(files: readonly string[]): (file: string) => readonly string[] {
  const stem = (file: string) => file.replace(VARIANT, '')
  const together = new Map<string, string[]>()
  for (const file of files) putTo(together, stem(file), file)
  return (file) => together.get(stem(file)) ?? []
}

const VARIANT = new RegExp(`(?:\\.(?:${[...ALL_TARGETS, 'config'].join('|')}))?\\.\\w+$`)

const REPLACES = /\.[cm]?[jt]sx?$/

/** What a build may take in place of a file or together with it: `index.ts` beside its `index.js`. */
function siblingsOf(files: readonly string[]): (file: string) => readonly string[] {
  const stem = (file: string) => file.slice(0, file.length - extensionOf(file).length)
  const together = new Map<string, string[]>()
  for (const file of files.filter((one) => REPLACES.test(one))) putTo(together, stem(file), file)
  return (file) => (REPLACES.test(file) ? (together.get(stem(file)) ?? []) : [])
}
