import type { SeenFact } from '../../facts/index.js'

export interface Recording {
  seen: SeenFact[]
  /** Requests that are not the mini program's: pages and scripts of the developer tools, images. */
  skipped: number
}

/** Why a recording can't be read, and where: an offset into its text. */
export interface RecordingFault {
  at: number
  reason: 'empty' | 'not-json' | 'no-entries' | 'no-url' | 'too-many'
}

/** Most requests of one recording. */
export const MAX_REQUESTS = 100_000
