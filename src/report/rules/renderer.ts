import type { RuleDescription } from '../../types.js'
import type { TextOptions } from '../options.js'

export interface RuleRenderer {
  all(rules: readonly RuleDescription[], options: TextOptions): string
  one(rule: RuleDescription, options: TextOptions): string
}
