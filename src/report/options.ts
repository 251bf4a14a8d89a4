import type { Language, Report, RuleDescription } from '../types.js'

export interface TextOptions {
  language: Language
  color: boolean
  /** Columns of a line. */
  width: number
}

export interface ReportOptions extends TextOptions {
  /** Show passed checks and raw evidence too. */
  verbose: boolean
  /** Every result, not only findings, where a format lists those (CSV). */
  all?: boolean
  /** Show the table of simulated clients. */
  clients?: boolean
  /** The same report in the other language: the HTML page holds both. */
  other?: Report
  /** The catalogue, in the report's language: SARIF says with it what each rule is about. */
  rules?: readonly RuleDescription[]
}

/** Report in, text out; the text ends with a line feed unless it is empty. */
export type Renderer = (report: Report, options: ReportOptions) => string
