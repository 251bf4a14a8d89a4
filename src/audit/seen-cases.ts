/** What recorded sessions asked, beside what the source calls. */
import type { CallFact, EntryFact, ProjectFacts, SeenFact } from '../facts/index.js'
import { originOf } from './scan-summary.js'

export interface Sighting {
  origin: string
  where: 'source' | 'run-time'
  place: SeenFact['place']
  requests: number
}

/**
 * A recording tells no API where several make the same request: then it is the one by which the source calls that
 * origin, else one under which it is listed.
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

/** Origins that only the source has, and origins that only a recording has; none where nothing was recorded. */
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
