import type { Config, Problem, TargetSpec } from '../config/types.js'
import type { ProjectFacts, TargetFacts } from '../facts/index.js'
import type { Admit, ProxyOptions } from '../probes/index.js'
import type { Language } from '../types.js'
import type { BaselineSetting } from './baseline/index.js'

/** Everything a judgment needs, plain JSON: what `--save-facts` keeps. */
export interface Facts {
  schemaVersion: 1
  tool: { name: 'hefa'; version: string }
  /** ISO 8601 instant at which probing began. */
  gatheredAt: string
  config: Config
  /** Base64 DER of the --ca anchors. */
  ca: string[]
  /** Was fetching missing issuers allowed? */
  fetch: boolean
  /** Hosts given by --resolve, as `host:port`. */
  given: string[]
  /** One per target; with several `vantages`, one from each place. */
  targets: TargetFacts[]
  /** The places that were to look: every target refers to one of them. Absent if no place was named. */
  vantages?: string[]
  /** The share of the targets that was to be looked at; absent for a whole run. */
  shard?: { index: number; count: number }
  /** What a scan of a mini program's source found. */
  project?: SourceFacts
}

/** A scanned project beside the servers it calls. */
export interface SourceFacts {
  /** As it was named. Files in `facts` are relative to the working directory. */
  folder: string
  /** False without a config: then there is no list to compare with. */
  compared: boolean
  /** Only the source was looked at: no servers, and the lists only for comparison. */
  alone: boolean
  facts: ProjectFacts
}

/** How servers are probed. All fields are optional. */
export interface GatherSetting {
  /** Milliseconds for one connection. Default 8000. */
  timeoutMs?: number
  /** Connections in flight in all. Default 400. */
  concurrency?: number
  /** Connections in flight to one host. Default 16. */
  perHost?: number
  /** DNS server, `ADDR[:PORT]`. */
  dns?: string
  /** Addresses to use instead of DNS; the host `*` matches every name. */
  resolve?: { host: string; port: number; addresses: string[] }[]
  /** An HTTP proxy that opens tunnels; loopback addresses are always reached directly. */
  proxy?: ProxyOptions
  /**
   * May requests (HTTP, WebSocket, AIA, OCSP, CRL) go to special-use addresses? Default false: a config or a
   * certificate of strangers could reach inside. Addresses of `resolve` are asked all the same.
   */
  allowPrivate?: boolean
  /** The name of this machine as a place to look from. */
  vantage?: string
  /** Probes on behalf of this machine; the settings for reaching servers are then up to it. */
  fleet?: Looker
  /** Delays connections, or blocks them: shared by the workers of a fleet. */
  admit?: Admit
  /** Threads that share the targets and limits; few targets need none. Default 1. */
  jobs?: number
  /** This is one of so many threads: it gets its share of the limits. */
  threads?: number
  /** Other https targets of the run, probed elsewhere: redirects to them are followed. */
  others?: { host: string; port: number }[]
  /** Only every `count`-th target, beginning with the `index`-th (from 1), in the order of the config. */
  shard?: { index: number; count: number }
  /** Base64 DER. */
  ca?: string[]
  fetch?: boolean
  /** Send HTTP and WebSocket requests too. Default true. */
  http?: boolean
  /** Query OCSP and CRLs. Default false. */
  revocation?: boolean
  /** Simulated phones: as few hellos as settle the verdict, or every one. Default `some`. */
  clients?: 'none' | 'some' | 'all'
  signal?: AbortSignal
  /**
   * Called once, when the first connections are under way; never where none is made. Called before them, and awaited, if they may
   * use every file the system lets this process open.
   */
  onConnecting?: () => unknown
  /** Called once, with the first target whose handshakes are done while its requests are still unanswered. */
  onWaiting?: (seen: TargetFacts) => void
  /** After each target: how many are done, and how many there are. */
  onProgress?: (done: number, total: number, target: TargetFacts) => void
  /** Each target as it is done, in order of completion; with a fleet, what every place saw. */
  onTarget?: (seen: TargetFacts | readonly TargetFacts[]) => void | Promise<void>
}

/** Probes targets from several places. */
export interface Looker {
  vantages: readonly string[]
  /** How many targets may be in progress. */
  atOnce: number
  /** One answer from every place, in the order of the places; never rejects. */
  observe(spec: TargetSpec): Promise<TargetFacts[]>
}

/** The instant, the language and the strictness of the verdicts. */
export interface JudgeSettings {
  /** Milliseconds since 1970; the instant judged for. */
  at: number
  language: Language
  failOn?: 'error' | 'warning'
  allowUnknown?: boolean
  durationMs?: number
  /** Known findings, which don't fail a run; `all` treats every finding as known. */
  baseline?: BaselineSetting
  /** The facts were saved earlier: the report says when. */
  saved?: boolean
}

export type Loaded = { config: Config } | { problems: Problem[] }
