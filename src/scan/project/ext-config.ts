/** What a mini program receives from its ext.json: `wx.getExtConfigSync()` (第三方平台 ext.json). */
import { lineStarts } from '../lines.js'
import type { BuildConstant } from '../types.js'
import type { Home } from './home.js'
import { type JsonValue, memberAt, membersOf } from './json.js'
import { joined } from './paths.js'
import type { Reader } from './reader.js'

/** Its values by their names in the code: `extConfig().api.host`. */
export function extConfigOf(
  homes: readonly Home[],
  files: readonly string[],
  reader: Reader,
): BuildConstant[] {
  const folders = new Set(homes.flatMap(({ folder, roots }) => [folder, ...roots]))
  const there = new Set(files)
  return [...folders].flatMap((folder) => {
    const file = joined(folder, 'ext.json')
    if (file === null || !there.has(file)) return []
    const json = reader.manifest(file)
    if (memberAt(json, 'extEnable')?.member.value === false) return []
    const lines = lineStarts(reader.peek(file) ?? '')
    return valuesIn(memberAt(json, 'ext')?.member, 'extConfig()').map(
      ({ path, at: { value, line, column } }) => {
        return { path, value, file, lines, pos: (lines[line - 1] ?? 0) + column - 1 }
      },
    )
  })
}

type Plain = JsonValue & { value: string | number | boolean | null }

function valuesIn(json: JsonValue | undefined, path: string): { path: string; at: Plain }[] {
  if (json === undefined || Array.isArray(json.value)) return []
  if (!(json.value instanceof Map)) return [{ path, at: { ...json, value: json.value } }]
  return membersOf(json).flatMap(([name, { member }]) => valuesIn(member, `${path}.${name}`))
}
