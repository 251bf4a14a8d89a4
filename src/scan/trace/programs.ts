/** Several mini programs in one folder: each runs by itself, and sees nothing that another one sets. */
import type { Module } from '../ir/types.js'
import { within } from '../project/paths.js'

/** One script imports another. */
export type Way = readonly [from: string, to: string]

/**
 * The scripts of each mini program with what they import; `folders` are those of each program. Programs that share a
 * script are one, and the scripts that none of them has are together.
 */
export function byProgram(
  modules: Map<string, Module>,
  ways: readonly Way[],
  folders: readonly (readonly string[])[],
): Map<string, Module>[] {
  if (folders.length < 2) return [modules]
  const groups = joinedGroups(folders.length)
  const known = new Map<string, number>()
  const groupOf = (file: string): number => {
    const of = known.get(file) ?? folders.findIndex((own) => own.some((folder) => within(file, folder)))
    const group = of < 0 ? groups.add() : of
    known.set(file, group)
    return group
  }
  for (const [from, to] of ways) groups.join(groupOf(from), groupOf(to))
  const programs = new Set(folders.map((_, at) => groups.top(at)))
  const parts = new Map<number | null, Map<string, Module>>()
  for (const [key, module] of modules) {
    const group = groups.top(groupOf(key.split('\0', 1)[0] ?? key))
    const part = programs.has(group) ? group : null
    parts.set(part, (parts.get(part) ?? new Map<string, Module>()).set(key, module))
  }
  return [...parts.values()]
}

/** Groups by number that can be joined; each has one number at its top. */
function joinedGroups(count: number) {
  const above = Array.from({ length: count }, (_, at) => at)
  const top = (at: number): number => {
    let highest = at
    for (let next = above[highest]; next !== undefined && next !== highest; next = above[highest])
      highest = next
    above[at] = highest
    return highest
  }
  return {
    top,
    add: () => above.push(above.length) - 1,
    join(one: number, other: number) {
      above[top(other)] = top(one)
    },
  }
}
