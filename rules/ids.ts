/** What rules there are, for the compiler: their ids, their reasons and what each of those carries. */
import type { Clause, EvidenceOf, ReasonOf } from '../src/engine/rule.js'
import type { ADVICE } from './advice.js'
import type { BUILT_IN_RULES } from './all.js'

type BuiltIn = (typeof BUILT_IN_RULES)[number]

export type RuleId = BuiltIn['id']
/** Those that a family may say nothing of. */
export type AdvisedRule = keyof typeof ADVICE

/** What each reason of each built-in rule carries, and what a pass rests on. */
export type EvidenceById = { [R in BuiltIn as R['id']]: EvidenceOf<R> }

/** The reasons of each built-in rule: what its clauses must speak of, one and all. */
export type ReasonsById = { [R in BuiltIn as R['id']]: ReasonOf<EvidenceOf<R>> }

/** A clause about a built-in rule: one that forgets or misspells a reason does not compile. */
export type ClauseOf<Id extends RuleId> = Id extends RuleId ? Clause<Id, ReasonsById[Id]> : never
export type LevelsOf<Id extends RuleId> = ClauseOf<Id>['level']
