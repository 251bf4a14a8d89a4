/** Comparisons of reports as text: one renderer per format. */
import type { Report } from '../../types.js'
import type { TextOptions } from '../options.js'
import type { ReadFault } from './read.js'
import type { ReportDiff } from './types.js'

export type { ReadFault } from './read.js'
export type { ReportDiff } from './types.js'

/** What changed from one report to another. */
export async function compareReports(before: Report, after: Report): Promise<ReportDiff> {
  return (await import('./compare.js')).compareReports(before, after)
}

/** Takes the output of `--format json`; unknown fields are ignored. */
export async function readReport(text: string): Promise<{ report: Report } | ReadFault> {
  return (await import('./read.js')).readReport(text)
}

export type DiffRenderer = (diff: ReportDiff, options: TextOptions) => string

export const DIFF_FORMATS = {
  pretty: async (): Promise<DiffRenderer> => (await import('./pretty.js')).prettyDiff,
  json: async (): Promise<DiffRenderer> => (await import('./json.js')).jsonDiff,
  markdown: async (): Promise<DiffRenderer> => (await import('./markdown.js')).markdownDiff,
}
export type DiffFormatName = keyof typeof DIFF_FORMATS
