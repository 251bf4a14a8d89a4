import type { ClientFact } from './clients.js'
import type { Answer, ChainFact, Handshake, HelloId } from './tls.js'

/** One address of a target. */
export interface EndpointFacts {
  address: string
  family: 4 | 6
  /** Given by the user with --resolve. */
  given: boolean
  /** The result of the first TCP connection. */
  connect: Answer<object>
  handshakes: Partial<Record<HelloId, Handshake>>
  /** Distinct chains over all handshakes, the one of the newest client first. */
  chains: ChainFact[]
  /** The result of each simulated phone, observed or predicted. Absent when none was tried. */
  clients?: ClientFact[]
  /** The answer to a hello without SNI, of its certificates only the leaf. Absent when none was sent. */
  nameless?: Handshake
  /** How many connections were cut while no other was under way, though their hello is answered at other times; absent: none. */
  cutAtTimes?: number
  /** Connections made to this address. */
  connections: number
}
