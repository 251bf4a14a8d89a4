/** Hosts as written in a config outside of its lists: no scheme, no port. */
import { FAMILIES } from '../types.js'
import { takeApart } from './entry.js'

/** Lower-case A-label or address of a bare host, or null if it isn't one. A wildcard, port or path disqualifies it. */
export function canonicalHost(written: string): string | null {
  const fact = bareHost(written)
  return fact.syntax.length === 0 && fact.port === null ? fact.host : null
}

export const bareHost = (written: string) =>
  takeApart({ family: FAMILIES[0], api: 'request', text: `https://${written}` })
