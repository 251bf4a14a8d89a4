/** Findings that are known: a team that starts with thirty of them learns of the thirty-first. Plain JSON. */
import type { Level, PlatformId } from '../../types.js'

export interface Baseline {
  schemaVersion: 1
  tool: { name: 'hefa'; version: string }
  /** ISO 8601: the instant of the report it was made from. */
  at: string
  findings: KnownFinding[]
}

/** What is about no target is known by the file it stands in and the text there, never by its line. */
export interface KnownFinding {
  rule: string
  reason: string
  status: 'fail' | 'unknown'
  level: Level
  platforms: PlatformId[]
  /** `https://host:port`. */
  target?: string | undefined
  file?: string | undefined
  text?: string | undefined
  /** How many there are that nothing else tells apart. */
  count: number
}
