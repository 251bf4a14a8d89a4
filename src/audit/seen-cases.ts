/** What recorded sessions contacted, compared with what the source calls. */
import type { CallFact, EntryFact, ProjectFacts, SeenFact } from '../facts/index.js'
import { originOf } from './scan-summary.js'

export interface Sighting {
  origin: string
  where: 'source' | 'run-time'
  place: SeenFact['place']
  requests: number
}

/**
 * A recording doesn't tell which API made a request: it is the one by which the source calls that origin, or else one
 * under which it is listed.
 */
export function seenCalls({ seen = [], calls }: ProjectFacts, listed: readonly EntryFact[]): CallFact[] {
  return seen.map(({ origin, api, place }) => ({
    ...{ place, callee: 'recording', api: apiOf(origin, api, calls, listed), families: [] },
    ...{ urls: [{ text: origin, complete: false, place }], undetermined: null, methods: [], headers: [] },
  }))
}

function apiOf(
  origin: string,
  api: CallFact['api'],
  calls: readonly CallFact[],
  listed: readonly EntryFact[],
): CallFact['api'] {
  if (api !== 'request') return api
  const called = calls.find(({ urls }) => urls.some(({ text }) => originOf(text) === origin))
  if (called && called.api !== 'connectSocket') return called.api
  const apis = listed.flatMap(({ entry }) => (originOf(entry.text) === origin ? [entry.api] : []))
  if (apis.includes('request')) return 'request'
  return apis.find((one) => one === 'downloadFile' || one === 'uploadFile') ?? 'request'
}

/** Origins only in the source, and origins only in a recording; none without a recording. */
export function sightings({ seen, calls }: ProjectFacts): Sighting[] {
  if (!seen) return []
  const asked = new Map(seen.map((one) => [one.origin, one]))
  const called = new Map<string, CallFact['urls'][number]>()
  for (const { urls } of calls)
    for (const url of urls) {
      const origin = originOf(url.text)
      if (origin !== null && !called.has(origin)) called.set(origin, url)
    }
  return [
    ...[...called].flatMap(([origin, { place }]): Sighting[] =>
      asked.has(origin) ? [] : [{ origin, where: 'source', place, requests: 0 }],
    ),
    ...[...asked].flatMap(([origin, { place, requests }]): Sighting[] =>
      called.has(origin) ? [] : [{ origin, where: 'run-time', place, requests }],
    ),
  ]
}
