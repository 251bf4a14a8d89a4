/** The distinct certificate chains of one address, and the hellos that drew them. */
import {
  type ChainFact,
  type EndpointFacts,
  HELLO_IDS,
  type HelloId,
  type ServerFlight,
} from '../facts/index.js'

/** Newest client first, general hellos before the narrow ones. */
const NEWEST_FIRST: readonly HelloId[] = [
  'tls1.3',
  'tls1.2',
  'tls1.2-ats',
  'tls1.3-ecdsa',
  'tls1.3-rsa',
  'tls1.2-ecdsa',
  'tls1.2-rsa',
  'tls1.2-ats-legacy',
  'tls1.1',
  'tls1.0',
  'ssl3',
]
/** What offers the certificates of RSA and EC alike, as phones do. */
const GENERAL: readonly HelloId[] = ['tls1.3', 'tls1.2']

interface Drawn {
  id: HelloId
  flight: ServerFlight
}

/** Chains are the same when their bytes are, order included. */
export function distinctChains(handshakes: EndpointFacts['handshakes']): ChainFact[] {
  const byBytes = new Map<string, Drawn[]>()
  for (const id of NEWEST_FIRST) {
    const flight = handshakes[id]
    if (flight?.kind !== 'accepted' || !flight.certificates) continue
    const bytes = flight.certificates.join()
    byBytes.set(bytes, [...(byBytes.get(bytes) ?? []), { id, flight }])
  }
  const groups = [...byBytes.values()]
  const general = groups.some((drawn) => drawn.some(({ id }) => GENERAL.includes(id)))
  return groups.map((drawn, index) =>
    chainFact(drawn, general ? drawn.some(({ id }) => GENERAL.includes(id)) : index === 0),
  )
}

function chainFact(drawn: Drawn[], primary: boolean): ChainFact {
  const flights = drawn.map(({ flight }) => flight)
  const ocspStaple = flights.find((flight) => flight.ocspStaple !== undefined)?.ocspStaple
  const sctList = flights.find((flight) => flight.sctList !== undefined)?.sctList
  return {
    certificates: flights[0]?.certificates ?? [],
    hellos: HELLO_IDS.filter((id) => drawn.some((one) => one.id === id)),
    primary,
    keyProof: proofOf(flights),
    ...(ocspStaple !== undefined && { ocspStaple }),
    ...(sctList !== undefined && { sctList }),
  }
}

/** One false proof spoils all; one true proof is enough, since narrow hellos are not always checked. */
function proofOf(flights: ServerFlight[]): ChainFact['keyProof'] {
  const proofs = flights.map((flight) => flight.keyProof)
  if (proofs.includes('invalid')) return 'invalid'
  return proofs.includes('valid') ? 'valid' : 'unchecked'
}
