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
  /** Was looking for missing issuers allowed? */
  fetch: boolean
  /** Hosts given by --resolve, as `host:port`. */
  given: string[]
  /** One of each target; of several `vantages` one of each from each. */
  targets: TargetFacts[]
  /** The places that were to look: every target names one of them. Absent where nobody named a place. */
  vantages?: string[]
  /** The share of the targets that was to be looked at; absent when all were. */
  shard?: { index: number; count: number }
  /** What a scan of a mini program's source found. */
  project?: SourceFacts
}

/** A scanned project beside the servers it calls. */
export interface SourceFacts {
  /** As it was named. Files in `facts` are relative to the working directory. */
  folder: string
  /** False without a config: then no list is known to compare with. */
  compared: boolean
  /** Only the source was looked at: no server, and the lists not for themselves. */
  alone: boolean
  facts: ProjectFacts
}

/** How servers are asked. Nothing is required. */
export interface GatherSetting {
  /** Milliseconds for one connection. Default 8000. */
  timeoutMs?: number
  /** Connections in flight in all. Default 400. */
  concurrency?: number
  /** Connections in flight to one host. Default 16. */
  perHost?: number
  /** DNS server, `ADDR[:PORT]`. */
  dns?: string
  /** Addresses instead of DNS; the host `*` stands for every name. */
  resolve?: { host: string; port: number; addresses: string[] }[]
  /** An HTTP proxy that opens tunnels; loopback addresses are reached directly all the same. */
  proxy?: ProxyOptions
  /**
   * May requests (HTTP, WebSocket, AIA, OCSP, CRL) go to special-use addresses? Default false: a config or a
   * certificate of strangers could reach inside. Addresses of `resolve` are asked all the same.
   */
  allowPrivate?: boolean
  /** What this machine is called as a place to look from. */
  vantage?: string
  /** Who looks in this machine's stead; what says how to reach servers is theirs then. */
  fleet?: Looker
  /** Holds connections back, or keeps them from an address: what a fleet's workers agree on. */
  admit?: Admit
  /** Threads that share the targets and the limits; few targets start none. Default 1. */
  jobs?: number
  /** One of so many threads: it takes its share of the limits. */
  threads?: number
  /** Further https targets of the run, looked at elsewhere: redirects to them are followed. */
  others?: { host: string; port: number }[]
  /** Only every `count`-th target, beginning with the `index`-th (from 1), in the order of the config. */
  shard?: { index: number; count: number }
  /** Base64 DER. */
  ca?: string[]
  fetch?: boolean
  /** Ask over HTTP and WebSocket too. Default true. */
  http?: boolean
  /** Ask OCSP and CRLs. Default false. */
  revocation?: boolean
  /** Simulated phones: as few hellos as settle the verdict, or every one. Default `some`. */
  clients?: 'none' | 'some' | 'all'
  signal?: AbortSignal
  /**
   * Called once, when the first connections are under way; never where none is made. Before them, and waited for, where
   * they may take every file the system lets this process open.
   */
  onConnecting?: () => unknown
  /** After each target: how many are done, of how many there are. */
  onProgress?: (done: number, total: number, target: TargetFacts) => void
  /** Each target as it is done, in the order in which they are; of a fleet what every place saw. */
  onTarget?: (seen: TargetFacts | readonly TargetFacts[]) => void | Promise<void>
}

/** Looks at targets from several places. */
export interface Looker {
  vantages: readonly string[]
  /** Targets that may be under way. */
  atOnce: number
  /** One answer of every place, in the order of the places; never rejects. */
  observe(spec: TargetSpec): Promise<TargetFacts[]>
}

/** As of when, in which language and how strictly facts are judged. */
export interface JudgeSettings {
  /** Milliseconds since 1970; the instant judged for. */
  at: number
  language: Language
  failOn?: 'error' | 'warning'
  allowUnknown?: boolean
  durationMs?: number
  /** Findings that are known fail no run; `all` takes every finding for known. */
  baseline?: BaselineSetting
  /** The facts were saved earlier: the report says when. */
  saved?: boolean
}

export type Loaded = { config: Config } | { problems: Problem[] }
