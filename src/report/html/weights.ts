/** How much a finding matters to the reader, and the tokens by which the page filters: `wechat-ios:error`. */
import type { PlatformId, Result, Target } from '../../types.js'
import type { Cause, CauseStatus, Levels, Silence } from '../causes.js'

export const WEIGHTS = ['error', 'unknown', 'warning', 'info', 'waived'] as const
export type Weight = (typeof WEIGHTS)[number]

export function weightOf(status: CauseStatus, level: Result['level']): Weight {
  if (status === 'waived') return 'waived'
  return status === 'unknown' ? 'unknown' : level
}

export const tokensOfCause = ({ status, levels }: Pick<Cause, 'status' | 'levels'>): string =>
  tokens(levels, (level) => weightOf(status, level))

export const tokensOfSilence = ({ levels }: Silence): string => tokens(levels, () => 'unknown')

function tokens(levels: Levels, weight: (level: Result['level']) => Weight): string {
  return Object.entries(levels)
    .map(([platform, level]) => `${platform}:${weight(level)}`)
    .join(' ')
}

/** Every platform that uses the target, and its findings there. */
export function tokensOfTarget({ verdicts, results }: Pick<Target, 'verdicts' | 'results'>): string {
  const found = new Set(Object.keys(verdicts).map((platform) => `${platform}:`))
  for (const { status, level, platforms } of results) {
    if (status !== 'fail' && status !== 'unknown' && status !== 'waived') continue
    for (const platform of platforms) found.add(`${platform}:${weightOf(status, level)}`)
  }
  return [...found].join(' ')
}

/** Worst first, as in every list of findings. */
const URGENCY: readonly string[] = ['fail error', 'unknown error', 'fail warning', 'unknown warning']

/** Places beyond the list: notes, then what was waived. */
export function urgencyOf(status: CauseStatus, level: Result['level']): number {
  const at = URGENCY.indexOf(`${status} ${level}`)
  if (at >= 0) return at
  return status === 'waived' ? URGENCY.length + 1 : URGENCY.length
}

/** What the reader finds below, counted as it is listed there: by cause. */
export function countsOn(
  platform: PlatformId,
  { causes, silences }: { causes: readonly Cause[]; silences: readonly Silence[] },
): Record<'errors' | 'unknowns' | 'warnings', number> {
  const having = (status: CauseStatus, level: Result['level']) =>
    causes.filter((cause) => cause.status === status && cause.levels[platform] === level).length
  return {
    errors: having('fail', 'error'),
    unknowns:
      having('unknown', 'error') + silences.filter(({ levels }) => levels[platform] === 'error').length,
    warnings: having('fail', 'warning'),
  }
}
