/** Combines the verdicts of several things. */
import { verdictsOf, worst } from '../engine/index.js'
import type { PlatformId, Report, Verdict } from '../types.js'

export type Verdicts = Partial<Record<PlatformId, Verdict>>

/** The worst of each platform. */
export function joinedVerdicts(all: readonly Verdicts[]): Verdicts {
  const joined: Verdicts = {}
  for (const verdicts of all) {
    for (const [platform, verdict] of Object.entries(verdicts) as [PlatformId, Verdict][]) {
      const before = joined[platform]
      joined[platform] = before === undefined ? verdict : worst([before, verdict])
    }
  }
  return joined
}

/** For lists and source only: results without a target. */
export function ownVerdict({ config, platforms }: Report, failOn: 'error' | 'warning'): Verdict {
  return worst(Object.values(verdictsOf(config, platforms, failOn)))
}
