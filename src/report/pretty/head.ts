/** The answer to "fit for release?" first, then one line per platform. */

import type { Words } from '../../i18n/report.js'
import type { PlatformId, Report } from '../../types.js'
import type { Causes } from '../causes.js'
import { minuteLabel } from '../labels.js'
import { extent, headline, scopeLines, symbolOf, verdictWord } from '../scope.js'
import { visible } from '../text.js'
import { placesLine } from '../vantages.js'
import { displayWidth, padEnd } from '../width.js'
import { BLANK, type Item, marked, row, VERDICT_TONE } from './items.js'
import type { Look } from './look.js'

export function head(report: Report, causes: Causes, look: Look): Item[] {
  const { words } = look
  const scope = [...placesLine(report, words), ...scopeLines(report, words)]
  return [
    marked({ text: '' }, masthead(report, look), 'dim'),
    BLANK,
    {
      ...marked({ text: `${symbolOf(report, report.verdict)} ` }, headline(report, words)),
      tones: [VERDICT_TONE[report.verdict], 'strong'],
    },
    BLANK,
    ...platformRows(report, causes, words),
    ...(scope.length > 0 ? [BLANK] : []),
    ...scope.map((line) => marked({ text: '  · ' }, line)),
  ]
}

function masthead(report: Report, { words, scanWords }: Look): string {
  const seconds = Math.round(report.durationMs / 100) / 10
  return [
    `hefa ${visible(report.tool.version, 40)}`,
    words.asOf(minuteLabel(report.at)),
    ...extent(report, words, scanWords),
    ...(report.scope.listsReadOn ? [words.listsReadOn(visible(report.scope.listsReadOn, 40))] : []),
    words.seconds(seconds),
  ].join(' · ')
}

const passesAll = ({ verdict, verdicts, platforms, scope }: Report): boolean =>
  scope.notKnown === undefined &&
  [verdict, ...platforms.map((id) => verdicts[id])].every((one) => one === 'pass')

function platformRows(report: Report, causes: Causes, words: Words): Item[] {
  const { platforms, verdicts } = report
  const [first] = platforms
  if (first && platforms.length > 1 && passesAll(report)) {
    const text = `${platforms.join(words.listSeparator)}${words.colon}${verdictWord(report, first, 'pass', words)}`
    return [marked({ text: `  ${symbolOf(report, 'pass')} `, tone: 'good' }, text)]
  }
  const rows = platforms.map((id) => {
    const verdict = verdicts[id] ?? 'unknown'
    const word = verdictWord(report, id, verdict, words)
    return { id, word, symbol: symbolOf(report, verdict), tone: VERDICT_TONE[verdict] }
  })
  const column = Math.max(0, ...platforms.map((id) => id.length)) + 2
  const wordColumn = Math.max(0, ...rows.map(({ word }) => displayWidth(word)))
  return rows.map(({ id, word, symbol, tone }) => {
    const counts = countsOf(causes, id, words)
    const padded = padEnd(word, counts === '' ? 0 : wordColumn + 2)
    return row('  ', [symbol, tone], ` ${padEnd(id, column)}`, [padded, tone], [counts, 'dim'])
  })
}

/** What the reader will find below, counted as it is listed there: by cause. */
function countsOf({ causes, silences }: Causes, id: PlatformId, words: Words): string {
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
