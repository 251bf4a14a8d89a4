/** SARIF 2.1.0 (OASIS): what GitHub code scanning and other viewers of findings read. */
import { TAGS } from '../../i18n/languages.js'
import { type Words, wordsOf } from '../../i18n/report.js'
import { type ScanWords, scanWordsOf } from '../../i18n/scan.js'
import type { Report } from '../../types.js'
import { placedAlerts } from '../issues.js'
import type { ReportOptions } from '../options.js'
import { configFile } from '../places.js'
import { exitWords, headline, isPartial, scopeLines } from '../scope.js'
import { safeJson, visible } from '../text.js'
import { literal } from './literal.js'
import { physical, resultOf, SARIF } from './results.js'
import { descriptorsOf } from './rules.js'

export function renderSarif(
  report: Report,
  { language, verbose, rules: catalogue = [] }: ReportOptions,
): string {
  const words = wordsOf(language)
  const issues = placedAlerts(report, words, verbose)
  const rules = descriptorsOf(catalogue, issues, report, words)
  const indices = new Map(rules.map(({ id }, at) => [id, at]))
  const fallback = configFile(report)
  const results = issues.map((issue) => resultOf(issue, indices.get(issue.rule) ?? -1, fallback, words))
  const { verdict, verdicts, at, platforms } = report
  const run = {
    tool: { driver: { name: 'hefa', version: visible(report.tool.version, 40), rules } },
    language: TAGS[language],
    // As the config's reader counts them.
    columnKind: 'utf16CodeUnits',
    invocations: [invocation(report, words, scanWordsOf(language))],
    results,
    properties: { verdict, verdicts, at, platforms, scope: report.scope },
  }
  return `${safeJson(JSON.stringify({ ...SARIF, runs: [run] }, null, 2))}\n`
}

/** A viewer that hides open results still shows that the run is not a pass. */
function invocation(report: Report, words: Words, scanWords: ScanWords) {
  const { exitCode, verdict } = report
  const text = exitWords(report, words)
  const notifications = [
    ...(verdict === 'unknown' ? [{ level: 'warning', message: { text } }] : []),
    ...scopeNotes(report, words),
    ...passedOver(report, scanWords),
  ]
  return {
    executionSuccessful: true,
    exitCode,
    exitCodeDescription: text,
    toolExecutionNotifications: notifications,
  }
}

/** What was not looked at, switched off or waived. */
function scopeNotes(report: Report, words: Words) {
  const lines = isPartial(report, words) ? [headline(report, words), ...scopeLines(report, words)] : []
  return lines.map((line) => ({ level: 'note', message: { text: literal(line) } }))
}

/** Files the scan could not read aren't findings; section 3.58 defines notifications for them. */
function passedOver({ scan }: Report, words: ScanWords) {
  return (scan?.passedOver ?? []).map(({ reason, ...place }) => ({
    level: 'warning',
    message: { text: `${words.passedOver(1)}: ${words.passed[reason]}` },
    locations: [{ physicalLocation: physical(place) }],
  }))
}
