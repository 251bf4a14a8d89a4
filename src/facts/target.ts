import type { Entry, NotLooked, Scheme } from '../types.js'
import type { DnsFact } from './dns.js'
import type { EndpointFacts } from './endpoint.js'
import type { HttpFact } from './http.js'

/** What was seen of one host, port and scheme. */
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
  /** Milliseconds from the first question about it to the last answer, waiting for its turn included. */
  durationMs?: number
  /** Where it was looked from (`isVantage`); absent where nobody named the place. */
  vantage?: string
  /** Why nobody looked from there; such facts hold nothing else. */
  notLooked?: NotLooked
  /** The chain comes from this file and nothing was probed: only rules about chains apply. */
  certificateFile?: string
}
