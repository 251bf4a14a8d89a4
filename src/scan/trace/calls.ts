/** From paths to facts: each network call once, at the place that provides its URL. */
import type { CallFact, Place, ResourceFact, UrlFact } from '../../facts/project.js'
import { readFor } from '../../platforms/index.js'
import type { Family } from '../../types.js'
import { isInner } from '../evaluate/modules.js'
import type { Program } from '../evaluate/program.js'
import { distinctMissing, distinctUrls, urlsOf } from '../evaluate/urls.js'
import { familiesOfTarget, platformVariables } from '../frameworks/builds.js'
import { type CallApi, isCallApi } from '../frameworks/index.js'
import type { CallExpr, Expr, Guard, Module } from '../ir/types.js'
import { placeOf } from '../lines.js'
import { waysTo } from './reach.js'
import type { Sink } from './sink.js'
import type { Reached } from './ways.js'

export interface Found {
  /** Sorted by file and position. */
  calls: CallFact[]
  /** Images, audio and video that scripts show or play. */
  resources: ResourceFact[]
  /** The objects and clients of the calls. */
  used: Set<string>
  /** Calls inside libraries whose URLs only their users know, by script. */
  inside: Map<Module, number>
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
  const inside = new Map<Module, Set<CallExpr>>()
  for (const call of sinks) {
    for (const way of waysTo(program, call)) {
      if (way.through.some((one) => isInner(program, one))) continue
      const { api, of } = way.sink
      used.add(of)
      const on = familiesOf(call, way, scope)
      if (!isCallApi(api)) {
        if (on.families.length > 0 && !on.isForeign) show(resources, way, api)
      } else if (isOutside(call, way)) add(facts, call, way, api, on)
      else if (addKnown(facts, call, way, api, on))
        inside.set(call.module, (inside.get(call.module) ?? new Set()).add(call))
    }
  }
  const calls = [...facts.values()].sort((one, other) => order(one.place, other.place))
  const counts = new Map([...inside].map(([module, own]) => [module, own.size]))
  return { calls, resources: [...resources.values()], used, inside: counts }
}

/** Does the project provide its URL, rather than a library? */
const isOutside = (call: CallExpr, way: Reached) => placedAt(call, way).module.library === undefined

/** The call that gives the URL. */
const placedAt = (call: CallExpr, { through, isGivenHere }: Reached) =>
  isGivenHere ? call : (through.at(-1) ?? call)

/** Adds the requests a library makes by itself; true if it also requests URLs it is given or receives. */
function addKnown(facts: Map<string, CallFact>, call: CallExpr, way: Reached, api: CallApi, on: On): boolean {
  const { urls } = way.sink
  const known = urls.filter((url) => url.k === 'text' && urlsOf([url]).urls.length > 0)
  if (known.length > 0) add(facts, call, { ...way, sink: { ...way.sink, urls: known, doubt: null } }, api, on)
  return known.length < urls.length
}

/** Media is reported at the place where its URL is written. */
function show(resources: Map<string, ResourceFact>, way: Reached, tag: ResourceFact['tag']): void {
  for (const { text, place } of urlsOf(way.sink.urls).urls) {
    resources.set(`${place.file}:${place.line}:${place.column} ${tag} ${text}`, { place, tag, url: text })
  }
}

/** Where a call runs. */
interface On {
  families: Family[]
  /** On every platform the source is read for. */
  isOpen: boolean
  /** On the object of a platform the source is not read for. */
  isForeign: boolean
}

function familiesOf(call: CallExpr, { sink, through }: Reached, scope: readonly Family[]): On {
  const isBound = sink.families.length > 0
  const own = isBound ? sink.families.filter((family) => scope.includes(family)) : [...scope]
  const families = [call, ...through].reduce<Family[]>(narrowed, own)
  const isOpen = !isBound && families.length === scope.length
  return { families, isOpen, isForeign: sink.foreign === true || own.length === 0 }
}

function order(one: Place, other: Place): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1
  return one.line - other.line || one.column - other.column
}

