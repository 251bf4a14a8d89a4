/** Servers that a folder beside a project's source decides: `uniCloud-aliyun`. */
import { serversBeside } from '../frameworks/builds.js'
import { lineStarts } from '../lines.js'
import type { BuildConstant } from '../types.js'
import type { Home } from './home.js'
import { folderOf, joined } from './paths.js'
import type { Reader } from './reader.js'

/** The constants that such folders decide, beside each project's files or above them; with several of them a project asks all. */
export function cloudServersOf(
  homes: readonly Home[],
  isFolder: (folder: string) => boolean,
  reader: Reader,
): BuildConstant[] {
  return homes.flatMap(({ folder }) => {
    const file = joined(folder, 'manifest.json')
    const text = file === null ? null : reader.peek(file)
    if (file === null || text === null) return []
    const lines = lineStarts(text)
    const found = serversBeside((name) => nearest(folder, name, isFolder))
    return found.map(([path, value]) => ({ path, value, file, lines, pos: 0 }))
  })
}

function nearest(folder: string, name: string, isFolder: (folder: string) => boolean): boolean {
  for (let at = folder; ; at = folderOf(at)) {
    if (isFolder(joined(at, name) ?? name)) return true
    if (at === '') return false
  }
}
