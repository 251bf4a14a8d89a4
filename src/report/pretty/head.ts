/** Is it fit for release: the answer first, then one line per platform. */

import type { Words } from '../../i18n/report.js'
import type { ScanWords } from '../../i18n/scan.js'
import type { PlatformId, Report } from '../../types.js'
import type { Causes } from '../causes.js'
import { minuteLabel } from '../labels.js'
import { headline, scopeLines, symbolOf, verdictWord } from '../scope.js'
import { visible } from '../text.js'
import { placesLine } from '../vantages.js'
import { displayWidth, padEnd } from '../width.js'
import { marked, type Page, VERDICT_TONE } from './page.js'

export function head(page: Page, causes: Causes): string[] {
  const { report, words, paint } = page
  const tone = VERDICT_TONE[report.verdict]
  const scope = [...placesLine(report, words), ...scopeLines(report, words)]
  return [
    ...marked(page, { text: '' }, masthead(page), 'dim'),
    '',
    ...marked(page, { text: `${symbolOf(report, report.verdict)} ` }, headline(report, words)).map((line) =>
      paint[tone](paint.strong(line)),
    ),
    '',
    ...platformRows(page, causes),
    ...(scope.length > 0 ? [''] : []),
    ...scope.flatMap((line) => marked(page, { text: '  · ' }, line)),
  ]
}

function masthead({ report, words, scanWords }: Page): string {
  const seconds = Math.round(report.durationMs / 100) / 10
  return [
    `hefa ${visible(report.tool.version, 40)}`,
    words.asOf(minuteLabel(report.at)),
    ...extent(report, words, scanWords),
    ...(report.scope.listsReadOn ? [words.listsReadOn(visible(report.scope.listsReadOn, 40))] : []),
    words.seconds(seconds),
  ].join(' · ')
}

/** How many domains were audited, and how much source was read: at least one of both. */
export function extent({ targets, scan }: Report, words: Words, scanWords: ScanWords): string[] {
  const calls = scan ? [scanWords.masthead(scan.calls.found, scan.filesRead)] : []
  return scan && targets.length === 0 ? calls : [words.domains(targets.length), ...calls]
}

function platformRows(page: Page, causes: Causes): string[] {
  const { report, words, paint } = page
  const all = [report.verdict, ...report.platforms.map((id) => report.verdicts[id])]
  const [first] = report.platforms
  const alike = all.every((verdict) => verdict === 'pass') && report.scope.notKnown === undefined
  if (first && report.platforms.length > 1 && alike) {
    const text = `${report.platforms.join(words.listSeparator)}${words.colon}${verdictWord(report, first, 'pass', words)}`
    return marked(page, { text: `  ${symbolOf(report, 'pass')} `, tone: 'good' }, text)
  }
  const column = Math.max(0, ...report.platforms.map((id) => id.length)) + 2
  const verdictOf = (id: PlatformId) => report.verdicts[id] ?? 'unknown'
  const wordColumn = Math.max(
    0,
    ...report.platforms.map((id) => displayWidth(verdictWord(report, id, verdictOf(id), words))),
  )
  return report.platforms.map((id) => {
    const verdict = verdictOf(id)
    const tone = VERDICT_TONE[verdict]
    const counts = countsOf(page, causes, id)
    const word = padEnd(verdictWord(report, id, verdict, words), counts === '' ? 0 : wordColumn + 2)
    return `  ${paint[tone](symbolOf(report, verdict))} ${padEnd(id, column)}${paint[tone](word)}${paint.dim(counts)}`
  })
}

/** What the reader will find below, counted as it is told there: by cause. */
function countsOf({ words }: Page, { causes, silences }: Causes, id: PlatformId): string {
  const failing = (level: 'error' | 'warning') =>
    causes.filter(({ status, levels }) => status === 'fail' && levels[id] === level).length
  const open =
    causes.filter(({ status, levels }) => status === 'unknown' && levels[id] === 'error').length +
    silences.filter(({ levels }) => levels[id] === 'error').length
  const [errors, warnings] = [failing('error'), failing('warning')]
  return [
    ...(errors > 0 ? [words.errors(errors)] : []),
    ...(open > 0 ? [words.unknowns(open)] : []),
    ...(warnings > 0 ? [words.warnings(warnings)] : []),
  ].join(words.listSeparator)
}
