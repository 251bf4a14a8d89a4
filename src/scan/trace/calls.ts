/** From paths to facts: each network call once, at the place that provides its URL. */
import type { CallFact, Place, ResourceFact } from '../../facts/project.js'
import { putTo } from '../../grouping.js'
import { readFor } from '../../platforms/index.js'
import type { Family } from '../../types.js'
import { isDead, namesPath } from '../evaluate/dead.js'
import { isInner } from '../evaluate/modules.js'
import type { Program } from '../evaluate/program.js'
import { unknown } from '../evaluate/values.js'
import { isCallApi } from '../frameworks/index.js'
import { type CallExpr, functionsAround, type Module } from '../ir/types.js'
import { add, addKnown, isOutside, show } from './call-facts.js'
import { familiesOf } from './families.js'
import { waysTo } from './reach.js'
import { namesRead } from './read-names.js'
import type { Reached } from './ways.js'

/** A call inside a library that could not be followed. */
export interface InnerCall {
  /** On each of its platforms, without a URL. */
  facts: CallFact[]
  /** The members that its URL may be taken from. */
  reads: ReadonlySet<string>
}

export interface Found {
  /** Sorted by file and position. */
  calls: CallFact[]
  /** Images, audio and video that scripts show or play. */
  resources: ResourceFact[]
  /** The objects and clients of the calls. */
  used: Set<string>
  /** Calls inside libraries whose URLs only their users know, by script. */
  inside: Map<Module, InnerCall[]>
}

/** The facts of every network call; `scope` are the families the source is read for. */
export function callFacts(
  program: Program,
  sinks: CallExpr[],
  scope: readonly Family[] = readFor([]),
): Found {
  const facts = new Map<string, CallFact>()
  const resources = new Map<string, ResourceFact>()
  const used = new Set<string>()
  const inside = new Map<CallExpr, Reached[]>()
  for (const call of sinks) {
    for (const way of waysTo(program, call)) {
      if (way.through.some((one) => isInner(program, one))) continue
      const { api, of, urls } = way.sink
      if (urls.every(({ k }) => k !== 'text') && isIdle(program, call)) continue
      used.add(of)
      const on = familiesOf(call, way, scope)
      if (!isCallApi(api)) {
        if (on.families.length > 0 && !on.isForeign) show(resources, way, api)
      } else if (isOutside(call, way)) add(facts, call, way, api, on)
      else if (addKnown(facts, call, way, api, on)) putTo(inside, call, way)
    }
  }
  const calls = [...facts.values()].sort(inOrder)
  const innerCalls = new Map<Module, InnerCall[]>()
  for (const [call, ways] of inside) putTo(innerCalls, call.module, innerCall(call, ways, scope))
  return { calls, resources: [...resources.values()], used, inside: innerCalls }
}

function innerCall(call: CallExpr, ways: readonly Reached[], scope: readonly Family[]): InnerCall {
  const facts = new Map<string, CallFact>()
  for (const { sink } of ways) {
    const way = { sink: { ...sink, urls: [unknown('computed')] }, through: [] }
    if (isCallApi(sink.api)) add(facts, call, way, sink.api, familiesOf(call, way, scope))
  }
  const reads = new Set(ways.flatMap(({ through }) => [...namesRead(call, through)]))
  return { facts: [...facts.values()], reads }
}

/** Nothing calls a function around it, and it has no path of its own. */
const isIdle = (program: Program, call: CallExpr): boolean =>
  functionsAround(call.fn).some((fn) => isDead(program, fn)) && !namesPath(call)

/** By file and place. */
export function inOrder({ place: one }: { place: Place }, { place: other }: { place: Place }): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1
  return one.line - other.line || one.column - other.column
}
