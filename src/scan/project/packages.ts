/** Names of packages → files of the folder: what npm put into `node_modules`, and the developer tools beside it. */
import type { Finder } from './finder.js'
import { type JsonValue, textAt } from './json.js'
import { folderOf, joined } from './paths.js'
import type { ResolveInput } from './resolve.js'

/** Read without telling of a fault: manifests of strangers. */
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
    if (path !== '') return firstOf(finder, joined(folder, path))
    const json = manifest(joined(folder, 'package.json') ?? '')
    for (const key of ['miniprogram', 'module', 'main']) {
      const entry = textAt(json, key)
      const found = entry === undefined ? null : firstOf(finder, joined(folder, entry))
      if (found) return found
    }
    return firstOf(finder, folder)
  }
  function within(folder: string, specifier: string): string | null {
    const { name, path } = partsOf(specifier)
    const built = joined(folder, `miniprogram_npm/${specifier}`)
    const installed = joined(folder, `node_modules/${name}`)
    return firstOf(finder, built) ?? (installed === null ? null : inPackage(installed, path))
  }
  function packages(specifier: string, from: string): string | null {
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

function partsOf(specifier: string): { name: string; path: string } {
  const parts = specifier.split('/')
  const length = specifier.startsWith('@') ? 2 : 1
  return { name: parts.slice(0, length).join('/'), path: parts.slice(length).join('/') }
}

/** Is a file a part of a package that was installed, not of the project itself? */
export const isInstalled = (file: string): boolean => /(?:^|\/)(?:node_modules|miniprogram_npm)\//.test(file)
