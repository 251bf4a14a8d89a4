/** The distinct certificate chains of one address, and the hellos that got them. */

import {
  type ChainFact,
  chainText,
  type EndpointFacts,
  type Handshake,
  HELLO_IDS,
  type HelloId,
  type ServerFlight,
} from '../facts/index.js'
import { putTo } from '../grouping.js'
import type { Repeats } from './alternating.js'

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
/** Hellos that offer both RSA and EC certificates, as phones do. */
const GENERAL: readonly string[] = ['tls1.3', 'tls1.2']

interface Drawn {
  /** Of a hello or of a client. */
  id: string
  flight: ServerFlight
}

const isHelloId = (id: string): boolean => (HELLO_IDS as readonly string[]).includes(id)

/** What simulated phones got. */
export interface Phones {
  /** By client id, newest first. */
  handshakes: ReadonlyMap<string, Handshake>
  /**
   * The certificates supported phones get, each chain as `chainText` writes it. Null if that is not known for all of them: then
   * the general hellos are used instead.
   */
  supported: ReadonlySet<string> | null
  /** Further answers to the same hellos. */
  again?: Repeats | null
}

const NO_PHONES: Phones = { handshakes: new Map(), supported: null }

/** Chains are the same when their bytes are, order included. */
export function distinctChains(
  handshakes: EndpointFacts['handshakes'],
  phones: Phones = NO_PHONES,
): ChainFact[] {
  const byBytes = new Map<string, Drawn[]>()
  const all = [
    ...NEWEST_FIRST.map((id) => [id, handshakes[id]] as const),
    ...phones.handshakes,
    ...(phones.again ?? []),
  ]
  for (const [id, flight] of all) {
    if (flight?.kind !== 'accepted' || !flight.certificates) continue
    const bytes = chainText(flight.certificates)
    putTo(byBytes, bytes, { id, flight })
  }
  const primary = primaryChains([...byBytes], phones.supported)
  return [...byBytes].map(([bytes, drawn]) => chainFact(drawn, primary.has(bytes)))
}

/** The chains of supported phones; or of the general hellos; or, if neither got one, the first one. */
function primaryChains(groups: [string, Drawn[]][], supported: Phones['supported']): Set<string> {
  const known = groups.filter(([bytes]) => supported?.has(bytes))
  if (known.length > 0) return new Set(known.map(([bytes]) => bytes))
  const general = groups.filter(([, drawn]) => drawn.some(({ id }) => GENERAL.includes(id)))
  return new Set((general.length > 0 ? general : groups.slice(0, 1)).map(([bytes]) => bytes))
}

function chainFact(drawn: Drawn[], primary: boolean): ChainFact {
  const flights = drawn.map(({ flight }) => flight)
  const ocspStaple = flights.find((flight) => flight.ocspStaple !== undefined)?.ocspStaple
  const clients = [...new Set(drawn.flatMap(({ id }) => (isHelloId(id) ? [] : [id])))]
  const sctList = flights.find((flight) => flight.sctList !== undefined)?.sctList
  return {
    certificates: flights[0]?.certificates ?? [],
    hellos: HELLO_IDS.filter((id) => drawn.some((one) => one.id === id)),
    ...(clients.length > 0 && { clients }),
    primary,
    keyProof: proofOf(flights),
    ...(ocspStaple !== undefined && { ocspStaple }),
    ...(sctList !== undefined && { sctList }),
  }
}

/** One failed proof decides; otherwise one successful proof is enough, since narrow hellos are not always checked. */
function proofOf(flights: ServerFlight[]): ChainFact['keyProof'] {
  const proofs = flights.map((flight) => flight.keyProof)
  if (proofs.includes('invalid')) return 'invalid'
  return proofs.includes('valid') ? 'valid' : 'unchecked'
}

/** No phone gets a default server's chain: it only matters whose certificate it is. */
export function leafAlone(answer: Handshake): Handshake {
  if (answer.kind !== 'accepted') return answer
  const { certificates, ocspStaple: _staple, sctList: _scts, ...rest } = answer
  return { ...rest, ...(certificates && { certificates: certificates.slice(0, 1) }) }
}
