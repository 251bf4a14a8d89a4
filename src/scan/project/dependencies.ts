/** The packages a project needs at run time, by its package.json files. */
import type { Dependency } from '../types.js'
import { memberAt, membersOf } from './json.js'
import { folderOf, joined } from './paths.js'
import type { Reader } from './reader.js'

/** Of the folders named and those above them, each file once. */
export async function dependenciesOf(folders: readonly string[], reader: Reader): Promise<Dependency[]> {
  const wanted = new Set<string>([''])
  for (const folder of folders) for (let at = folder; at !== ''; at = folderOf(at)) wanted.add(at)
  const found: Dependency[] = []
  for (const folder of wanted) {
    const file = joined(folder, 'package.json') ?? 'package.json'
    const json = await reader.json(file)
    for (const [name, { key }] of membersOf(memberAt(json, 'dependencies')?.member))
      found.push({ name, place: { file, ...key } })
  }
  return found
}