/** Two paths that end at the same place and API are one call with the values of both. */
function add(facts: Map<string, CallFact>, call: CallExpr, way: Reached, api: CallApi, on: On): void {
  const { sink } = way
  const { families, isOpen, isForeign } = on
  if (families.length === 0 && !isForeign) return
  const at = placedAt(call, way)
  const place = placeOf(at.module, at.pos)
  const fact = factOf(place, { ...sink, foreign: isForeign }, api, isOpen || isForeign ? [] : families)
  const { module, pos } = sink.made ?? call
  // Something has to put a server before a path; it is reported there, not where the path is written.
  for (const one of fact.missing ?? []) if (one.reason === 'no-server') one.place = placeOf(module, pos)
  const key = `${place.file}:${place.line}:${place.column} ${fact.callee} ${fact.families}`
  const known = facts.get(key)
  facts.set(key, known ? merged(known, fact) : fact)
}

function factOf(
  place: Place,
  sink: Omit<Sink, 'foreign'> & { foreign: boolean },
  api: CallApi,
  families: Family[],
): CallFact {
  const { urls, undetermined, missing, asksNobody } = urlsOf(sink.urls, sink.plain)
  const { callee, methods, headers, foreign } = sink
  const options = sink.options.length > 0 ? { options: distinctBy(sink.options) } : {}
  const about = { place, callee, api, families, ...(foreign ? { foreign } : {}) }
  const open = { undetermined: undetermined ?? sink.doubt, ...(missing.length > 0 ? { missing } : {}) }
  const empty = asksNobody && sink.doubt === null ? { asksNobody } : {}
  return { ...about, urls, ...empty, ...open, methods, ...options, headers }
}

/** Beyond this number of URLs, only those with a new server are kept. */
const MANY_URLS = 64

function joined(urls: UrlFact[], more: UrlFact[]): UrlFact[] {
  if (urls.length < MANY_URLS) return distinctUrls([...urls, ...more])
  const fresh = more.filter(({ text }) => !urls.some((url) => isSameServer(url.text, text)))
  return fresh.length > 0 ? distinctUrls([...urls, ...fresh]) : urls
}

function isSameServer(one: string, other: string): boolean {
  const origin = /^[^/]*\/\/[^/?#]*/.exec(other)?.[0] ?? other
  return one === origin || one.startsWith(`${origin}/`)
}

function merged(one: CallFact, other: CallFact): CallFact {
  const missing = distinctMissing([...(one.missing ?? []), ...(other.missing ?? [])])
  const { asksNobody, ...rest } = one
  return {
    ...rest,
    ...(asksNobody && other.asksNobody ? { asksNobody } : {}),
    urls: joined(one.urls, other.urls),
    undetermined: one.undetermined ?? other.undetermined,
    ...(missing.length > 0 ? { missing } : {}),
    methods: distinctBy(one.methods.concat(other.methods)),
    ...(one.options || other.options
      ? { options: distinctBy([...(one.options ?? []), ...(other.options ?? [])]) }
      : {}),
    headers: distinctBy(one.headers.concat(other.headers)),
  }
}

function distinctBy<T>(items: T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()]
}

/** The platforms on which a call remains after conditional compilation and the framework's own switches. */
function narrowed(families: Family[], call: CallExpr): Family[] {
  let left = families
  for (const region of call.module.regions) {
    if (region.start <= call.pos && call.pos < region.end)
      left = left.filter((one) => region.on.includes(one))
  }
  for (let guard: Guard | null = call.guard; guard; guard = guard.up) {
    const on = guard.test && platformTested(guard.test, guard.sense)
    if (on) left = left.filter((one) => on.includes(one))
  }
  return left
}

/** `process.env.TARO_ENV === 'weapp'`: the platform it names, if any; null if it is not such a test. */
function platformTested(test: Expr, sense: boolean): readonly Family[] | null {
  if (test.k !== 'compare' || test.equal !== sense) return null
  const sides = [test.left, test.right]
  const isTarget = sides.some(
    (side) => side.k === 'member' && typeof side.name === 'string' && platformVariables.has(side.name),
  )
  const value = sides.find((side) => side.k === 'text')
  return isTarget && value?.k === 'text' ? familiesOfTarget(value.text) : null
}
