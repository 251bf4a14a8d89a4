/** One mini program among the scanned files. */
import type { ProjectKind } from '../../facts/index.js'
import type { Family } from '../../types.js'
import type { JsonValue } from './json.js'
import { listAt, textAt } from './json.js'
import { fileName, folderOf, joined, within } from './paths.js'

export interface Home {
  /** `plain` for a framework that has no kind of its own. */
  kind: ProjectKind
  /** The folder of its project files. */
  folder: string
  /** The folders with shipped files. */
  roots: string[]
  /** Named by the project file, but not among the files walked: build output. */
  unwalked: string[]
  /** Server code. */
  server: string[]
  /** Whether a file is excluded from the package, by its path below a root. */
  unpacked(path: string): boolean
  /** Empty if its files don't say. */
  families: Family[]
  /** Pages, as paths from the scanned folder on and without extension. */
  pages: string[]
  /** The file that lists them; null if a script does, or nothing. */
  list: string | null
  /** The script that lists them, or the component whose settings do. */
  lister?: Lister
  /** Pages that are listed for platforms hefa does not know. */
  otherPages: string[]
  /** uni-app: conditional compilation is done, for this version of Vue where it is known. */
  vue?: 2 | 3 | null
}

export interface Lister {
  file: string
  /** The exports that may hold the list; the app's `config` and its settings always do. */
  exports: readonly string[]
}

export const NO_PAGES = { pages: [], list: null, otherPages: [] }

export const nothing = (): boolean => false

const BEGINNINGS = ['app.json', 'game.json', 'plugin.json']

/**
 * Does a shipped folder named in a project file start with a list that no source folder has? One right next to the project
 * file doesn't count: the platform ignores it.
 */
export function beginsOnlyIn(
  root: string,
  { folder }: Home,
  files: readonly string[],
  has: (file: string) => boolean,
): boolean {
  const isSource = (file: string, name: string) =>
    fileName(file) === name && folderOf(file) !== folder && within(file, folder)
  return BEGINNINGS.some(
    (name) => has(joined(root, name) ?? name) && !files.some((file) => isSource(file, name)),
  )
}

/** What `app.json`, `game.json` or uni-app's `pages.json` in `root` lists. */
export function pagesIn(root: string, json: JsonValue | undefined): string[] {
  const own = pathsOf(listAt(json, 'pages'))
  const packages = ['subPackages', 'subpackages'].flatMap((key) => listAt(json, key))
  const below = packages.flatMap((one) => {
    const folder = textAt(one, 'root') ?? ''
    return pathsOf(listAt(one, 'pages')).map((path) => `${folder}/${path}`)
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
