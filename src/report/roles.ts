/** What a rule says a report can make of its findings: no rule is known here by its name. */
import { IN_REPORTS } from '../../rules/in-reports.js'

type InReports = (typeof IN_REPORTS)[string]

/** Empty for a rule that nothing more is made of, and for those of plugins. */
export const roleOf = (rule: string): InReports =>
  (Object.hasOwn(IN_REPORTS, rule) ? IN_REPORTS[rule] : {}) ?? {}

/** In the order of reports. */
export const rulesWith = (role: keyof InReports): string[] =>
  Object.keys(IN_REPORTS).filter((rule) => roleOf(rule)[role] !== undefined)
