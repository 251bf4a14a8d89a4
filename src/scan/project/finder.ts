/** Files outside the walk: folders that are opened only because something refers to them. */
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isInside } from './disk.js'
import { fileName, folderOf } from './paths.js'

/** Whether something with that name exists that isn't a folder. What it is, and where links lead, shows when it is read. */
export interface Finder {
  (file: string): boolean
  /** The names of a folder's entries, subfolders excluded. */
  namesIn(folder: string): ReadonlySet<string>
}

/** `root` is a real path. Each folder is listed once; folders outside it are empty. */
export function createFinder(root: string): Finder {
  const folders = new Map<string, ReadonlySet<string>>()
  function namesIn(folder: string): ReadonlySet<string> {
    const known = folders.get(folder)
    if (known) return known
    const names = listed(root, folder)
    folders.set(folder, names)
    return names
  }
  return Object.assign((file: string) => namesIn(folderOf(file)).has(fileName(file)), { namesIn })
}

/** Whether a folder with that path exists inside the scanned one. */
export function createFolders(root: string): (folder: string) => boolean {
  return (folder) => {
    try {
      const real = realpathSync.native(join(root, folder))
      return isInside(real, root) && statSync(real).isDirectory()
    } catch {
      return false
    }
  }
}

function listed(root: string, folder: string): ReadonlySet<string> {
  try {
    const real = realpathSync.native(join(root, folder))
    if (!isInside(real, root)) return new Set()
    const entries: Dirent[] = readdirSync(real, { withFileTypes: true })
    return new Set(entries.flatMap((entry) => (entry.isDirectory() ? [] : [entry.name])))
  } catch {
    return new Set()
  }
}
