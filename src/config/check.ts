/** Shared by the checks of a config's parts. */

import type { ConfigTexts } from '../i18n/config.js'
import type { PlatformId } from '../types.js'
import type { ReportAt } from './nodes.js'
import type { Known } from './types.js'

export interface Check {
  known: Known
  /** The platforms of the config. */
  platforms: readonly PlatformId[]
  /** Milliseconds since 1970. */
  today: number
  texts: ConfigTexts
  report: ReportAt
}
