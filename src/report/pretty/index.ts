/**
 * The report for people at release time: is it fit, what is wrong (worst first, each cause once), what is worth
 * knowing, what was all right, and what the exit status means.
 */
import type { Report } from '../../types.js'
import { type Causes, causesOf } from '../causes.js'
import { isKnown } from '../issues.js'
import type { ReportOptions } from '../options.js'
import { visible } from '../text.js'
import { brief, causeBlock, isBrief } from './blocks.js'
import { clientLines } from './clients.js'
import { head } from './head.js'
import { marked, type Page, pageOf, type Tone } from './page.js'
import { scanLines } from './scan.js'
import { silenceBlock, silenceSentences } from './silence.js'
import { domainLines, lastLines } from './tail.js'

export function renderPretty(report: Report, options: ReportOptions): string {
  const page = pageOf(report, options)
  const causes = causesOf(report)
  const parts = [
    head(page, causes),
    ...problemParts(page, causes),
    noteLines(page, causes),
    waivedLines(page, causes),
    scanLines(page),
    domainLines(page),
    options.clients ? clientLines(page, options.language) : [],
    lastLines(page, causes),
  ]
  const text = parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')
  return `${text}\n`
}

function problemParts(page: Page, { causes, silences }: Causes): string[][] {
  const { sections } = page.words
  const full = causes.filter((cause) => !isBrief(cause))
  const failing = (level: string) => full.filter((one) => one.status === 'fail' && one.level === level)
  const told = new Set<string>()
  const open = [
    ...silences.filter(({ level }) => level === 'error').map((one) => silenceBlock(page, one, told)),
    ...full.filter(({ status }) => status === 'unknown').map((one) => causeBlock(page, one)),
  ]
  return [
    ...section(
      page,
      sections.errors,
      'error',
      failing('error').map((one) => causeBlock(page, one)),
    ),
    ...section(page, sections.unknown, 'unknown', open),
    ...section(
      page,
      sections.warnings,
      'warning',
      failing('warning').map((one) => causeBlock(page, one)),
    ),
  ]
}

function section({ paint }: Page, title: string, tone: Tone, blocks: string[][]): string[][] {
  const [first, ...rest] = blocks
  return first ? [[paint[tone](paint.strong(title)), '', ...first], ...rest] : []
}

function noteLines(page: Page, { causes, silences }: Causes): string[] {
  const { words, paint } = page
  const lines = [
    ...causes.filter(isBrief).flatMap((cause) => brief(page, cause)),
    ...silences
      .filter(({ level }) => level !== 'error')
      .flatMap((silence) => {
        const text = [words.notObserved(silence.rules.length), ...silenceSentences(page, silence)].join(
          words.colon,
        )
        return marked(page, { text: '? ', tone: 'dim' }, `${visible(silence.host, 300)} · ${text}`)
      }),
  ]
  return lines.length > 0 ? [paint.strong(words.sections.notes), ...lines] : []
}

function waivedLines(page: Page, { causes }: Causes): string[] {
  const { words, paint, verbose } = page
  const waived = causes.flatMap((cause) => (cause.status === 'waived' ? cause.findings : []))
  const known = verbose ? [] : waived.filter(({ results }) => results.every(isKnown))
  const lines = waived
    .filter((finding) => !known.includes(finding))
    .flatMap(({ rule, host, results }) => {
      const place = host === '' ? words.wholeConfig : visible(host, 300)
      const text = `${visible(rule, 80)} · ${place}${words.colon}${waiverText(page, results[0]?.evidence)}`
      return marked(page, { text: '~ ', tone: 'dim' }, text)
    })
  const all =
    known.length > 0
      ? [...lines, ...marked(page, { text: '~ ', tone: 'dim' }, words.known(known.length))]
      : lines
  return all.length > 0 ? [paint.strong(words.sections.waived), ...all] : []
}

/** The engine keeps the waiver in the evidence: `{ until, reason }`. */
function waiverText({ words }: Page, evidence: Report['config'][number]['evidence']): string {
  const waiver = evidence?.waiver
  if (waiver === null || typeof waiver !== 'object' || Array.isArray(waiver)) return ''
  const reason = typeof waiver.reason === 'string' ? [words.quoted(visible(waiver.reason, 300))] : []
  const until = typeof waiver.until === 'string' ? [words.waivedUntil(visible(waiver.until, 40))] : []
  return [...reason, ...until].join(words.pause)
}
