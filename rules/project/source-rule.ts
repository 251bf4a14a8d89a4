/** Shared by rules about the URLs of calls. */
import type { CalledUrl } from '../../src/engine/rule.js'
import { type CallFact, type EntryFact, specialUse } from '../../src/facts/index.js'
import { SOCKET_SCHEMES } from '../../src/platforms/index.js'

/** The scheme a phone connects with; null if there is none in the URL. Sockets may use MQTT.js's scheme names. */
export function schemeOf({ scheme }: EntryFact): string | null {
  return scheme === null ? null : (SOCKET_SCHEMES[scheme] ?? scheme)
}

/** What the host of a call is if it isn't a name that can be listed. */
export function bareHost({ hostKind, host }: EntryFact): 'address' | 'lan' | 'localhost' | null {
  if (hostKind === 'ipv4' || hostKind === 'ipv6') {
    const use = host === null ? null : specialUse(host)
    return use === 'private' || use === 'link-local' ? 'lan' : 'address'
  }
  return host === 'localhost' || host?.endsWith('.localhost') ? 'localhost' : null
}

/** A socket that takes a host and a port: project/socket-address judges it alone. */
export const isBareSocket = ({ api }: Pick<CallFact, 'api'>): boolean => api === 'udp' || api === 'tcp'

/** A call's origin as evidence, located where its host is written; `calls` are the places it is called from. */
export type Of = { api: string; origin: string; host: string; calls: string[] }

export function evidenceOf({ api, place }: CallFact, { origin }: CalledUrl): Of {
  const { entry, host, hostText } = origin
  const { file, line, column } = place
  return { api, origin: entry.text, host: host ?? hostText, calls: [`${file}:${line}:${column}`] }
}
