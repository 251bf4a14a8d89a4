/** What the page consists of, before it is wrapped and painted. */
import type { Words } from '../../i18n/report.js'
import type { Level, Verdict } from '../../types.js'
import type { CauseStatus } from '../causes.js'
import type { Paint } from '../paint.js'
import { displayWidth, padEnd } from '../width.js'

export type Tone = keyof Paint

export interface Mark {
  text: string
  tone?: Tone
}

/** Text that is wrapped behind a mark. */
export interface Paragraph {
  mark: Mark
  text: string
  tone?: Tone | undefined
  /** Words that are painted on top, where they first stand in a line. */
  accent?: Mark
  /** Styles of whole lines, the outermost first. */
  tones?: readonly Tone[]
}

export type Span = string | readonly [text: string, ...tones: Tone[]]

/** A line of its own, however long. */
export interface Row {
  spans: readonly Span[]
  /** Printed where it comes first. */
  once?: boolean
}

export type Item = Paragraph | Row

export const marked = (mark: Mark, text: string, tone?: Tone): Paragraph => ({ mark, text, tone })
export const row = (...spans: Span[]): Row => ({ spans })
export const heading = (title: string, ...tones: Tone[]): Row => row([title, ...tones, 'strong'])
export const BLANK = row()

export const INDENT = '    '
export const indented = (text: string, tone?: Tone): Paragraph => marked({ text: INDENT }, text, tone)

/** `    fix   text`, the text hanging behind the label. */
export function labelled(words: Words, label: string, lines: readonly string[], tone?: Tone): Paragraph[] {
  const labels = [words.fix, words.requirement, words.evidence]
  const column = Math.max(...labels.map(displayWidth)) + 2
  return lines.map((line, at) => {
    // A command keeps its own indentation when it is wrapped.
    const own = /^ */.exec(line)?.[0] ?? ''
    const head = INDENT + padEnd(at === 0 ? label : '', column)
    return marked({ text: head + own, tone: 'dim' }, line.slice(own.length), tone)
  })
}

export const VERDICT_TONE: Readonly<Record<Verdict, Tone>> = {
  pass: 'good',
  warn: 'warning',
  fail: 'error',
  unknown: 'unknown',
}

/** `✘ `, `? `: how much it matters. */
export function markOf(status: CauseStatus, level: Level): Mark {
  if (status === 'waived') return { text: '~ ', tone: 'dim' }
  if (status === 'unknown') return { text: '? ', tone: level === 'error' ? 'unknown' : 'dim' }
  if (level === 'error') return { text: '✘ ', tone: 'error' }
  return level === 'warning' ? { text: '! ', tone: 'warning' } : { text: '· ', tone: 'dim' }
}
