/** What `.gitignore` files leave out, each below its own folder; a deeper file overrules a higher one (gitignore(5)). */
import { lstat, readFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import ignore from 'ignore'

const MAX_BYTES = 1024 * 1024

interface Level {
  /** Absolute. */
  folder: string
  test(path: string): { ignored: boolean; unignored: boolean }
}
/** The folder's own level first, then those above it. */
export type Levels = readonly Level[]

/** The levels above the scanned folder, up to the root of its git repository; none outside of a repository. */
export async function levelsAbove(root: string): Promise<Levels> {
  const above: string[] = []
  let at = root
  while (!(await exists(join(at, '.git')))) {
    const parent = dirname(at)
    if (parent === at) return []
    above.push(parent)
    at = parent
  }
  let levels: Levels = []
  for (const folder of above.reverse()) levels = await withLevel(levels, folder)
  // A scanned folder that is ignored itself is built output someone asked for: what lies above says nothing of it.
  return isIgnored(levels, root, true) ? [] : levels
}

export async function withLevel(levels: Levels, folder: string): Promise<Levels> {
  const text = await readRules(join(folder, '.gitignore'))
  if (text === null) return levels
  const rules = ignore({ ignorecase: false }).add(text)
  return [{ folder, test: (path) => rules.test(path) }, ...levels]
}

/** Folders above are known not to be ignored, since the walk does not enter those that are. */
export function isIgnored(levels: Levels, path: string, isFolder: boolean): boolean {
  for (const { folder, test } of levels) {
    const own = relative(folder, path).split(sep).join('/')
    const { ignored, unignored } = test(isFolder ? `${own}/` : own)
    if (ignored || unignored) return ignored
  }
  return false
}

/** Like git, no link is followed. */
async function readRules(file: string): Promise<string | null> {
  try {
    const found = await lstat(file)
    if (!found.isFile() || found.size > MAX_BYTES) return null
    return await readFile(file, 'utf8')
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
