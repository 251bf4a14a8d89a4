/** What is reported of the paths to network calls: those that meet in one place are one call. */
import type { CallFact, Place, ResourceFact, UrlFact } from '../../facts/project.js'
import type { Family } from '../../types.js'
import { distinctMissing, distinctUrls, urlsOf } from '../evaluate/urls.js'
import { isAskedAgain, namesServer } from '../evaluate/values.js'
import type { CallApi } from '../frameworks/index.js'
import type { CallExpr } from '../ir/types.js'
import { placeOf } from '../lines.js'
import type { On } from './families.js'
import type { Sink } from './sink.js'
import type { Reached } from './ways.js'

/** Does the project provide its URL, rather than a library? */
export function isOutside(call: CallExpr, way: Reached): boolean {
  const { library } = placedAt(call, way).module
  return library === undefined
}

/** The call that gives the URL. */
const placedAt = (call: CallExpr, { through, isGivenHere }: Reached) =>
  isGivenHere ? call : (through.at(-1) ?? call)

/** Media is reported at the place where its URL is written. */
export function show(resources: Map<string, ResourceFact>, way: Reached, tag: ResourceFact['tag']): void {
  for (const { text, place } of urlsOf(way.sink.urls).urls) {
    resources.set(`${place.file}:${place.line}:${place.column} ${tag} ${text}`, { place, tag, url: text })
  }
}

/** Adds the requests a library makes by itself; true if it also requests URLs it is given or receives. */
export function addKnown(
  facts: Map<string, CallFact>,
  call: CallExpr,
  way: Reached,
  api: CallApi,
  on: On,
): boolean {
  const { urls } = way.sink
  const known = urls.filter((url) => url.k === 'text' && urlsOf([url]).urls.length > 0)
  if (known.length > 0) add(facts, call, { ...way, sink: { ...way.sink, urls: known, doubt: null } }, api, on)
  return known.length < urls.length && !way.sink.mayBeFile
}

/** Two paths that end at the same place and API are one call with the values of both. */
export function add(facts: Map<string, CallFact>, call: CallExpr, way: Reached, api: CallApi, on: On): void {
  const sink = firstAsked(way.sink)
  if (!sink) return
  const { families, isOpen, isForeign } = on
  if (families.length === 0 && !isForeign) return
  const at = placedAt(call, way)
  const place = placeOf(at.module, at.pos)
  // A library has methods for every one of its callers.
  const methods = at.module.library ? [] : sink.methods
  const about = { ...sink, methods, foreign: isForeign }
  const fact = factOf(place, about, api, isOpen || isForeign ? [] : families)
  const { module, pos } = sink.made ?? call
  // Something has to put a server before a path; it is reported there, not where the path is written.
  for (const one of fact.missing ?? []) if (one.reason === 'no-server') one.place = placeOf(module, pos)
  const key = `${place.file}:${place.line}:${place.column} ${api} ${fact.callee} ${fact.families}`
  const known = facts.get(key)
  facts.set(key, known ? merged(known, fact) : fact)
}

/** Without what an interceptor asks for again, unless it names a server: that is reported where it is asked for first. Null if nothing else is. */
function firstAsked(sink: Sink): Sink | null {
  const urls = sink.urls.filter((url) => !isAskedAgain(url) || namesServer(url))
  if (urls.length === sink.urls.length) return sink
  return urls.length > 0 ? { ...sink, urls } : null
}

function factOf(
  place: Place,
  sink: Omit<Sink, 'foreign'> & { foreign: boolean },
  api: CallApi,
  families: Family[],
): CallFact {
  const { urls, undetermined, missing, asksNobody } = urlsOf(sink.urls, sink.plain)
  const { callee, methods, headers, foreign, mayBeFile } = sink
  const options = sink.options.length > 0 ? { options: distinctBy(sink.options) } : {}
  const about = {
    ...{ place, callee, api, families },
    ...(foreign ? { foreign } : {}),
    ...(mayBeFile ? { mayBeFile } : {}),
  }
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
