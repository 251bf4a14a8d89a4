/** What the engine concludes, before it is put into words. */
import type { Entry, Level, PlatformId, Status } from '../types.js'
import type { Citation, Evidence } from './rule.js'

/** A verdict before it has words. */
export interface Judgment {
  rule: string
  status: Status
  /**
   * Absent for a pass. For a not-applicable one: what was found and isn't required. The engine's own: `not-observed`, a
   * fact is missing, and `rule-failed`, the rule returned something that isn't a finding.
   */
  reason?: string
  level: Level
  platforms: PlatformId[]
  evidence: Evidence
  /** That of the first platform. */
  cite: Citation
  /** All sources, if platforms have different ones. */
  cites?: Cited[]
  entry?: Entry
  /** Rules that report the same. */
  toldBy?: readonly string[]
  /** What the rule left to others on one platform, besides its own findings. */
  left?: readonly LeftTo[]
  /** Its platforms whose level was lowered by a setting. */
  lowered?: readonly PlatformId[]
}

export interface Cited {
  platforms: PlatformId[]
  cite: Citation
}

/** Something that could not be judged because of a fault that one of `rules` has to report. */
export interface LeftTo {
  platform: PlatformId
  rules: readonly string[]
  level: Level
  /** Null: everywhere. */
  addresses: readonly string[] | null
}
