/** Entry point of reports: one renderer per format, loaded on demand. */
import type { Renderer } from './options.js'

export { summaryLine, targetLine } from './ndjson.js'
export type { Renderer, ReportOptions } from './options.js'
export { safeJson, visible, visibleLines } from './text.js'
export { displayWidth, padEnd, wrap } from './width.js'

export const FORMATS = {
  pretty: async (): Promise<Renderer> => (await import('./pretty/index.js')).renderPretty,
  json: async (): Promise<Renderer> => (await import('./json.js')).renderJson,
  ndjson: async (): Promise<Renderer> => (await import('./ndjson.js')).renderNdjson,
  junit: async (): Promise<Renderer> => (await import('./junit/index.js')).renderJunit,
  sarif: async (): Promise<Renderer> => (await import('./sarif/index.js')).renderSarif,
  github: async (): Promise<Renderer> => (await import('./github.js')).renderGithub,
  gitlab: async (): Promise<Renderer> => (await import('./gitlab.js')).renderGitlab,
  markdown: async (): Promise<Renderer> => (await import('./markdown/index.js')).renderMarkdown,
  csv: async (): Promise<Renderer> => (await import('./csv.js')).renderCsv,
  html: async (): Promise<Renderer> => (await import('./html/index.js')).renderHtml,
  openmetrics: async (): Promise<Renderer> => (await import('./openmetrics.js')).renderOpenMetrics,
}
export type FormatName = keyof typeof FORMATS

/** Formats that can say what is wrong with a config. */
export const PROBLEM_FORMATS = {
  github: async () => (await import('./problems.js')).githubProblems,
  sarif: async () => (await import('./problems.js')).sarifProblems,
  gitlab: async () => (await import('./problems.js')).gitlabProblems,
}
export type ProblemFormatName = keyof typeof PROBLEM_FORMATS

export {
  compareReports,
  DIFF_FORMATS,
  type DiffFormatName,
  type ReadFault,
  type ReportDiff,
  readReport,
} from './diff/index.js'
export { EXPLANATION_FORMATS, type ExplanationFormatName } from './explain/index.js'
export { loadPlanner, RENEWAL_FORMATS, type RenewalFormatName, type RenewalPlan } from './renewals/index.js'
export {
  RULE_FORMATS,
  type RuleDescription,
  type RuleFormatName,
} from './rules/index.js'
