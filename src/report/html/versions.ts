/** On which versions of a system a root is built in, as a row of boxes. */
import type { TrustSpan } from '../../types.js'

export type Os = 'ios' | 'android'
export interface Step {
  version: string
  /** `part`: only some releases of that version. */
  trusted: 'all' | 'part' | 'none'
}

const MAJORS: Readonly<Record<Os, readonly number[]>> = {
  ios: [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 26],
  android: [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17],
}

const majorOf = (version: string) => Number.parseInt(version, 10)
/** Nothing after the major number but zeros. */
const isWhole = (version: string) => /^\d+(\.0)*$/.test(version)

/** A version at an end of the span is in the row even if no list has it. */
export function stepsOf(os: Os, span: TrustSpan): Step[] {
  const named = [span.since, span.until].flatMap((version) => (version === null ? [] : [majorOf(version)]))
  const first = MAJORS[os][0] ?? 0
  const newer = named.filter((major) => Number.isFinite(major) && major > first)
  const majors = [...new Set([...MAJORS[os], ...newer])].sort((a, b) => a - b)
  return majors.map((major) => ({ version: String(major), trusted: trustedAt(major, span) }))
}

function trustedAt(major: number, { since, until, root }: TrustSpan): Step['trusted'] {
  if (root === null) return 'none'
  const from = since === null ? Number.NEGATIVE_INFINITY : majorOf(since)
  const to = until === null ? Number.POSITIVE_INFINITY : majorOf(until)
  // A version we can't parse must not be shown as trusted.
  if (Number.isNaN(from) || Number.isNaN(to) || major < from || major > to) return 'none'
  const partly = (major === from && since !== null && !isWhole(since)) || (major === to && until !== null)
  return partly ? 'part' : 'all'
}
