/** The verdict again, for those who only see the end, and what to do first. */
import type { Words } from '../../i18n/report.js'
import type { NextStep } from '../next.js'
import { displayWidth } from '../width.js'
import { type Item, marked, row, VERDICT_TONE } from './items.js'
import type { Look } from './look.js'
import type { Summary } from './summary.js'

export function lastLines(
  { verdict, symbol, headline, exit, next }: Summary,
  { words, width }: Look,
): Item[] {
  const tone = VERDICT_TONE[verdict]
  return [
    marked({ text: `${symbol} `, tone }, `${headline} · ${exit}`, tone),
    ...(next ? nextLines(next, words, width) : []),
  ]
}

/** The command stands on one line, whole. */
function nextLines({ text, command }: NextStep, words: Words, width: number): Item[] {
  const head = `${words.nextStep}${words.colon}${text}${words.colon}`
  if (displayWidth(`${head}${command}`) <= width) return [row(head, [command, 'strong'])]
  return [marked({ text: '' }, head.trimEnd()), row('  ', [command, 'strong'])]
}
