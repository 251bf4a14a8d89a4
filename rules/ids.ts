/** The ids and reasons of all rules and the evidence of each reason, for the compiler. */
import type { Clause, EvidenceOf, ReasonOf } from '../src/engine/rule.js'
import type { ADVICE } from './advice.js'
import type { BUILT_IN_RULES } from './all.js'

type BuiltIn = (typeof BUILT_IN_RULES)[number]

export type RuleId = BuiltIn['id']
/** Rules that a family doesn't have to mention. */
export type AdvisedRule = keyof typeof ADVICE

/** The evidence of each reason of each built-in rule, and of a pass. */
export type EvidenceById = { [R in BuiltIn as R['id']]: EvidenceOf<R> }

/** The reasons of each built-in rule; its clauses must cover all of them. */
export type ReasonsById = { [R in BuiltIn as R['id']]: ReasonOf<EvidenceOf<R>> }

/** A clause for a built-in rule: one that omits or misspells a reason does not compile. */
export type ClauseOf<Id extends RuleId> = Id extends RuleId ? Clause<Id, ReasonsById[Id]> : never
export type LevelsOf<Id extends RuleId> = ClauseOf<Id>['level']
