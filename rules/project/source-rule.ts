/** What rules about the URLs of calls share. */
import type { CalledUrl } from '../../src/engine/rule.js'
import { type CallFact, type EntryFact, specialUse } from '../../src/facts/index.js'

/** Sockets as MQTT.js names them; the rest are their own names. */
const SCHEMES: Readonly<Record<string, string>> = { wxs: 'wss', alis: 'wss', wx: 'ws', ali: 'ws' }

/** The scheme a phone connects with; null where none is written. */
export function schemeOf({ scheme }: EntryFact): string | null {
  return scheme === null ? null : (SCHEMES[scheme] ?? scheme)
}

/** What a call's host is when it is no name to be listed. */
export function bareHost({ hostKind, host }: EntryFact): 'address' | 'lan' | 'localhost' | null {
  if (hostKind === 'ipv4' || hostKind === 'ipv6') {
    const use = host === null ? null : specialUse(host)
    return use === 'private' || use === 'link-local' ? 'lan' : 'address'
  }
  return host === 'localhost' || host?.endsWith('.localhost') ? 'localhost' : null
}

/** Where a URL's host is written, when that is another file than the call's. */
export type Written = { written?: string }
/** A call's origin as evidence. */
export type Of = Written & { api: string; callee: string; origin: string; host: string }

export function evidenceOf(call: CallFact, { url, origin }: CalledUrl): Of {
  const { api, callee, place } = call
  const { entry, host, hostText } = origin
  return {
    api,
    callee,
    origin: entry.text,
    host: host ?? hostText,
    ...(url.place.file !== place.file && { written: url.place.file }),
  }
}
