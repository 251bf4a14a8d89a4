/** What leads to what, and what nothing leads to: a file no page and no entry reaches is no part of the mini program. */
import { isNative } from '../../platforms/index.js'
import type { Home } from './home.js'
import { type JsonValue, listAt, memberAt, textAt } from './json.js'
import { folderOf, joined, within } from './paths.js'
import type { Reader } from './reader.js'

export interface Trails {
  /** A file names another one. */
  lead(from: string, to: string): void
  /** What begins by itself: an entry, a page. */
  begin(file: string): void
  /** False only where the lists of a mini program tell what it holds, and nothing in it leads there. */
  reaches(file: string): boolean
}

/** Every file that was walked is asked for at most once all is read: what leads where is known then. */
export function createTrails(
  homes: readonly Home[],
  files: readonly string[],
  reader: Pick<Reader, 'manifest'>,
): Trails {
  const ways = new Map<string, Set<string>>()
  const starts = new Set<string>()
  const listing = homes.filter(isListing)
  const own = listing.map((home) => ({ home, begins: beginning(home, reader) }))
  let reached: ReadonlySet<string> | null = null
  function closure(): ReadonlySet<string> {
    const begun = files.filter((file) => own.some(({ begins }) => begins(file)))
    const found = new Set([...starts, ...begun])
    for (const file of found) for (const next of ways.get(file) ?? []) found.add(next)
    return found
  }
  return {
    lead(from, to) {
      const known = ways.get(from)
      if (known) known.add(to)
      else ways.set(from, new Set([to]))
    },
    begin: (file) => starts.add(file),
    reaches(file) {
      if (listing.length === 0 || homes.some((home) => !isListing(home) && holds(home, file))) return true
      if (!listing.some((home) => holds(home, file))) return true
      reached ??= closure()
      return reached.has(file)
    },
  }
}

/** Only these list all they hold: of games, plugins and other frameworks everything may be needed. */
const isListing = ({ kind, list, pages }: Home): boolean =>
  list !== null && pages.length > 0 && (isNative(kind) || kind === 'uni-app')

const holds = ({ roots }: Home, file: string): boolean => roots.some((root) => within(file, root))

/** Components that are found by their names (easycom), and those in a platform's own language. */
const BY_NAME = /(?:^|\/)(?:components|uni_modules|wxcomponents|mycomponents)\//

/** What begins beside the pages: workers, a tab bar, entries of packages; a plugin is a list of its own. */
function beginning({ kind, list, roots }: Home, reader: Pick<Reader, 'manifest'>): (file: string) => boolean {
  if (kind === 'uni-app') return (file) => BY_NAME.test(file) || /(?:^|\/)(?:main|App)\.\w+$/.test(file)
  const root = folderOf(list ?? '')
  const json = list === null ? undefined : reader.manifest(list)
  const folders = [...foldersIn(json), 'custom-tab-bar', 'customize-tab-bar', 'functional-pages']
  const whole = folders.flatMap((one) => joined(root, one.replace(/^\//, '')) ?? [])
  const others = roots.filter((one) => one !== root && !within(root, one))
  return (file) =>
    [...whole, ...others].some((folder) => folder !== '' && within(file, folder)) ||
    entriesIn(json).some((entry) => joined(root, entry) === file)
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
