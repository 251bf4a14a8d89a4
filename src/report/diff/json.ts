import { safeJson } from '../text.js'
import type { ReportDiff } from './types.js'

export function jsonDiff(diff: ReportDiff): string {
  return `${safeJson(JSON.stringify(diff, null, 2))}\n`
}
