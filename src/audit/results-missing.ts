/** Targets of a report that lack results which similar targets have: what is missing is unknown, not passed. */
import { familyOf, type PlatformId, type Result, type Target } from '../types.js'

/** By scheme and platform: the rules that report on some target; every rule reports on each, if only as not applicable. */
type Expected = ReadonlyMap<string, ReadonlySet<string>>

const keyOf = ({ scheme }: Target, platform: PlatformId): string => `${scheme} ${platform}`

const rulesOn = (target: Target, platform: PlatformId): Set<string> =>
  new Set(target.results.filter(({ platforms }) => platforms.includes(platform)).map(({ rule }) => rule))

/** The platforms a target is listed for. */
function platformsOf(target: Target, platforms: readonly PlatformId[]): readonly PlatformId[] {
  const families = new Set(target.entries.map(({ family }) => family))
  return families.size === 0 ? platforms : platforms.filter((platform) => families.has(familyOf(platform)))
}

function expectedOf(targets: readonly Target[], platforms: readonly PlatformId[]): Expected {
  const expected = new Map<string, Set<string>>()
  for (const target of targets)
    for (const platform of platforms) {
      const key = keyOf(target, platform)
      const rules = expected.get(key) ?? new Set()
      expected.set(key, rules)
      for (const rule of rulesOn(target, platform)) rules.add(rule)
    }
  return expected
}

interface Missing {
  target: Target
  platform: PlatformId
  /** Those without a result; empty if none has one. */
  rules: string[]
}

export function resultsMissing(targets: readonly Target[], platforms: readonly PlatformId[]): Missing[] {
  const expected = expectedOf(targets, platforms)
  return targets.flatMap((target) =>
    platformsOf(target, platforms).flatMap((platform): Missing[] => {
      const told = rulesOn(target, platform)
      const rules = [...(expected.get(keyOf(target, platform)) ?? [])].filter((rule) => !told.has(rule))
      const isJudged = target.results.some(
        ({ platforms: on, status }) => on.includes(platform) && status !== 'not-applicable',
      )
      return isJudged && rules.length === 0 ? [] : [{ target, platform, rules: rules.sort() }]
    }),
  )
}

/** The same with these results added to their targets. */
export function withResults(
  targets: readonly Target[],
  results: ReadonlyMap<Target, readonly Result[]>,
): Target[] {
  return targets.map((target) => {
    const more = results.get(target) ?? []
    if (more.length === 0) return target
    const verdicts = { ...target.verdicts }
    for (const platform of more.flatMap(({ platforms }) => platforms))
      if (verdicts[platform] !== 'fail') verdicts[platform] = 'unknown'
    return { ...target, verdicts, results: [...more, ...target.results] }
  })
}
