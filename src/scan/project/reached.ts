/** What a mini program's lists refer to: pages, components and entries, anywhere in the folder. */
import { posix } from 'node:path'
import { isNative } from '../../platforms/index.js'
import type { Home } from './home.js'
import { type JsonValue, memberAt, membersOf, parseJson, type Spot } from './json.js'
import { holdsScripts, PAGES } from './kinds.js'
import type { Missing } from './missing.js'
import { isInstalled } from './package-names.js'
import { extensionOf, folderOf, joined } from './paths.js'
import type { Reader } from './reader.js'
import { type Resolve, rootsAround } from './resolve.js'
import type { Trails } from './trails.js'

/** What is needed to look up a component. */
export interface Listing {
  homes: readonly Home[]
  reader: Pick<Reader, 'manifest'>
  resolve: Resolve
}

interface Context extends Listing {
  files: readonly string[]
  reader: Reader
  trails: Trails
  missing: Missing
}

const ENTRIES = ['app', 'game', 'plugin']

/** Scripts outside the walked folders that are pages, components or entries of a mini program. */
export async function reachedBy(context: Context): Promise<string[]> {
  const { homes, files, trails, reader } = context
  const walked = new Set(files)
  const found = new Set<string>()
  const lists = files.filter((file) => extensionOf(file) === '.json')
  const namedBy = new Map<string, string>()
  const broken = new Map<string, Spot>()
  const add = (file: string, by: string): void => {
    const list = `${file.slice(0, file.length - extensionOf(file).length)}.json`
    trails.lead(file, list)
    if (!namedBy.has(list)) namedBy.set(list, by)
    if (walked.has(file) || found.has(file)) return
    if (holdsScripts(file)) found.add(file)
    lists.push(list)
  }
  for (const home of homes) {
    for (const file of begun(home, context)) {
      trails.begin(file)
      add(file, home.list ?? file)
    }
  }
  const seen = new Set<string>()
  for (let list = lists.pop(); list !== undefined; list = lists.pop()) {
    if (seen.has(list)) continue
    seen.add(list)
    const { components, fault } = componentsIn(list, context)
    if (fault) broken.set(list, fault)
    for (const specifier of components) {
      const file = component(specifier, list, context)
      if (file === null) nameMissing(specifier, list, context)
      else {
        trails.lead(list, file)
        add(file, list)
      }
    }
  }
  for (const [file, fault] of broken) {
    const by = isInstalled(file) ? undefined : namedBy.get(file)
    if (by) reader.passOver({ file, reason: 'syntax', ...fault, by })
  }
  return [...found]
}

/** A mini program's entry and pages; a page that doesn't exist is reported. */
function begun({ roots, pages, list }: Home, { reader, resolve, missing }: Context): string[] {
  const entries = roots.flatMap((root) => ENTRIES.map((name) => joined(root, name)))
  const own = entries.flatMap((path) => resolve.path(path, ['.js', '.ts']) ?? [])
  const shown = pages.flatMap((page) => {
    const found = resolve.path(page, PAGES)
    if (found === null && list !== null) missing.name({ file: page, reason: 'missing', by: list })
    return found ?? []
  })
  const named = lists(roots).flatMap((file) => {
    const json = reader.manifest(file)
    return namedIn(json).flatMap((path) => {
      const whole = joined(folderOf(file), path.replace(/^\/+/, ''))
      const found = resolve.path(whole, PAGES)
      if (whole && found === null) missing.name({ file: whole, reason: 'missing', by: file })
      return found ?? []
    })
  })
  return [...own, ...shown, ...named, ...(list === null ? [] : [list])]
}

const lists = (roots: readonly string[]) =>
  roots.flatMap((root) => ['app.json', 'plugin.json'].flatMap((name) => joined(root, name) ?? []))

/** What app.json and plugin.json name besides pages; what WeChat takes by its name alone, where they ask for it. */
function namedIn(json: JsonValue | undefined): string[] {
  const shown = membersOf(memberAt(json, 'publicComponents')?.member).map(([, { member }]) => member)
  const named = [memberAt(json, 'entryPagePath')?.member, memberAt(json, 'main')?.member, ...shown]
  const paths = named.flatMap((one) => (typeof one?.value === 'string' ? one.value : []))
  const bar = memberAt(json, 'tabBar', 'custom')?.member.value === true ? ['custom-tab-bar/index'] : []
  return [...paths, ...bar, ...(memberAt(json, 'appBar') ? ['app-bar/index'] : [])]
}

/** The component that settings beside a file of markup, or those of its mini program, list under a tag. */
export function componentAt(file: string, tag: string, context: Listing): string | null {
  const own = `${file.slice(0, file.length - extensionOf(file).length)}.json`
  for (const list of [own, ...lists(rootsAround(file, context.homes))]) {
    const { value } = memberAt(context.reader.manifest(list), 'usingComponents', tag)?.member ?? {}
    if (typeof value === 'string') return component(value, list, context)
  }
  return null
}

/** `usingComponents` of pages, components and app.json, and what stands for generic ones; or where the list is broken. */
function componentsIn(file: string, { reader, homes }: Context): { components: string[]; fault?: Spot } {
  if (!homes.some(({ kind, lister }) => lister || isNative(kind))) return { components: [] }
  const source = reader.peek(file)
  if (source === null || !/usingComponents|componentGenerics/.test(source)) return { components: [] }
  const read = parseJson(source)
  if ('fault' in read) return { components: [], fault: read.fault }
  const used = membersOf(memberAt(read.json, 'usingComponents')?.member).map(([, { member }]) => member)
  const generic = membersOf(memberAt(read.json, 'componentGenerics')?.member)
  const all = [...used, ...generic.flatMap(([, { member }]) => memberAt(member, 'default')?.member ?? [])]
  return { components: all.flatMap(({ value }) => (typeof value === 'string' ? value : [])) }
}

/** Next to its user, relative to the root, or in a package. */
function component(
  specifier: string,
  from: string,
  { resolve, homes }: Pick<Listing, 'resolve' | 'homes'>,
): string | null {
  if (specifier.startsWith('/')) {
    const roots = rootsAround(from, homes)
    for (const root of roots) {
      const found = resolve.path(joined(root, specifier.slice(1)), PAGES)
      if (found) return found
    }
    return null
  }
  return resolve.path(besides(specifier, from, homes), PAGES) ?? resolve.file(specifier, from)
}

/** Paths can't leave a mini program: too many `../` end at its root. */
function besides(specifier: string, from: string, homes: readonly Home[]): string | null {
  const [root = ''] = rootsAround(from, homes)
  const inner = root === '' ? from : from.slice(root.length + 1)
  return joined(root, posix.join('/', posix.dirname(inner), specifier).slice(1))
}

/** Plugins and uninstalled packages are elsewhere; a path means a file. */
function nameMissing(specifier: string, from: string, { missing, homes }: Context): void {
  if (!/^\.{0,2}\//.test(specifier)) return
  const file = specifier.startsWith('/') ? specifier.slice(1) : (besides(specifier, from, homes) ?? specifier)
  missing.name({ file, reason: 'missing', by: from })
}
