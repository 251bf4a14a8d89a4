/** What the places that looked at a target see differently. */
import { judgeAudit, type PlaceFact } from '../engine/index.js'
import type { TargetFacts } from '../facts/index.js'
import type { PlatformId, Result } from '../types.js'
import { labelOf } from './baseline/index.js'
import { settingFor, subjectOf } from './judge-target.js'
import type { PlacedTarget } from './placed-target.js'
import { toResult } from './render.js'
import type { Run } from './run.js'
import { waive } from './waivers.js'

/** The comparison is about the target, not about any one place. */
export function comparison(places: readonly PlacedTarget[], run: Run): Result[] {
  const [first] = places
  if (!first || places.length < 2 || !isProbed(first.facts)) return []
  const { context, setting, settings, texts, cover, facts } = run
  const judgments = judgeAudit(
    'places',
    (platform) => [{ facts: { places: places.map((place) => placeFact(place, platform)) } }],
    context,
    settingFor(first.facts, setting),
  )
  const told = judgments.map((judgment) => toResult(judgment, subjectOf(first.facts), texts))
  const open = waive(told, first.facts.host, facts.config.waivers, settings.at)
  return cover.excuse(open, { target: labelOf(first.facts), source: false })
}

const isProbed = ({ scheme }: TargetFacts): boolean => scheme === 'https' || scheme === 'wss'

function placeFact({ vantage, facts, target }: PlacedTarget, platform: PlatformId): PlaceFact {
  const failing = target.results.filter(
    ({ status, level, platforms }) => status === 'fail' && level === 'error' && platforms.includes(platform),
  )
  return {
    ...{ vantage, facts },
    verdict: target.verdicts[platform] ?? 'unknown',
    failing: [...new Set(failing.map(({ rule }) => rule))].sort(),
  }
}
