/** Words that every room uses, and the JSON report that other programs read. */
import type { ApiName, Json, Level, NotLooked, Scheme, Status, Verdict } from './basics.js'
import type { Reference } from './descriptions.js'
import type { DnsAnswer } from './facts/dns.js'
import type { LeftOut, PassedOver, Place, ProjectKind, UndeterminedReason } from './facts/project.js'
import type { Family, PlatformId } from './platforms/index.js'

export * from './basics.js'
export type * from './descriptions.js'
export {
  FAMILIES,
  type Family,
  familyOf,
  PLATFORM_IDS,
  type PlatformId,
  RUNTIMES,
  type Runtime,
  runtimeOf,
} from './platforms/index.js'

/** One line of a domain list, and where it is. `line` and `column` count from 1. */
export interface Entry {
  family: Family
  api: ApiName
  /** Exactly as written. */
  text: string
  file?: string
  line?: number
  column?: number
}

/** The result of one rule for one target, on the platforms where it is the same. */
export interface Result {
  /** For example `certificate/chain-complete`. */
  rule: string
  status: Status
  level: Level
  /** Platforms to which this status and level apply; one rule may have several results. */
  platforms: PlatformId[]
  message?: string
  fix?: string
  /** For a finding, if there is a command that fixes it: `hefa chain api.example.com > fullchain.pem`. */
  command?: string
  reference?: Reference
  /** For a finding whose platforms cite different sentences: all of them. The first is `reference`. */
  references?: (Reference & { platforms: PlatformId[] })[]
  /** Plain JSON: what the verdict rests on; `evidence.reason` is the rule's reason code unless it passed. */
  evidence?: { [key: string]: Json | undefined }
  entry?: Entry
  /** The places it was seen from; absent if it was seen from all that looked. */
  vantages?: string[]
  /** Rules whose findings follow from this one; they are reported as not applicable. */
  consequences?: string[]
  /** For what is not applicable because of another finding: the rule of that finding. */
  followsFrom?: string
}

/** A server's own certificate. Dates are ISO 8601. */
export interface CertificateSummary {
  subject: string
  issuer: string
  names: string[]
  notBefore: string
  notAfter: string
  sha256: string
  daysLeft: number
  /** SHA-256 of its SubjectPublicKeyInfo: tells whether a replaced certificate kept its key. */
  keySha256?: string
  /** A certificate of its chain that ends before it, the first to end: the chain is good until then. */
  issuerEnds?: { subject: string; notBefore: string; notAfter: string; daysLeft: number }
}

/** A certificate of the chain as a client needs it, leaf first. */
export interface ChainLink {
  subject: string
  issuer: string
  sha256: string
  /** False for a certificate that was added to fix the chain. */
  sent: boolean
}

/** First and last version of a list in which a path leads to one of its roots; null: no such bound, or no root. */
export interface TrustSpan {
  since: string | null
  until: string | null
  root: string | null
}
/** A list of roots. Android and iOS have one per version of the system. */
export type TrustList = 'ios' | 'android' | 'chrome' | 'mozilla' | 'windows'

/** One host, port and scheme, with all that was found there. */
export interface Target {
  /** A-label, lower case. */
  host: string
  port: number
  scheme: Scheme
  entries: Entry[]
  verdicts: Partial<Record<PlatformId, Verdict>>
  results: Result[]
  /** Of the leaves that current phones may get, at any address, the one that ends first. */
  certificate?: CertificateSummary
  addresses?: { address: string; family: 4 | 6; state: 'answered' | 'refused' | 'silent' | 'not-tried' }[]
  /** `certificate`: the leaf of that chain. */
  chains?: {
    addresses: string[]
    clients: string[]
    chain: ChainLink[]
    certificate?: CertificateSummary
    /** The places that got it. */
    vantages?: string[]
  }[]
  chain?: ChainLink[]
  trust?: Record<TrustList, TrustSpan>
  /** How long probing it took, waiting for its turn included; of several places the slowest. */
  durationMs?: number
  /**
   * What each place saw, where places were named. `certificate`, `chain` and `trust` above are then those of the place
   * whose certificate expires first; an address is reported in its worst state.
   */
  vantages?: VantageView[]
}

