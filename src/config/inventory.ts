/** Config → targets. */
import type { ApiName, Scheme } from '../types.js'
import { type EntryParts, takeApart, withSuffix } from './entry.js'
import { loadSuffixes } from './suffix.js'
import type { Config, Inventory, TargetSpec } from './types.js'

/** The scheme that each API's domains use. */
export const SCHEME_OF_API: Record<ApiName, Scheme> = {
  request: 'https',
  connectSocket: 'wss',
  uploadFile: 'https',
  downloadFile: 'https',
  udp: 'udp',
  tcp: 'tcp',
}

/** Ports where none is written; udp and tcp have no default: 0, they are never probed. */
const DEFAULT_PORT: Record<Scheme, number> = { https: 443, wss: 443, udp: 0, tcp: 0 }

/** Parsed entries, in the order of the config, and their targets. */
export async function inventory(config: Pick<Config, 'entries'>): Promise<Inventory> {
  const suffixes = await loadSuffixes()
  const parts = config.entries.map(takeApart)
  return { entries: parts.map((one) => withSuffix(one, suffixes)), targets: leadingTo(parts) }
}

/** Only the targets: they are known before the public suffix list is loaded. */
export const targetsOf = (config: Pick<Config, 'entries'>): TargetSpec[] =>
  leadingTo(config.entries.map(takeApart))

/**
 * One target per host, port and scheme, in the order of their first entries. An entry without a usable host or port, or with a
 * scheme other than its API's, has no target.
 */
function leadingTo(parts: readonly EntryParts[]): TargetSpec[] {
  const targets = new Map<string, TargetSpec>()
  for (const one of parts) {
    const spec = targetOf(one)
    if (spec === null) continue
    const key = `${spec.scheme} ${spec.host} ${spec.port}`
    const known = targets.get(key)
    if (known) known.entries.push(one.entry)
    else targets.set(key, { ...spec, entries: [one.entry] })
  }
  return [...targets.values()]
}

/** The target of an entry, or null if it has none. */
export function targetOf(fact: EntryParts): Omit<TargetSpec, 'entries'> | null {
  const scheme = SCHEME_OF_API[fact.entry.api]
  if (fact.host === null || fact.scheme !== scheme || fact.syntax.includes('bad-port')) return null
  return { host: fact.host, port: fact.port ?? DEFAULT_PORT[scheme], scheme }
}
