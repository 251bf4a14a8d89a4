/** Imports of files that aren't there: what they would have brought is not known. */
import { isOther, isTypes } from './kinds.js'
import { isInstalled } from './packages.js'
import { folderOf, joined } from './paths.js'
import type { Reader } from './reader.js'

/** A path, or the usual name of the source folder; packages that aren't installed are none of the project's files. */
const PATH = /^(?:\.{1,2}|[@~]|~@)?\//

/** Styles and pictures are no scripts; what packages miss of themselves is for platforms they know. */
export function tellMissing(specifier: string, from: string, reader: Reader): void {
  const path = specifier.replace(/\?.*$/s, '')
  if (!PATH.test(path) || path.endsWith('/') || isOther(path) || isTypes(path) || isInstalled(from)) return
  const file = path.startsWith('.') ? joined(folderOf(from), path) : path
  // What a path out of the folder leads to is not looked for.
  reader.passOver(
    file === null ? { file: path, reason: 'outside', by: from } : { file, reason: 'missing', by: from },
  )
}
