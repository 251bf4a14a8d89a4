import type { Level, PlatformId, Report, Scope, TrustList, TrustSpan, Verdict } from '../../types.js'

export type Direction = 'worse' | 'better' | 'neutral'

/** What changed between two reports: plain JSON, what `hefa diff --format json` prints. */
export interface ReportDiff {
  schemaVersion: 1
  /** 1 when something got worse that a release depends on. */
  exitCode: 0 | 1
  before: Side
  after: Side
  platforms: { added: PlatformId[]; removed: PlatformId[] }
  /** Places that looked for one of the reports only. */
  vantages: { added: string[]; removed: string[] }
  /** Of the reports as a whole. */
  verdicts: VerdictChange[]
  /** About the config as a whole, or about entries without a target. */
  config: FindingChange[]
  added: { target: string; verdicts: VerdictChange[]; findings: FindingChange[] }[]
  removed: string[]
  /** In the order of the later report; only those with a change. */
  targets: TargetDiff[]
}

export type Side = Pick<Report, 'at' | 'verdict' | 'exitCode'> & {
  version: string
  targets: number
  leftOut: LeftOut
}

/** What a report doesn't cover, or not completely: a comparison can't cover it either. */
export type LeftOut = Pick<Scope, 'rulesOff' | 'levelsLowered' | 'parametersChanged'> & {
  /** Rule and host. */
  waived: string[]
  /** Targets whose verdict is unknown on some platform. */
  undetermined: string[]
}

export interface TargetDiff {
  target: string
  verdicts: VerdictChange[]
  findings: FindingChange[]
  certificate?: CertificateChange
  /** Other certificates that this host sends besides its first, to some clients or at some addresses. */
  alsoServed?: { added: CertificateBrief[]; removed: CertificateBrief[] }
  /** Issuers as the server sends them after its own certificate, subjects. */
  chain?: { before: string[]; after: string[] }
  names?: { lost: string[]; gained: string[] }
  phones: PhoneChange[]
}

/** Null where that report did not judge the platform. */
export interface VerdictChange {
  platforms: PlatformId[]
  before: Verdict | null
  after: Verdict | null
  direction: Direction
}

export interface FindingState {
  status: 'pass' | 'fail' | 'unknown' | 'waived' | 'not-judged'
  /** Null unless it failed or is unknown. */
  level: Level | null
}

export interface FindingChange {
  rule: string
  platforms: PlatformId[]
  /** The entry or domain of a finding about the config; otherwise empty. */
  about: string
  change: 'new' | 'worse' | 'fixed' | 'better' | 'lowered' | 'undetermined' | 'waived' | 'not-judged'
  direction: Direction
  before: FindingState
  after: FindingState
  /** The places to which it applies; absent if it applies to all. */
  vantages?: string[]
  /** The sentence of the report with the finding, in its language. */
  message: string
}

export interface CertificateBrief {
  subject: string
  issuer: string
  notBefore: string
  notAfter: string
  sha256: string
}

export interface CertificateChange {
  before: CertificateBrief
  after: CertificateBrief
  /** `unknown` if a report does not contain the key. */
  key: 'same' | 'changed' | 'unknown'
  issuerChanged: boolean
}

export interface PhoneChange {
  list: TrustList
  before: TrustSpan
  after: TrustSpan
  direction: Direction
}
