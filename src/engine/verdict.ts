/** From results to verdicts, and from the verdict to the exit status. */
import type { PlatformId, Result, Verdict } from '../types.js'

export interface VerdictSetting {
  failOn: 'error' | 'warning'
  allowUnknown: boolean
}

const ORDER: readonly Verdict[] = ['fail', 'unknown', 'warn', 'pass']

/** Of no verdicts nothing is known. */
export function worst(verdicts: Iterable<Verdict>): Verdict {
  const all = new Set(verdicts)
  return ORDER.find((verdict) => all.has(verdict)) ?? 'unknown'
}

/** The verdict of one result on its platforms. */
function verdictOf({ status, level }: Result, failOn: 'error' | 'warning'): Verdict {
  if (status === 'fail' && (level === 'error' || (level === 'warning' && failOn === 'warning'))) return 'fail'
  if (status === 'unknown' && level === 'error') return 'unknown'
  if (status === 'fail' && level === 'warning') return 'warn'
  return 'pass'
}

/** For each of `platforms` that a result is about; the others have no verdict, which is never a pass. */
export function verdictsOf(
  results: readonly Result[],
  platforms: readonly PlatformId[],
  failOn: 'error' | 'warning',
): Partial<Record<PlatformId, Verdict>> {
  return Object.fromEntries(
    platforms.flatMap((platform) => {
      const about = results.filter((result) => result.platforms.includes(platform))
      return about.length === 0 ? [] : [[platform, worst(about.map((one) => verdictOf(one, failOn)))]]
    }),
  )
}

export function exitCodeOf(verdict: Verdict, { allowUnknown }: VerdictSetting): 0 | 1 | 3 {
  if (verdict === 'fail') return 1
  return verdict === 'unknown' && !allowUnknown ? 3 : 0
}
