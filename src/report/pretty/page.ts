import { type Words, wordsOf } from '../../i18n/report.js'
import { type ScanWords, scanWordsOf } from '../../i18n/scan.js'
import type { Level, Report, Verdict } from '../../types.js'
import type { CauseStatus } from '../causes.js'
import type { ReportOptions } from '../options.js'
import { type Paint, paintFor } from '../paint.js'
import { displayWidth, hang, padEnd } from '../width.js'

/** What every part of the page needs to draw itself. */
export interface Page {
  report: Report
  words: Words
  scanWords: ScanWords
  paint: Paint
  width: number
  verbose: boolean
  /** Pages of requirements already printed. */
  toldUrls: Set<string>
}

export function pageOf(report: Report, options: ReportOptions): Page {
  const { language, color, verbose } = options
  return {
    ...{ report, verbose, toldUrls: new Set<string>() },
    words: wordsOf(language),
    scanWords: scanWordsOf(language),
    paint: paintFor(color),
    width: Math.max(40, options.width),
  }
}

export type Tone = keyof Paint

export const VERDICT_TONE: Readonly<Record<Verdict, Tone>> = {
  pass: 'good',
  warn: 'warning',
  fail: 'error',
  unknown: 'unknown',
}

export function markOf(status: CauseStatus, level: Level): { symbol: string; tone: Tone } {
  if (status === 'waived') return { symbol: '~', tone: 'dim' }
  if (status === 'unknown') return { symbol: '?', tone: level === 'error' ? 'unknown' : 'dim' }
  if (level === 'error') return { symbol: '✘', tone: 'error' }
  return level === 'warning' ? { symbol: '!', tone: 'warning' } : { symbol: '·', tone: 'dim' }
}

/** Wrapped text behind a marker; the marker is painted, the text after it painted line by line. */
export function marked(page: Page, mark: { text: string; tone?: Tone }, text: string, tone?: Tone): string[] {
  const { paint, width } = page
  const skip = mark.text.length
  return hang(text, width, mark.text).map((line) => {
    const [head, body] = [line.slice(0, skip), line.slice(skip)]
    return (mark.tone ? paint[mark.tone](head) : head) + (tone ? paint[tone](body) : body)
  })
}

export function emphasize({ paint }: Page, line: string, name: string): string {
  return line.replace(name, () => paint.strong(name))
}

export const INDENT = '    '

/** `    fix   text`, the text hanging behind the label. */
export function labelled(page: Page, label: string, lines: readonly string[], tone?: Tone): string[] {
  const { words } = page
  const labels = [words.fix, words.requirement, words.evidence]
  const column = Math.max(...labels.map(displayWidth)) + 2
  return lines.flatMap((line, at) => {
    // A command keeps its own indentation when it is wrapped.
    const own = /^ */.exec(line)?.[0] ?? ''
    const head = INDENT + padEnd(at === 0 ? label : '', column)
    return marked(page, { text: head + own, tone: 'dim' }, line.slice(own.length), tone)
  })
}
