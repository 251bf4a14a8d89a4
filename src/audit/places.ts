/** Facts about one target from several places. */

import type { TargetSpec } from '../config/types.js'
import type { TargetFacts } from '../facts/index.js'
import { putTo } from '../grouping.js'
import { unobserved } from './empty-facts.js'
import type { Facts } from './types.js'

type Named = Pick<TargetFacts, 'scheme' | 'host' | 'port'>

export const targetKey = ({ scheme, host, port }: Named): string => `${scheme} ${host} ${port}`

/**
 * Grouped by target, in the order in which targets, and then places, first appear. A target seen twice from one place counts as
 * two, as with several certificate files for one host.
 */
export function placesOf(targets: readonly TargetFacts[]): TargetFacts[][] {
  const found = new Map<string, TargetFacts[]>()
  const times = new Map<string, number>()
  for (const target of targets) {
    const seen = `${targetKey(target)} ${target.vantage ?? ''}`
    const before = times.get(seen) ?? 0
    times.set(seen, before + 1)
    const key = `${targetKey(target)} ${before}`
    putTo(found, key, target)
  }
  return [...found.values()]
}

/** Each target once from every place that was to look; missing ones are marked as not looked at. */
export function inEveryPlace(
  specs: readonly TargetSpec[],
  { targets, vantages }: Pick<Facts, 'targets' | 'vantages'>,
): TargetFacts[] {
  const keyOf = (target: Named, vantage: string | undefined) => `${targetKey(target)} ${vantage ?? ''}`
  const found = new Map(targets.map((target) => [keyOf(target, target.vantage), target]))
  return specs.flatMap((spec) =>
    (vantages ?? [undefined]).map((vantage) => found.get(keyOf(spec, vantage)) ?? missing(spec, vantage)),
  )
}

function missing(spec: TargetSpec, vantage: string | undefined): TargetFacts {
  const target = unobserved(spec)
  if (vantage === undefined) return target
  const isProbed = spec.scheme === 'https' || spec.scheme === 'wss'
  return { ...target, vantage, ...(isProbed && { notLooked: 'missing' as const }) }
}
