/** The engine's door: rules and clauses go in, judgments and verdicts come out. */
export { type Demand, demandsOf, type RuleOverride } from './clauses.js'
export { type Judgment, type JudgeSetting, judgeEntries, judgeList, judgeTarget, type RunContext } from './judge.js'
export * from './rule.js'
export { exitCodeOf, type VerdictSetting, verdictsOf, worst } from './verdict.js'
