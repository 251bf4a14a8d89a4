/**
 * The report for people at release time: is it fit, what is wrong (worst first, each cause once), what is worth
 * knowing, what was all right, and what the exit status means. Causes are chosen, turned into items, and drawn last.
 */
import type { PlatformId, Report } from '../../types.js'
import { type Causes, causesOf, type Silence } from '../causes.js'
import type { ReportOptions } from '../options.js'
import { paintFor } from '../paint.js'
import { silenceSentences } from '../silence.js'
import { visible } from '../text.js'
import { brief, causeBlock, isBrief } from './blocks.js'
import { clientLines } from './clients.js'
import { draw } from './draw.js'
import { head } from './head.js'
import { BLANK, heading, type Item, marked, type Tone } from './items.js'
import { type Look, lookOf } from './look.js'
import { scanLines } from './scan.js'
import { silenceBlock } from './silence.js'
import { domainLines, lastLines } from './tail.js'
import { waivedLines } from './waived.js'

export function renderPretty(report: Report, options: ReportOptions): string {
  const look = lookOf(options)
  const causes = causesOf(report)
  const blocks = [
    head(report, causes, look),
    ...problemBlocks(causes, report.platforms, look),
    noteLines(causes, look),
    waivedLines(causes, look),
    scanLines(report, look),
    domainLines(report.targets, look),
    options.clients ? clientLines(report, options.language) : [],
    lastLines(report, causes, look),
  ]
  return draw(blocks, look.width, paintFor(options.color))
}

function problemBlocks({ causes, silences }: Causes, platforms: readonly PlatformId[], look: Look): Item[][] {
  const { sections } = look.words
  const full = causes.filter((cause) => !isBrief(cause))
  const told = (one: (typeof full)[number]) => causeBlock(one, platforms, look)
  const failing = (level: string) =>
    full.filter((one) => one.status === 'fail' && one.level === level).map(told)
  const open = [
    ...fixedOnce(silences.filter(({ level }) => level === 'error')).map((one) =>
      silenceBlock(one, platforms, look),
    ),
    ...full.filter(({ status }) => status === 'unknown').map(told),
  ]
  return [
    ...section(sections.errors, 'error', failing('error')),
    ...section(sections.unknown, 'unknown', open),
    ...section(sections.warnings, 'warning', failing('warning')),
  ]
}

/** How to fix it is reported at the first host alone. */
const fixedOnce = (silences: readonly Silence[]): Silence[] =>
  silences.map((one, at) =>
    silences.slice(0, at).some(({ fix }) => fix === one.fix) ? { ...one, fix: '' } : one,
  )

function section(title: string, tone: Tone, blocks: readonly Item[][]): Item[][] {
  const [first, ...rest] = blocks
  return first ? [[heading(title, tone), BLANK, ...first], ...rest] : []
}

function noteLines({ causes, silences }: Causes, look: Look): Item[] {
  const { words } = look
  const lines = [
    ...causes.filter(isBrief).flatMap((cause) => brief(cause, look)),
    ...silences
      .filter(({ level }) => level !== 'error')
      .map((silence) => {
        const text = [words.notObserved(silence.rules.length), ...silenceSentences(silence, words)]
        return marked(
          { text: '? ', tone: 'dim' },
          `${visible(silence.host, 300)} · ${text.join(words.colon)}`,
        )
      }),
  ]
  return lines.length > 0 ? [heading(words.sections.notes), ...lines] : []
}
