/** All files of the scanned folder that may matter. */
import type { Dirent } from 'node:fs'
import { readdir, realpath } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { PassedOver } from '../../facts/index.js'
import { isInside } from './disk.js'
import { isIgnored, type Levels, levelsAbove, noLevels, withLevel } from './ignored.js'
import { isMarkup, mayBeScript, readAs } from './kinds.js'
import { byName } from './paths.js'

/** The maximum number of files. */
export const MAX_FILES = 50_000

export interface Walked {
  files: string[]
  /** Symbolic links that stay inside, with their targets. */
  links: Map<string, string>
  /** Files of unknown kinds, which may still be scripts. */
  others: string[]
  /** Pages of platforms whose pages hefa doesn't read. */
  markup: string[]
  /** What `.gitignore` names: files that might have been taken, and folders. */
  ignored: string[]
  /** Folders of build output beside its source. */
  output: string[]
  passedOver: PassedOver[]
}

/** Packages come from elsewhere and are built into the output; uniCloud folders hold server code. */
const LEFT_OUT = /^(?:node_modules|miniprogram_npm|bower_components|uniCloud(?:-.*)?|\..+)$/
/** Folders with these names next to a project file are written by that project's tools. */
const OUTPUT = /^(?:dist(?:[-_.][\w-]+)?|unpackage)$/
/** Folders beside `assets` in which Cocos Creator's editor keeps copies of them, and what shows that it is the editor's. */
const EDITORS = /^(?:library|temp|local)$/
const isCreator = (names: ReadonlySet<string>): boolean =>
  names.has('assets') &&
  names.has('settings') &&
  ['project.json', 'creator.d.ts', '.creator', 'profiles'].some((one) => names.has(one)) &&
  !['app.json', 'game.json', 'pages.json'].some((one) => names.has(one))
const PROJECT_FILES = new Set([
  'package.json',
  'project.config.json',
  'mini.project.json',
  'manifest.json',
  'app.json',
])

interface Folder {
  path: string
  levels: Levels
}

/**
 * Walks `start` (relative to `root`, a real path) in name order. Links are not followed: one that stays inside
 * leads to files that are walked anyway, so nothing is read twice and cycles can't be endless.
 */
export async function walk(root: string, start = '', limit = MAX_FILES): Promise<Walked> {
  const found: Walked = {
    files: [],
    links: new Map(),
    others: [],
    markup: [],
    ignored: [],
    output: [],
    passedOver: [],
  }
  const levels = start === '' ? await levelsAbove(root) : noLevels()
  const waiting: Folder[] = [{ path: join(root, start), levels }]
  for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
    const entries = await entriesOf(folder.path)
    if (entries === null) {
      found.passedOver.push({ file: inside(root, folder.path) || '.', reason: 'unreadable' })
      continue
    }
    const own = await withLevel(folder.levels, folder.path)
    const outputs = outputsIn(entries, folder.path === root)
    const below: Folder[] = []
    for (const entry of entries) {
      const path = join(folder.path, entry.name)
      if (LEFT_OUT.test(entry.name)) continue
      if (outputs.some((one) => one.test(entry.name)) && !entry.isFile()) {
        found.output.push(inside(root, path))
        continue
      }
      if (isIgnored(own, path, entry.isDirectory()) && !isShared(entry)) {
        ignore(root, path, entry, found)
        continue
      }
      if (entry.isDirectory()) below.push({ path, levels: own })
      else if (entry.isSymbolicLink()) await followed(root, path, found)
      else if (!take(root, path, entry, found, limit)) return sorted(root, found, levels.spent.tooLarge)
    }
    waiting.push(...below.reverse())
  }
  return sorted(root, found, levels.spent.tooLarge)
}

function outputsIn(entries: readonly Dirent[], isRoot: boolean): RegExp[] {
  const names = new Set(entries.map(({ name }) => name))
  const isProject = isRoot || [...PROJECT_FILES].some((one) => names.has(one))
  return [...(isProject ? [OUTPUT] : []), ...(isCreator(names) ? [EDITORS] : [])]
}

/** `*.json` also names the lists of pages, which builds read all the same; only what is private to one machine is none of them. */
const isShared = (entry: Dirent): boolean =>
  entry.isFile() && entry.name.endsWith('.json') && entry.name !== 'project.private.config.json'

function ignore(root: string, path: string, entry: Dirent, found: Walked): void {
  const file = inside(root, path)
  if (entry.isDirectory() || readAs(file) !== null) found.ignored.push(file)
}

/** False if there are too many. */
function take(root: string, path: string, entry: Dirent, found: Walked, limit: number): boolean {
  const file = inside(root, path)
  if (readAs(file) === null) {
    if (entry.isFile() && mayBeScript(file)) found.others.push(file)
    if (isMarkup(file)) found.markup.push(file)
    return true
  }
  if (!entry.isFile()) {
    found.passedOver.push({ file, reason: 'unreadable' })
    return true
  }
  if (found.files.length >= limit) {
    found.passedOver.push({ file, reason: 'limit' })
    return false
  }
  found.files.push(file)
  return true
}

async function followed(root: string, path: string, found: Walked): Promise<void> {
  const file = inside(root, path)
  try {
    const real = await realpath(path)
    if (isInside(real, root)) found.links.set(file, inside(root, real))
    else found.passedOver.push({ file, reason: 'outside' })
  } catch {
    found.passedOver.push({ file, reason: 'unreadable' })
  }
}

async function entriesOf(folder: string): Promise<Dirent[] | null> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.sort((a, b) => byName(a.name, b.name))
  } catch {
    return null
  }
}

const inside = (root: string, path: string) => relative(root, path).split(sep).join('/')

/** @param tooLarge `.gitignore` files that were too large: the files they name were read and are not reported as left out. */
function sorted(root: string, found: Walked, tooLarge: readonly string[]): Walked {
  found.passedOver.push(
    ...tooLarge.map((path) => ({ file: inside(root, path), reason: 'too-large' as const })),
  )
  found.files.sort(byName)
  found.passedOver.sort((a, b) => byName(a.file, b.file))
  return found
}
