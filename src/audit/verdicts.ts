/** Verdicts of several things taken together. */
import { worst } from '../engine/index.js'
import type { PlatformId, Verdict } from '../types.js'

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
