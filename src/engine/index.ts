/** The engine's door: rules and clauses go in, judgments and verdicts come out. */
export type { Fault } from './accept.js'
export { type Demand, demandsOf, type RuleOverride } from './clauses.js'
export {
  type JudgeSetting,
  type Judgment,
  judgeEntries,
  judgeList,
  judgeTarget,
  RULE_FAILED,
  type RunContext,
} from './judge.js'
export { messageOf } from './message-of.js'
export { judgeProject, type SourceCase } from './project.js'
export * from './rule.js'
export { exitCodeOf, type VerdictSetting, verdictsOf, worst } from './verdict.js'
