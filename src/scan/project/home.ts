/** One mini program among the scanned files. */
import type { ProjectKind } from '../../facts/index.js'
import type { Family } from '../../types.js'
import type { JsonValue } from './json.js'
import { listAt, textAt } from './json.js'
import { joined } from './paths.js'
import type { Reader } from './reader.js'

export interface Home {
  kind: Exclude<ProjectKind, 'plain'>
  /** Where its project files lie. */
  folder: string
  /** The folders whose files are shipped. */
  roots: string[]
  /** Named by the project file, but not among the files walked: build output. */
  unwalked: string[]
  /** Server code. */
  server: string[]
  /** Whether a file is kept out of the package, by its path below a root. */
  unpacked(path: string): boolean
  /** Empty when its files don't tell. */
  families: Family[]
  /** Pages, as paths from the scanned folder on and without extension. */
  pages: string[]
}

export const ALIPAY: Family[] = ['alipay', 'mpaas']

export const nothing = (): boolean => false

/** What `app.json`, `game.json` or uni-app's `pages.json` in `root` lists. */
export async function pagesIn(root: string, file: string, reader: Reader): Promise<string[]> {
  const json = await reader.json(joined(root, file) ?? file)
  const own = pathsOf(listAt(json, 'pages'))
  const packages = ['subPackages', 'subpackages'].flatMap((key) => listAt(json, key))
  const below = packages.flatMap((one) => {
    const folder = textAt(one, 'root') ?? ''
    return [folder, ...pathsOf(listAt(one, 'pages')).map((path) => `${folder}/${path}`)]
  })
  return [...own, ...below].flatMap((path) => {
    const whole = joined(root, path.replace(/^\/+/, ''))
    return whole === null || whole === root ? [] : [whole]
  })
}

/** Native files list paths, uni-app lists objects. */
function pathsOf(pages: readonly JsonValue[]): string[] {
  return pages.flatMap((page) => (typeof page.value === 'string' ? page.value : (textAt(page, 'path') ?? [])))
}
