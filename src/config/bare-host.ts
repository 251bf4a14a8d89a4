/** Hosts as a config writes them outside of its lists: no scheme, no port. */
import { FAMILIES } from '../types.js'
import { takeApart } from './entry.js'

/** Lower-case A-label or address of a bare host, or null when it is none. A wildcard, port or path makes it none. */
export function canonicalHost(written: string): string | null {
  const fact = bareHost(written)
  return fact.syntax.length === 0 && fact.port === null ? fact.host : null
}

export const bareHost = (written: string) =>
  takeApart({ family: FAMILIES[0], api: 'request', text: `https://${written}` })
