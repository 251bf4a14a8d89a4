/** Connections with requests get certificates too: where servers take turns, perhaps others than the hellos got. */
import { type ChainFact, chainText, type EndpointFacts } from '../facts/index.js'
import type { Fate } from './fates.js'

/** Adds the chains that no hello got: what a request gets, any client may get. */
export function withRequested(endpoint: EndpointFacts, { requested }: Fate): EndpointFacts {
  const known = new Set(endpoint.chains.map(({ certificates }) => chainText(certificates)))
  const more = [...requested].filter(([text]) => !known.has(text)).map(([, sent]) => byRequest(sent))
  return more.length === 0 ? endpoint : { ...endpoint, chains: [...endpoint.chains, ...more] }
}

/** The TLS library has checked the handshake. */
const byRequest = (certificates: string[]): ChainFact => ({
  certificates,
  hellos: [],
  primary: true,
  keyProof: 'valid',
  byRequest: true,
})
