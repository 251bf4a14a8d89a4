/** How verdicts changed, and whether a better one was earned. */
import { PLATFORM_IDS, type PlatformId, type Verdict } from '../../types.js'
import { isOpen, weight } from './findings.js'
import type { Direction, FindingChange, VerdictChange } from './types.js'

const ORDER: readonly Verdict[] = ['pass', 'warn', 'unknown', 'fail']
export type Verdicts = Partial<Record<PlatformId, Verdict>>

export function verdictChanges(before: Verdicts, after: Verdicts): VerdictChange[] {
  const found = new Map<string, VerdictChange>()
  for (const platform of PLATFORM_IDS) {
    const [was, is] = [before[platform] ?? null, after[platform] ?? null]
    if (was === is) continue
    const key = `${was} ${is}`
    const known = found.get(key)
    if (known) known.platforms.push(platform)
    else
      found.set(key, { platforms: [platform], before: was, after: is, direction: verdictDirection(was, is) })
  }
  return [...found.values()]
}

/** A platform or target that was not judged before is worse when it is not ready now. */
function verdictDirection(before: Verdict | null, after: Verdict | null): Direction {
  if (after === null) return 'neutral'
  if (before === null) return after === 'fail' || after === 'unknown' ? 'worse' : 'neutral'
  return ORDER.indexOf(after) > ORDER.indexOf(before) ? 'worse' : 'better'
}

/** What a verdict may be better for, besides the servers. */
interface Judged {
  findings: readonly FindingChange[]
  /** The verdicts of targets that the later report doesn't have. */
  removed: readonly Verdicts[]
  fewerPlaces: boolean
}

/** A verdict is better only if what weighed most is known to be gone, not if less was judged. */
export function earned(changes: readonly VerdictChange[], judged: Judged): VerdictChange[] {
  return changes.flatMap((one): VerdictChange[] => {
    if (one.direction !== 'better') return [one]
    const isEarned = (platform: PlatformId) => isEarnedOn(platform, one.before, judged)
    const won = one.platforms.filter(isEarned)
    const open = one.platforms.filter((platform) => !isEarned(platform))
    return [
      ...(won.length > 0 ? [{ ...one, platforms: won }] : []),
      ...(open.length > 0 ? [{ ...one, platforms: open, direction: 'neutral' as const }] : []),
    ]
  })
}

function isEarnedOn(
  platform: PlatformId,
  before: Verdict | null,
  { findings, removed, fewerPlaces }: Judged,
): boolean {
  if (fewerPlaces || removed.some((verdicts) => verdicts[platform] === before)) return false
  // Reports of different settings may differ in their verdicts alone.
  if (findings.length === 0) return true
  const own = findings.filter(({ platforms }) => platforms.includes(platform))
  const most = Math.max(...own.map((one) => weight(one.before)))
  const heaviest = own.filter((one) => weight(one.before) === most)
  return own.some(({ direction }) => direction === 'better') && !heaviest.some(isOpen)
}
