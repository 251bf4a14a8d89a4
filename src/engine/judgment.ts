/** What the engine says of one thing, before it has words. */
import type { Entry, Level, PlatformId, Status } from '../types.js'
import type { Citation, Evidence } from './rule.js'

/** A verdict before it has words. */
export interface Judgment {
  rule: string
  status: Status
  /**
   * Absent for a pass. Of a not-applicable one: what was found and is not demanded. The engine's own: `not-observed`,
   * a fact was missing, and `rule-failed`, what the rule returned isn't a finding.
   */
  reason?: string
  level: Level
  platforms: PlatformId[]
  evidence: Evidence
  /** That of the first platform. */
  cite: Citation
  /** Where platforms rest on different sentences: all of them. */
  cites?: Cited[]
  entry?: Entry
  /** Rules that report the same. */
  toldBy?: readonly string[]
  /** What the rule left to others on one platform, beside what it says itself. */
  left?: readonly LeftTo[]
  /** Of its platforms those that make more of it than somebody's setting does. */
  lowered?: readonly PlatformId[]
}

export interface Cited {
  platforms: PlatformId[]
  cite: Citation
}

/** Something that could not be judged, for a fault that one of `rules` has to report. */
export interface LeftTo {
  platform: PlatformId
  rules: readonly string[]
  level: Level
  /** Null: everywhere. */
  addresses: readonly string[] | null
}
