/** Package names → files in the folder: from npm's `node_modules`, and from the developer tools' folder next to it. */
import type { Finder } from './finder.js'
import { type JsonValue, memberAt, membersOf, textAt } from './json.js'
import { partsOf } from './package-names.js'
import { folderOf, joined } from './paths.js'
import type { ResolveInput } from './resolve.js'

/** Third-party manifests: faults are not reported. */
type Manifest = (file: string) => JsonValue | undefined

/**
 * WeChat looks for `miniprogram_npm` from the importing file's folder upwards (npm 支持); bundlers look so for
 * `node_modules`, and in package.json for the entry made for mini programs first.
 */
export function createPackages(
  finder: Finder,
  manifest: Manifest,
): Pick<ResolveInput, 'packages' | 'folderEntry'> {
  const known = new Map<string, string | null>()
  function inPackage(folder: string, path: string): string | null {
    const json = manifest(joined(folder, 'package.json') ?? '')
    if (path !== '')
      return (
        firstOf(finder, joined(folder, path)) ?? given(memberAt(json, 'exports')?.member, `./${path}`, folder)
      )
    for (const key of ['miniprogram', 'module', 'main']) {
      const entry = textAt(json, key)
      const found = entry === undefined ? null : firstOf(finder, joined(folder, entry))
      if (found) return found
    }
    return given(memberAt(json, 'exports')?.member, '.', folder) ?? firstOf(finder, folder)
  }
  /** The first file that a manifest's `exports` or `imports` maps a name to, under any condition. */
  function given(names: JsonValue | undefined, name: string, folder: string): string | null {
    const isNamed = membersOf(names).some(([key]) => /^[.#]/.test(key))
    const targets = !isNamed ? (name === '.' ? targetsIn(names) : []) : targetsOf(names, name)
    for (const target of targets) {
      const found = firstOf(finder, joined(folder, target))
      if (found) return found
    }
    return null
  }
  /** `#name`: from the nearest manifest. */
  function own(specifier: string, from: string): string | null {
    for (let folder = folderOf(from); ; folder = folderOf(folder)) {
      const file = joined(folder, 'package.json') ?? ''
      if (finder(file)) return given(memberAt(manifest(file), 'imports')?.member, specifier, folder)
      if (folder === '') return null
    }
  }
  function within(folder: string, specifier: string): string | null {
    const { name, path } = partsOf(specifier)
    const built = joined(folder, `miniprogram_npm/${specifier}`)
    const installed = joined(folder, `node_modules/${name}`)
    return firstOf(finder, built) ?? (installed === null ? null : inPackage(installed, path))
  }
  function packages(specifier: string, from: string): string | null {
    if (specifier.startsWith('#')) return own(specifier, from)
    if (!/^(?:@[\w.~-]+\/)?[\w~-][\w.~-]*(?:\/|$)/.test(specifier)) return null
    for (let folder = folderOf(from); ; folder = folderOf(folder)) {
      const key = `${folder}\0${specifier}`
      const found = known.get(key) ?? within(folder, specifier)
      known.set(key, found)
      if (found !== null || folder === '') return found
    }
  }
  const folderEntry = (folder: string) => (finder(`${folder}/package.json`) ? inPackage(folder, '') : null)
  return { packages, folderEntry }
}

/** What one name maps to: a string, one per condition, or the first existing one of a list. */
function targetsIn(json: JsonValue | undefined, depth = 0): string[] {
  if (typeof json?.value === 'string') return [json.value]
  if (depth > 8) return []
  const inner = Array.isArray(json?.value) ? json.value : membersOf(json).map(([, { member }]) => member)
  return inner.flatMap((one) => targetsIn(one, depth + 1))
}

/** An exact name, or a pattern with one `*`. */
function targetsOf(names: JsonValue | undefined, name: string): string[] {
  return membersOf(names).flatMap(([key, { member }]) => {
    if (key === name) return targetsIn(member)
    const [before = '', after] = key.split('*')
    if (after === undefined || !name.startsWith(before) || !name.endsWith(after)) return []
    const middle = name.slice(before.length, name.length - after.length)
    return targetsIn(member).map((target) => target.replaceAll('*', () => middle))
  })
}

const ENDINGS = [
  '',
  '.js',
  '.mjs',
  '.cjs',
  '.ts',
  '.vue',
  '.json',
  '/index.js',
  '/index.mjs',
  '/index.ts',
  '/index.vue',
]

function firstOf(finder: Finder, path: string | null): string | null {
  const found = path === null ? undefined : ENDINGS.find((ending) => finder(path + ending))
  return found === undefined ? null : path + found
}
