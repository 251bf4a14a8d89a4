/** What a mini program's lists reach: pages, components and entries, wherever in the folder they lie. */
import { isNative } from '../../platforms/index.js'
import type { Home } from './home.js'
import { type JsonValue, memberAt, membersOf } from './json.js'
import { holdsScripts, PAGES } from './kinds.js'
import type { Missing } from './missing.js'
import { extensionOf, folderOf, joined } from './paths.js'
import type { Reader } from './reader.js'
import { type Resolve, rootsAround } from './resolve.js'
import type { Trails } from './trails.js'

interface Context {
  homes: readonly Home[]
  files: readonly string[]
  reader: Reader
  resolve: Resolve
  trails: Trails
  missing: Missing
}

const ENTRIES = ['app', 'game', 'plugin']

/** Scripts that lie where nobody walked, but are pages, components or entries of a mini program. */
export async function reachedBy(context: Context): Promise<string[]> {
  const { homes, files, trails } = context
  const walked = new Set(files)
  const found = new Set<string>()
  const lists = files.filter((file) => extensionOf(file) === '.json')
  const add = (file: string): void => {
    const list = `${file.slice(0, file.length - extensionOf(file).length)}.json`
    trails.lead(file, list)
    if (walked.has(file) || found.has(file)) return
    if (holdsScripts(file)) found.add(file)
    lists.push(list)
  }
  for (const home of homes) {
    for (const file of begun(home, context)) {
      trails.begin(file)
      add(file)
    }
  }
  const seen = new Set<string>()
  for (let list = lists.pop(); list !== undefined; list = lists.pop()) {
    if (seen.has(list)) continue
    seen.add(list)
    for (const specifier of await componentsIn(list, context)) {
      const file = component(specifier, list, context)
      if (file === null) nameMissing(specifier, list, context)
      else {
        trails.lead(list, file)
        add(file)
      }
    }
  }
  return [...found]
}

/** A home's entry and its pages; a page that is nowhere is reported. */
function begun({ roots, pages, list }: Home, { resolve, missing }: Context): string[] {
  const entries = roots.flatMap((root) => ENTRIES.map((name) => joined(root, name)))
  const own = entries.flatMap((path) => resolve.path(path, ['.js', '.ts']) ?? [])
  const shown = pages.flatMap((page) => {
    const found = resolve.path(page, PAGES)
    if (found === null && list !== null) missing.name({ file: page, reason: 'missing', by: list })
    return found ?? []
  })
  return [...own, ...shown, ...(list === null ? [] : [list])]
}

/** `usingComponents` of pages, components and app.json, and what it has for placeholders. */
async function componentsIn(file: string, { reader, homes }: Context): Promise<string[]> {
  if (!homes.some(({ kind }) => isNative(kind))) return []
  const source = reader.peek(file)
  if (source === null || !source.includes('usingComponents')) return []
  const json: JsonValue | undefined = reader.manifest(file)
  return membersOf(memberAt(json, 'usingComponents')?.member).flatMap(([, { member }]) =>
    typeof member.value === 'string' ? member.value : [],
  )
}

/** Beside its user, from the root on, or in a package. */
function component(specifier: string, from: string, { resolve, homes }: Context): string | null {
  if (specifier.startsWith('/')) {
    const roots = rootsAround(from, homes)
    for (const root of roots) {
      const found = resolve.path(joined(root, specifier.slice(1)), PAGES)
      if (found) return found
    }
    return null
  }
  return resolve.path(joined(folderOf(from), specifier), PAGES) ?? resolve.file(specifier, from)
}

/** Plugins and packages that aren't installed lie elsewhere; a path means a file. */
function nameMissing(specifier: string, from: string, { missing }: Context): void {
  if (!/^\.{0,2}\//.test(specifier)) return
  const file = specifier.startsWith('/')
    ? specifier.slice(1)
    : (joined(folderOf(from), specifier) ?? specifier)
  missing.name({ file, reason: 'missing', by: from })
}
