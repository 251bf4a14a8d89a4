/** Everything that can be observed of a target: plain JSON, no verdicts. */
import type { Entry, NotLooked, Scheme } from '../types.js'
import type { ClientFact } from './clients.js'
import type { DnsFact } from './dns.js'
import type { HttpFact } from './http.js'
import type { Answer, ChainFact, Handshake, HelloId } from './tls.js'

export * from './address.js'
export * from './clients.js'
export * from './dns.js'
export * from './entry.js'
export * from './http.js'
export * from './http-ending.js'
export * from './key-exchange.js'
export * from './names.js'
export * from './project.js'
export * from './tls.js'
export * from './vantage.js'
export * from './versions.js'

export interface TargetFacts {
  host: string
  port: number
  scheme: Scheme
  entries: Entry[]
  /** Absent for udp and tcp, which are never probed. */
  dns?: DnsFact
  endpoints: EndpointFacts[]
  /** Absent when HTTP was not asked for. */
  http?: HttpFact
  /** Where it was looked from (`isVantage`); absent where nobody named the place. */
  vantage?: string
  /** Why nobody looked from there; such facts hold nothing else. */
  notLooked?: NotLooked
  /** The chain comes from this file and nothing was probed: only rules about chains apply. */
  certificateFile?: string
}

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
