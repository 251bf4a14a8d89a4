/**
 * Aliases of builds whose configuration isn't read or computes them: `lib/net`, `@utils/http`. What no package.json names is
 * looked for in the folders around the script that imports it, the nearest first.
 */
import { isInstalled, packageOf } from './package-names.js'
import { folderOf, joined } from './paths.js'

/** A sign before the name of a folder. */
const SIGN = /^(?:~?@|[~#$])\/?/

export function createUnknownAliases(
  packages: readonly string[],
  files: readonly string[],
  path: (wanted: string | null) => string | null,
): (specifier: string, from: string) => string | null {
  const declared = new Set(packages)
  const folders = new Set(files.flatMap((file) => folderOf(file).split('/')))
  return (specifier, from) => {
    const inner = specifier.replace(SIGN, '')
    const [first = '', ...rest] = inner.split('/')
    if (rest.length === 0 || !folders.has(first) || isInstalled(from)) return null
    if (declared.has(packageOf(specifier))) return null
    for (let folder = folderOf(from); ; folder = folderOf(folder)) {
      const found = path(joined(folder, inner))
      if (found !== null && found !== from) return found
      if (folder === '') return null
    }
  }
}
