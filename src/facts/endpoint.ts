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
  /** The answer to a hello of ours, made as long as those of phones that were turned away. Absent when none was sent. */
  padded?: { helloBytes: number; answer: Answer<object> }
  /** How many connections got no answer while no other was under way, though their hello is answered at other times; absent: none. */
  cutAtTimes?: number
  /** Connections made to this address. */
  connections: number
}
