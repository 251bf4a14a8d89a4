/** The entry point: all rules and the requirements behind them. */
import type { Rule } from '../src/engine/rule.js'
import { clausesWith } from '../src/platforms/demands/index.js'
import { ADVICE } from './advice.js'
import { BUILT_IN_RULES } from './all.js'

export type { ReasonsById, RuleId } from './ids.js'

export const RULES: readonly Rule[] = BUILT_IN_RULES
export const CLAUSES = clausesWith(ADVICE)
