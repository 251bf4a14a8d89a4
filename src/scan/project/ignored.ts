/** Files excluded by `.gitignore` files, each below its own folder; deeper files override higher ones (gitignore(5)). */
import { lstat } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { readFileBounded } from '../../files/index.js'
import { type Rules, readRules } from './gitignore.js'
import type { Steps } from './glob.js'

const MAX_BYTES = 1024 * 1024
/** Enough for thousands of patterns over thousands of files, and about a second. */
const MATCHING_STEPS = 20_000_000
/** The cost of looking up one path in one file, wildcards aside. */
const STEPS_PER_FILE = 10
const TOO_LARGE = Symbol('too large')

interface Level {
  /** Absolute. */
  folder: string
  rules: Rules
}

export interface Levels {
  /** The folder's own file first, then those of its parents. */
  levels: readonly Level[]
  /** Shared by a whole walk. */
  spent: Spent
}

/** When steps or size run out, files are read rather than left out, and the offending .gitignore is named. */
export interface Spent extends Steps {
  /** Absolute. */
  tooLarge: string[]
}

/** The levels above the scanned folder up to the root of its git repository; none outside a repository. */
export async function levelsAbove(root: string): Promise<Levels> {
  const none = noLevels()
  const above: string[] = []
  let at = root
  while (!(await exists(join(at, '.git')))) {
    const parent = dirname(at)
    if (parent === at) return none
    above.push(parent)
    at = parent
  }
  let levels = none
  for (const folder of above.reverse()) {
    // If the scanned folder is itself ignored, it is build output the user asked for, so parent files don't apply.
    if (isIgnored(levels, folder, true)) return none
    levels = await withLevel(levels, folder)
  }
  return isIgnored(levels, root, true) ? none : levels
}

export const noLevels = (): Levels => ({ levels: [], spent: { left: MATCHING_STEPS, tooLarge: [] } })

export async function withLevel({ levels, spent }: Levels, folder: string): Promise<Levels> {
  const file = join(folder, '.gitignore')
  const text = await textOf(file)
  if (text === null) return { levels, spent }
  spent.left -= text === TOO_LARGE ? 0 : text.length
  if (text !== TOO_LARGE && spent.left >= 0)
    return { levels: [{ folder, rules: readRules(text) }, ...levels], spent }
  spent.tooLarge.push(file)
  return { levels, spent }
}

/** Parent folders are not ignored, since the walk does not enter those that are. */
export function isIgnored({ levels, spent }: Levels, path: string, isFolder: boolean): boolean {
  for (const { folder, rules } of levels) {
    if (spent.left < 0) return false
    const own = path.slice(folder.length).replaceAll(sep, '/').replace(/^\//, '')
    const ignored = rules.test(own, isFolder, spent)
    spent.left -= STEPS_PER_FILE
    if (spent.left < 0) spent.tooLarge.push(join(folder, '.gitignore'))
    if (ignored !== null) return ignored
  }
  return false
}

/** Like git, it follows no links. */
async function textOf(file: string): Promise<string | typeof TOO_LARGE | null> {
  try {
    const found = await lstat(file)
    if (!found.isFile()) return null
    const bytes = await readFileBounded(file, MAX_BYTES, { pipes: false })
    return bytes.length > MAX_BYTES ? TOO_LARGE : bytes.toString('utf8')
  } catch {
    return null
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}
