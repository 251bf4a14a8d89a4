/** The packages a project needs at run time, according to its package.json files. */
import type { Dependency } from '../types.js'
import { memberAt, membersOf } from './json.js'
import { folderOf, joined } from './paths.js'
import type { Reader } from './reader.js'

/** In the given folders and their parents, each file once. */
function filesOf(folders: readonly string[]): string[] {
  const wanted = new Set<string>([''])
  for (const folder of folders) for (let at = folder; at !== ''; at = folderOf(at)) wanted.add(at)
  return [...wanted].map((folder) => joined(folder, 'package.json') ?? 'package.json')
}

/** The names of all packages, build-time ones included. */
export async function packagesOf(folders: readonly string[], reader: Reader): Promise<string[]> {
  const all = await Promise.all(filesOf(folders).map((file) => reader.json(file)))
  return all.flatMap((json) =>
    ['dependencies', 'devDependencies'].flatMap((key) =>
      membersOf(memberAt(json, key)?.member).map(([name]) => name),
    ),
  )
}

export async function dependenciesOf(folders: readonly string[], reader: Reader): Promise<Dependency[]> {
  const found: Dependency[] = []
  for (const file of filesOf(folders)) {
    const json = await reader.json(file)
    for (const [name, { key }] of membersOf(memberAt(json, 'dependencies')?.member))
      found.push({ name, place: { file, ...key } })
  }
  return found
}
