/** Paths inside the scanned folder: relative, with `/`, `''` for the folder itself. */
import { posix } from 'node:path'

/** Joins and normalises; null if the result is outside the folder. */
export function joined(folder: string, path: string): string | null {
  const whole = posix.normalize(posix.join(folder || '.', path.replaceAll('\\', '/')))
  if (whole === '..' || whole.startsWith('../') || whole.startsWith('/')) return null
  const bare = whole.replace(/\/+$/, '')
  return bare === '.' ? '' : bare
}

export function within(file: string, folder: string): boolean {
  return folder === '' || file === folder || file.startsWith(`${folder}/`)
}

export const fileName = (file: string): string => file.slice(file.lastIndexOf('/') + 1)
export const folderOf = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf('/')))

/** `.js` of `a/b.js`, in lower case; empty when there is none. */
export function extensionOf(file: string): string {
  const name = fileName(file)
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? '' : name.slice(dot).toLowerCase()
}

/** By code units: the same on every machine. */
export const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
