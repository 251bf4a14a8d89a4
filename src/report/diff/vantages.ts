/** Findings of a host compared place by place: what moved from one place to another is fixed here and new there. */
import type { Report, Result, Target } from '../../types.js'
import { findingChanges } from './findings.js'
import type { FindingChange, ReportDiff } from './types.js'

type Compare = (before: readonly Result[], after: readonly Result[]) => FindingChange[]

export function vantagesChanged(before: Report, after: Report): ReportDiff['vantages'] {
  const [was, is] = [before.scope.vantages ?? [], after.scope.vantages ?? []]
  return {
    added: is.filter((name) => !was.includes(name)),
    removed: was.filter((name) => !is.includes(name)),
  }
}

/** A place that only the later report has is compared with whatever the earlier one found anywhere. */
export function changesByPlace(
  before: Target,
  after: Target,
  isLowered: (rule: string) => boolean,
): FindingChange[] {
  const compare: Compare = (was, is) => findingChanges(was, is, isLowered)
  const places = after.vantages?.map(({ vantage }) => vantage) ?? []
  if (places.length === 0 || !before.vantages) return compare(before.results, after.results)
  const known = new Set(before.vantages.map(({ vantage }) => vantage))
  const found = new Map<string, FindingChange & { vantages: string[] }>()
  for (const place of places) {
    const isNew = !known.has(place)
    const was = isNew ? before.results : resultsAt(before, place)
    for (const change of compare(was, resultsAt(after, place))) {
      // Findings of other places were never its own, and are not fixed there.
      if (isNew && change.direction !== 'worse') continue
      const key = JSON.stringify({ ...change, message: undefined })
      const same = found.get(key)
      if (same) same.vantages.push(place)
      else found.set(key, { ...change, vantages: [place] })
    }
  }
  return [...found.values()].map(({ vantages, ...change }) =>
    vantages.length < places.length ? { ...change, vantages } : change,
  )
}

const resultsAt = ({ results }: Target, place: string): Result[] =>
  results.filter(({ vantages }) => vantages === undefined || vantages.includes(place))
