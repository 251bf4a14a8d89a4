/** What a rule declares that reports do with its findings: reports contain no rule names. */
import { IN_REPORTS } from '../../rules/in-reports.js'

type InReports = (typeof IN_REPORTS)[string]

/** Empty for a rule with no further use, and for those of plugins. */
export const roleOf = (rule: string): InReports =>
  (Object.hasOwn(IN_REPORTS, rule) ? IN_REPORTS[rule] : {}) ?? {}

/** In the order of reports. */
export const rulesWith = (role: keyof InReports): string[] =>
  Object.keys(IN_REPORTS).filter((rule) => roleOf(rule)[role] !== undefined)
