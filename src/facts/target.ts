import type { Entry, NotLooked, Scheme } from '../types.js'
import type { DnsFact } from './dns.js'
import type { EndpointFacts } from './endpoint.js'
import type { HttpFact } from './http.js'

/** What was seen of a host, port and scheme. */
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
  /** Milliseconds from the first query about it to the last answer, including the time spent waiting. */
  durationMs?: number
  /** The place it was seen from (`isVantage`); absent if the place has no name. */
  vantage?: string
  /** Why nobody looked from there; such facts hold nothing else. */
  notLooked?: NotLooked
  /** The chain comes from this file and nothing was probed: only rules about chains apply. */
  certificateFile?: string
}
