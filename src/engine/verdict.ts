/** From results to verdicts, and from the verdict to the exit status. */
import type { PlatformId, Result, Verdict } from '../types.js'

export interface VerdictSetting {
  failOn: 'error' | 'warning'
  allowUnknown: boolean
}

const ORDER: readonly Verdict[] = ['fail', 'unknown', 'warn', 'pass']

/** Of nothing it is `pass`, which changes no other: whether anything was looked at is judged by itself (completeness). */
export function worst(verdicts: Iterable<Verdict>): Verdict {
  const all = new Set(verdicts)
  return ORDER.find((verdict) => all.has(verdict)) ?? 'pass'
}

/** What one result says of every platform it names. */
function verdictOf({ status, level }: Result, failOn: 'error' | 'warning'): Verdict {
  if (status === 'fail' && (level === 'error' || (level === 'warning' && failOn === 'warning'))) return 'fail'
  if (status === 'unknown' && level === 'error') return 'unknown'
  if (status === 'fail' && level === 'warning') return 'warn'
  return 'pass'
}

/** `platforms` are those the subject of the results is meant for. */
export function verdictsOf(
  results: readonly Result[],
  platforms: readonly PlatformId[],
  failOn: 'error' | 'warning',
): Partial<Record<PlatformId, Verdict>> {
  return Object.fromEntries(
    platforms.map((platform) => [
      platform,
      worst(
        results
          .filter((result) => result.platforms.includes(platform))
          .map((result) => verdictOf(result, failOn)),
      ),
    ]),
  )
}

export function exitCodeOf(verdict: Verdict, { allowUnknown }: VerdictSetting): 0 | 1 | 3 {
  if (verdict === 'fail') return 1
  return verdict === 'unknown' && !allowUnknown ? 3 : 0
}
