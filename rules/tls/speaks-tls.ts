import type { EndpointFacts, TlsVersion } from '../../src/facts/index.js'

const MODERN: readonly TlsVersion[] = ['TLSv1.2', 'TLSv1.3']

/** Hellos answered with a ServerHello of TLS 1.2 or later: the general ones, and those of phones that were sent. */
export function modernFlights({ handshakes, clients = [] }: EndpointFacts) {
  const all = [
    ...Object.values(handshakes),
    ...clients.flatMap((one) => (one.basis === 'connected' ? [one.handshake] : [])),
  ]
  return all.flatMap((answer) =>
    answer.kind === 'accepted' && MODERN.includes(answer.version) ? [answer] : [],
  )
}

/** Did it accept a hello of TLS 1.2 or later? */
export const speaksTls = (endpoint: EndpointFacts): boolean => modernFlights(endpoint).length > 0
