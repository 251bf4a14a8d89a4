/** A recording's requests, one per API and origin. */

import { positionAt } from '../../config/index.js'
import type { SeenFact } from '../../facts/index.js'
import { FAMILIES, familyData } from '../../platforms/index.js'
import { lineStarts } from '../lines.js'

export interface Request {
  url: string
  api: SeenFact['api']
  /** Offset into the recording. */
  at: number
}

export function collected(requests: Iterable<Request>, file: string, text: string): SeenFact[] {
  const lines = lineStarts(text)
  const found = new Map<string, SeenFact>()
  for (const { url, api, at } of requests) {
    const origin = originOf(url)
    if (origin === null) continue
    const key = `${api} ${origin}`
    const known = found.get(key)
    if (known) known.requests++
    else found.set(key, { origin, api, requests: 1, place: { file, ...positionAt(lines, at) } })
  }
  return [...found.values()]
}

/** Scheme, host and port; null if no server on the network is contacted, and for the tools' own requests. */
export function originOf(url: string): string | null {
  if (!/^(?:https?|wss?):\/\//i.test(url) || !URL.canParse(url)) return null
  const { protocol, host } = new URL(url)
  return OWN_HOSTS.has(host) ? null : `${protocol}//${host}`
}

/** Platform servers that the tools and runtimes contact on their own. */
const OWN_HOSTS = new Set(FAMILIES.flatMap((family) => familyData(family).source.ownHosts ?? []))
