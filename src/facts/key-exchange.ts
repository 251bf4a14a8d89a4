/** Which hellos and clients got a chain, and the key exchange of each. */
import { chainText } from './digest.js'
import type { EndpointFacts } from './endpoint.js'
import type { ChainFact, KeyExchangeFact } from './tls.js'

/**
 * The key exchanges seen with the certificates of a chain, by the hello that got them.
 * @param chain one of the endpoint's own
 */
export function keyExchangesOf(
  chain: ChainFact,
  { handshakes, clients = [], chains }: EndpointFacts,
): KeyExchangeFact[] {
  const place = chains.indexOf(chain)
  const drew: readonly string[] = [...chain.hellos, ...(chain.clients ?? [])]
  const bytes = chainText(chain.certificates)
  const general = Object.entries(handshakes).flatMap(([by, answer]) => {
    if (answer.kind !== 'accepted') return []
    const { version, cipher, certificates } = answer
    const own = drew.includes(by) || (certificates && chainText(certificates)) === bytes
    return own ? [{ by, version, cipher }] : []
  })
  const phones = clients.flatMap((one): KeyExchangeFact[] => {
    const answer = one.basis === 'connected' ? one.handshake : one.prediction
    if (answer.kind !== 'accepted') return []
    const own = 'from' in answer ? drew.includes(answer.from) : answer.chain === place
    return own ? [{ by: one.client, version: answer.version, cipher: answer.cipher }] : []
  })
  return [...general, ...phones]
}
