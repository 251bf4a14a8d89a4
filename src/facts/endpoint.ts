import type { ClientFact } from './clients.js'
import type { Answer, ChainFact, Handshake, HelloId } from './tls.js'

/** One address of a target. */
export interface EndpointFacts {
  address: string
  family: 4 | 6
  /** Given by the user with --resolve. */
  given: boolean
  /** The first TCP connection's fate. */
  connect: Answer<object>
  handshakes: Partial<Record<HelloId, Handshake>>
  /** Distinct chains over all handshakes, the one of the newest client first. */
  chains: ChainFact[]
  /** What each simulated phone got, or would get. Absent when none was tried. */
  clients?: ClientFact[]
  /** What a hello without a server name drew; of its certificates only the leaf. Absent when none was sent. */
  nameless?: Handshake
  /** Connections made to this address. */
  connections: number
}
