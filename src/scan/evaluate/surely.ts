/** Members that only an assignment gives: whether one of them has certainly run by the time they are read. */
import type { Fn } from '../ir/types.js'
import type { Program } from './program.js'
import { writesTo } from './targets.js'
import type { Value } from './values.js'

/** Counts a member as one that may be missing if conditions, or nobody's call, may keep all assignments from being made. */
export function noteIfMissing(program: Program, object: Value, name: string): void {
  const writes = program.writes.get(name) ?? []
  if (writes.length === 0 || writes.length > MAX_WRITES) return
  const own = writesTo(program, object, name, writes)
  const makers = makersOf(object)
  const isSure = own.some(({ write }) => write.guard === null && isSurelyRun(program, write.fn, makers, 0))
  if (own.length > 0 && !isSure) program.emptied++
}

const MAX_WRITES = 200
const FURTHEST = 3

/** Functions that have run where the object is there. */
function makersOf(object: Value): (Fn | null)[] {
  if (object.k === 'object') return [object.env?.fn ?? null]
  if (object.k !== 'instance' && object.k !== 'prototype') return []
  return 'k' in object.of ? [object.of.constructor_] : [object.of]
}

function isSurelyRun(
  program: Program,
  fn: Fn | null,
  makers: readonly (Fn | null)[],
  depth: number,
): boolean {
  if (fn === null || makers.includes(fn)) return true
  if (depth >= FURTHEST) return false
  const sites = program.sites.get(fn) ?? []
  return sites.some(({ call }) => call.guard === null && isSurelyRun(program, call.fn, makers, depth + 1))
}
