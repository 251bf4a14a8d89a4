/** Which places looked, and what each saw of a host: the same for every format. */

import type { Words } from '../i18n/report.js'
import type { Report, Target, VantageView, Verdict } from '../types.js'
import { worstOf } from './labels.js'

/** Maximum named in one line. */
const TOLD = 20

/** `seen from cn-telecom, hk (did not look at 3 of 40)`; empty if no place has a name. */
export function placesLine({ scope: { vantages = [] }, targets }: Report, words: Words): string[] {
  if (vantages.length === 0) return []
  const missed = new Map<string, number>()
  for (const { vantage, notLooked } of targets.flatMap((target) => target.vantages ?? []))
    if (notLooked !== undefined) missed.set(vantage, (missed.get(vantage) ?? 0) + 1)
  const named = vantages.map((name) => {
    const count = missed.get(name) ?? 0
    return count === 0 ? name : words.scope.placeMissed(name, count, targets.length)
  })
  // Those that did not look come first if not all are listed.
  const told =
    named.length > TOLD
      ? [...named].sort((one, other) => Number(other.includes(' ')) - Number(one.includes(' ')))
      : named
  const rest = named.length > TOLD ? [words.more(named.length - TOLD)] : []
  return [words.scope.places([...told.slice(0, TOLD), ...rest].join(words.listSeparator))]
}

/** Several places, or a single one without others to compare with. */
export const hasPlaces = ({ scope: { vantages = [] } }: Report): boolean => vantages.length > 1

/** What a place sees of each host; null if it saw nothing. */
export function viewsOf({ vantages: views = [] }: Target, names: readonly string[]): (VantageView | null)[] {
  const byName = new Map(views.map((view) => [view.vantage, view]))
  return names.map((name) => byName.get(name) ?? null)
}

export const verdictAt = ({ verdicts }: VantageView): Verdict => worstOf(verdicts)

/** Do places come to different verdicts, or see different certificates? */
export function differs({ vantages: views = [] }: Target): boolean {
  const seen = views.map((view) => JSON.stringify([view.verdicts, view.certificate?.sha256 ?? null]))
  return new Set(seen).size > 1
}
