/** The engine's entry point: rules and clauses go in, judgments and verdicts come out. */
export { checkCite, checkLevels, checkPlatforms, LEVELS } from './accept/clause.js'
export type { Fault } from './accept/findings.js'
export { checkFolding } from './accept/folding.js'
export { messageOf } from './accept/message-of.js'
export { checkText, type Expected, isObject, type Report, type RuleProblem, shown } from './accept/problem.js'
export { readRule } from './accept/rule.js'
export { type Demand, demandsOf, type RuleOverride } from './clauses.js'
export {
  type AuditCase,
  addressGaps,
  gapsOf,
  judgeAudit,
  type Looked,
} from './completeness.js'
export { foldConsequences } from './fold.js'
export {
  type JudgeSetting,
  judgeEntries,
  judgeList,
  judgeTarget,
  RULE_FAILED,
  type RunContext,
} from './judge.js'
export type { Judgment } from './judgment.js'
export { judgeProject, type SourceCase } from './project.js'
export * from './rule.js'
export { speaksNoTls } from './subjects.js'
export { settle, type Untold } from './told.js'
export { exitCodeOf, type VerdictSetting, verdictsOf, worst } from './verdict.js'
