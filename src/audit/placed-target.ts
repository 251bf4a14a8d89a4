import type { TargetFacts } from '../facts/index.js'
import type { Target } from '../types.js'

/** One target as one place sees it. */
export interface PlacedTarget {
  vantage: string
  facts: TargetFacts
  /** As judged for itself. */
  target: Target
}
