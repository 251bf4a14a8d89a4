import type { TargetFacts } from '../facts/index.js'
import type { Target } from '../types.js'

/** One target as seen from one place. */
export interface PlacedTarget {
  vantage: string
  facts: TargetFacts
  /** As judged for itself. */
  target: Target
}
