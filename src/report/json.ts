import type { Report } from '../types.js'
import { safeJson } from './text.js'

/** The report itself: the format for other programs. */
export function renderJson(report: Report): string {
  return `${safeJson(JSON.stringify(report, null, 2))}\n`
}
