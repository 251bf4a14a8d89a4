/** Known findings: a team that starts with thirty of them notices the thirty-first. Plain JSON. */
import type { Level, PlatformId } from '../../types.js'

export interface Baseline {
  schemaVersion: 1
  tool: { name: 'hefa'; version: string }
  /** ISO 8601: the instant of the report it was written from. */
  at: string
  findings: KnownFinding[]
}

/** A finding that isn't about a target is identified by its file and the text there, never by line. */
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
  /** How many there are that are otherwise identical. */
  count: number
}