/** A target as seen from one place. */
export interface VantageView {
  vantage: string
  verdicts: Partial<Record<PlatformId, Verdict>>
  /** Why the place did not look; nothing else is known then. */
  notLooked?: NotLooked
  addresses?: NonNullable<Target['addresses']>
  cname?: string[]
  /** What its resolver said, if that was no address. */
  dns?: Exclude<DnsAnswer['kind'], 'answered'>
  certificate?: Pick<CertificateSummary, 'sha256' | 'issuer' | 'notBefore' | 'notAfter'>
  /** SHA-256 of the certificates as sent, the leaf first. */
  chain?: string[]
  versions?: string[]
  /** The status of the first path asked. */
  status?: number
}

/** What `hefa --format json` prints; `schema/report.schema.json` is its schema. */
export interface Report {
  schemaVersion: 1
  tool: { name: 'hefa'; version: string }
  /** ISO 8601: the instant the verdicts hold for. */
  at: string
  durationMs: number
  scope: Scope
  /** The worst over `config` and all targets. */
  verdict: Verdict
  exitCode: 0 | 1 | 3
  platforms: PlatformId[]
  verdicts: Partial<Record<PlatformId, Verdict>>
  config: Result[]
  /** In the order of the config; one per host, port and scheme. */
  targets: Target[]
  /** What was read of the mini program's source; its findings are in `config`, with their places. */
  scan?: ScanSummary
}

/**
 * What the verdict covers. Rules are given by id, or by id and reason (`tls/version too-old`) if only some reasons of a
 * rule are meant; those that no chosen platform requires are omitted.
 */
export interface Scope {
  /** Targets that were probed over the network. */
  servers: number
  /** Was a mini program's source read? */
  source: boolean
  /** Targets that are certificate files. */
  files: number
  rulesOff: string[]
  /** Levels that differ from the platforms' own. */
  levelsChanged: string[]
  /** The lowered ones among them. */
  levelsLowered: string[]
  /** Rules with other numbers than the platforms' own. */
  parametersChanged: string[]
  /** Versions of systems covered by the platforms' own requirements but not by this run's. */
  versionsNarrowed?: NarrowedVersions[]
  /** Platforms for which not everything that decides (roots, TLS library) is published: their verdicts cover the rest. */
  notKnown?: PlatformId[]
  /** Findings about entries that count in the verdicts but are not listed in this report: there were too many. */
  notListed?: number
  /** Waived findings, counted by rule and host. */
  waived: number
  /**
   * The share of the targets that was to be looked at (`--shard`). `targets`: how many the whole run has; `whole`: the
   * SHA-256 of what it is judged by, its list among it.
   */
  shard?: { index: number; count: number; targets?: number; whole?: string }
  /** The places that were to look, where places were named. */
  vantages?: string[]
  /** That share contains nothing. */
  share?: 'empty'
  /** Nothing was probed in this run: the facts were saved at this instant, ISO 8601. */
  gatheredAt?: string
  /** When the lists of roots that certificates were judged by were read, `YYYY-MM-DD`. */
  listsReadOn?: string
  /** The source was compared with lists that were generated from it. */
  madeFromSource?: true
}

/** Versions before `before` are not judged at all, or what they can't do is only a warning. */
export interface NarrowedVersions {
  os: 'ios' | 'android'
  before: string
  effect: 'not-judged' | 'warning'
}

/** Lists are bounded; `omitted` counts what they leave out. Files are relative to the working directory. */
export interface ScanSummary {
  /** As it was named. */
  folder: string
  kinds: ProjectKind[]
  /** Files that were read and understood. */
  filesRead: number
  passedOver: PassedOver[]
  leftOut: LeftOut[]
  /** Servers that only another build of the source calls, which were not judged: how many, and the first of them. */
  otherBuilds?: { origins: number; first: string[] }
  /** `resolved`: every value of the URL is known. The others are in `undetermined`. */
  calls: { found: number; resolved: number; undetermined: number }
  undetermined: UndeterminedCall[]
  /** Origins in the order in which they are first called. */
  hosts: CalledHost[]
  /** Were the calls compared with domain lists? False without a config. */
  compared: boolean
  omitted: { passedOver: number; undetermined: number; hosts: number }
}

export interface UndeterminedCall extends Place {
  /** As written, such as `wx.request`. */
  callee: string
  api: ApiName
  reason: UndeterminedReason
  /** What would have to be known to determine it, as named in `scan.define` or the source. */
  missing?: string[]
}

/** A server that the source calls by one API. */
export interface CalledHost {
  /** `https://api.example.com:8443`, without a default port. */
  origin: string
  api: ApiName
  calls: number
}
