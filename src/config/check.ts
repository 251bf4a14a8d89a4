/** What the checks of a config's parts work with. */
import type { PlatformId } from '../types.js'
import type { Texts } from './messages.js'
import type { ReportAt } from './nodes.js'
import type { Known } from './types.js'

export interface Check {
  known: Known
  /** Those the config is for. */
  platforms: readonly PlatformId[]
  /** Milliseconds since 1970. */
  today: number
  texts: Texts
  report: ReportAt
}
