/**
 * Each fault is reported by one rule. If that rule is switched off or lowered, the rules that left the fault to it must
 * not pass.
 */
import { putTo } from '../grouping.js'
import type { Level, PlatformId, Result } from '../types.js'
import { addressesOf } from './fold.js'
import type { Judgment, LeftTo } from './judgment.js'

/** Checks that were left to others and not reported. */
export interface Untold {
  /** Those it was left to. */
  rules: string[]
  /** Checks that were left to them. */
  count: number
}

export interface Settled {
  results: Result[]
  /** Null for a platform on which everything was reported; for the others the same. */
  untold(platform: PlatformId): Untold | null
}

/** A finding, and the platforms on which a setting lowers it. */
interface Teller extends Result {
  lowered: readonly PlatformId[]
}

/** Of one rule, and those of them at each place of the source; `null` for those at none. */
interface Told {
  all: Teller[]
  at: Map<string | null, Teller[]>
}

type Tellers = ReadonlyMap<string, Told>

/**
 * What others report isn't repeated; what they should have reported and didn't is counted.
 * @param results one for each judgment, in their order
 */
export function settle(judgments: readonly Judgment[], results: readonly Result[]): Settled {
  const tellers = tellersIn(judgments, results)
  const silent = judgments.flatMap(({ rule, left = [] }) =>
    left
      .filter((one) => !isToldOf(one, rule, tellers))
      .map(({ platform, rules }) => ({ platform, rule, rules })),
  )
  const rules = [...new Set(silent.flatMap((one) => one.rules))].sort()
  const count = new Set(silent.map(({ rule }) => rule)).size
  return {
    results: results.flatMap((result, at) => withoutTold(judgments[at]?.toldBy ?? [], result, tellers)),
    untold: (platform) => (silent.some((one) => one.platform === platform) ? { rules, count } : null),
  }
}

function tellersIn(judgments: readonly Judgment[], results: readonly Result[]): Tellers {
  const tellers = new Map<string, Told>()
  for (const [at, result] of results.entries()) {
    if (!tells(result)) continue
    const teller = { ...result, lowered: judgments[at]?.lowered ?? [] }
    const told: Told = tellers.get(result.rule) ?? { all: [], at: new Map() }
    tellers.set(result.rule, told)
    told.all.push(teller)
    const place = placeOf(teller)
    putTo(told.at, place, teller)
  }
  return tellers
}

const tells = ({ status }: Result): boolean =>
  status === 'fail' || status === 'unknown' || status === 'waived'

/** What a setting lowered isn't reported as an error. */
function carries(teller: Teller, level: Level, platform: PlatformId): boolean {
  if (!teller.platforms.includes(platform)) return false
  return level !== 'error' || teller.level === 'error' || !teller.lowered.includes(platform)
}

/** Info-level findings don't leave anything important unjudged. */
function isToldOf({ platform, rules, level, addresses }: LeftTo, own: string, tellers: Tellers): boolean {
  return rules.some(
    (rule) =>
      rule !== own &&
      tellers.get(rule)?.all.some((teller) => {
        const there = addressesOf(teller)
        return (
          carries(teller, level, platform) &&
          (teller.level !== 'info' || level === 'info') &&
          (!there || !addresses || addresses.every((address) => there.includes(address)))
        )
      }),
  )
}

function withoutTold(toldBy: readonly string[], result: Result, tellers: Tellers): Result[] {
  if (toldBy.length === 0 || (result.status !== 'fail' && result.status !== 'unknown')) return [result]
  const byTeller = new Map<string | undefined, PlatformId[]>()
  for (const platform of result.platforms) {
    const teller = toldBy.find((rule) =>
      near(tellers.get(rule), result).some((one) => isSame(one, result, platform)),
    )
    putTo(byTeller, teller, platform)
  }
  return [...byTeller].map(([teller, platforms]): Result => {
    if (teller === undefined) return { ...result, platforms }
    const { fix: _fix, command: _command, ...rest } = result
    return { ...rest, status: 'not-applicable', platforms, followsFrom: teller }
  })
}

/** At the same position in the source; a finding without one applies to every position. */
function near(told: Told | undefined, result: Result): readonly Teller[] {
  const place = placeOf(result)
  if (!told || place === null) return told?.all ?? []
  return [...(told.at.get(place) ?? []), ...(told.at.get(null) ?? [])]
}

/** On the same platform, at the same addresses. */
function isSame(teller: Teller, result: Result, platform: PlatformId): boolean {
  if (!carries(teller, result.level, platform)) return false
  const there = addressesOf(teller)
  const here = addressesOf(result)
  return !there || !here || here.every((address) => there.includes(address))
}

const placeOf = ({ entry }: Result): string | null =>
  entry ? `${entry.file} ${entry.line}:${entry.column}` : null
