/** The answer to "fit for release?" first, then one line per platform. */

import type { Words } from '../../i18n/report.js'
import type { PlatformId } from '../../types.js'
import type { Causes } from '../causes.js'
import { displayWidth, padEnd } from '../width.js'
import { BLANK, type Item, marked, row, VERDICT_TONE } from './items.js'
import type { Look } from './look.js'
import type { Summary } from './summary.js'

export function head(summary: Summary, causes: Causes, { words }: Look): Item[] {
  const { verdict, scope } = summary
  return [
    marked({ text: '' }, summary.about.join(' · '), 'dim'),
    BLANK,
    { ...marked({ text: `${summary.symbol} ` }, summary.headline), tones: [VERDICT_TONE[verdict], 'strong'] },
    BLANK,
    ...(passesAll(summary) ? [oneRow(summary, words)] : platformRows(summary, causes, words)),
    ...(scope.length > 0 ? [BLANK] : []),
    ...scope.map((line) => marked({ text: '  · ' }, line)),
  ]
}

const passesAll = ({ verdict, platforms, isKnown }: Summary): boolean =>
  isKnown &&
  platforms.length > 1 &&
  [verdict, ...platforms.map((one) => one.verdict)].every((one) => one === 'pass')

function oneRow({ platforms }: Summary, words: Words): Item {
  const [first] = platforms
  const text = `${platforms.map(({ id }) => id).join(words.listSeparator)}${words.colon}${first?.word ?? ''}`
  return marked({ text: `  ${first?.symbol ?? ''} `, tone: 'good' }, text)
}

function platformRows({ platforms }: Summary, causes: Causes, words: Words): Item[] {
  const column = Math.max(0, ...platforms.map(({ id }) => id.length)) + 2
  const wordColumn = Math.max(0, ...platforms.map(({ word }) => displayWidth(word)))
  return platforms.map(({ id, verdict, symbol, word }) => {
    const counts = countsOf(causes, id, words)
    const padded = padEnd(word, counts === '' ? 0 : wordColumn + 2)
    const tone = VERDICT_TONE[verdict]
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
