/** One block per cause: what, on which platforms, where, why it is demanded, how to fix it. */
import type { Level } from '../../types.js'
import { type Cause, type Levels, worstLevel } from '../causes.js'
import { followedText, followersOf } from '../followers.js'
import { placeLabels, platformNames } from '../labels.js'
import { isSource } from '../places.js'
import { sourceText } from '../source.js'
import { visible } from '../text.js'
import { chop, displayWidth } from '../width.js'
import { emphasize, INDENT, labelled, marked, markOf, type Page } from './page.js'
import { findingLines, fixLines, hostsText } from './sentences.js'

export function causeBlock(page: Page, cause: Cause): string[] {
  const { symbol, tone } = markOf(cause.status, cause.level)
  const levels = levelsText(page, cause.status, cause.levels)
  const title = `${visible(cause.rule, 80)} · ${levels}`
  return [
    ...marked(page, { text: `${symbol} `, tone }, title).map((line) => emphasize(page, line, cause.rule)),
    ...findingLines(page, cause),
    ...followedLines(page, cause),
    ...fixLines(page, cause),
    ...normLines(page, cause),
    ...(page.verbose ? evidenceLines(page, cause) : []),
  ]
}

/** The checks that failed, or could not be made, only because of this. */
function followedLines(page: Page, { findings }: Cause): string[] {
  const rules = followersOf(findings.flatMap(({ results }) => results))
  if (rules.length === 0) return []
  return marked(page, { text: INDENT }, followedText(page.words, rules, page.verbose), 'dim')
}

/** `error on wechat-android, warning on wechat-ios`. */
export function levelsText(
  { report, words }: Pick<Page, 'report' | 'words'>,
  status: string,
  levels: Levels,
): string {
  const parts = (['error', 'warning', 'info'] as const).flatMap((level) => {
    const held = report.platforms.filter((id) => levels[id] === level)
    if (held.length === 0) return []
    const names = platformNames(held, report, words.everyPlatform).join(words.listSeparator)
    return [words.on(levelWord(words, status, level), names)]
  })
  const several = parts.some((part) => part.includes(words.listSeparator))
  return parts.join(several ? words.clauseSeparator : words.pause)
}

function levelWord(words: Page['words'], status: string, level: Level): string {
  if (status !== 'unknown') return words.level[level]
  return level === 'error' ? words.unknownLevel : `${words.unknownLevel} (${words.level[level]})`
}

/** The sentence in its own language, its title, and its address the first time it is named. */
function normLines(page: Page, { reference }: Cause): string[] {
  if (!reference) return []
  const { words, paint } = page
  const quote = reference.quote === '' ? [] : [words.quoted(visible(reference.quote))]
  const lines = labelled(page, words.requirement, [...quote, sourceText(reference, words)], 'dim')
  const url = visible(reference.url ?? '', 500)
  if (url === '' || page.toldUrls.has(url)) return lines
  page.toldUrls.add(url)
  // An address is of no use in two halves: it moves to the left as far as it must.
  const indent = Math.max(0, Math.min(10, page.width - displayWidth(url)))
  return [...lines, paint.dim(' '.repeat(indent) + url)]
}

function evidenceLines(page: Page, { findings }: Cause): string[] {
  const facts = findings.flatMap(({ results }) => results.flatMap(({ evidence }) => evidence ?? []))
  const texts = [...new Set(facts.map((fact) => visible(JSON.stringify(fact), 500)))]
  return labelled(page, page.words.evidence, texts, 'dim')
}

/** A note, a waived finding or a small unknown: rule, hosts and sentence, no more. */
export function brief(page: Page, cause: Cause): string[] {
  if (isSource(cause)) return sourceBrief(page, cause)
  const { symbol, tone } = markOf(cause.status, cause.level)
  const { words } = page
  const [first] = cause.findings
  if (!first) return []
  const told = visible(first.message)
  const others = cause.findings.slice(1).filter(({ host }) => !told.includes(host))
  const subject =
    first.host !== '' && !told.includes(first.host) ? `${visible(first.host, 300)}${words.colon}` : ''
  const followed = followersOf(cause.findings.flatMap(({ results }) => results))
  const also = [
    ...(others.length > 0 ? [alsoText(page, others)] : []),
    ...(followed.length > 0 ? [followedText(words, followed)] : []),
  ]
    .map(words.aside)
    .join('')
  const text = `${visible(cause.rule, 80)} · ${subject}${told}${also}`
  const line = cause.level === 'info' && !page.verbose ? inOneLine(page, text, also) : text
  return marked(page, { text: `${symbol} `, tone }, line).map((one) => emphasize(page, one, cause.rule))
}

/** A note is worth one line: its sentence is cut, not what follows it. */
function inOneLine({ width }: Page, text: string, also: string): string {
  const room = width - 2
  if (displayWidth(text) <= room || displayWidth(also) > room / 2) return text
  const [first = ''] = chop(text.slice(0, text.length - also.length), room - displayWidth(also) - 1)
  return `${first.trimEnd()}…${also}`
}

const BRIEF = 6
const BRIEF_PLACES = 2

/** What stands in the source is looked for there: each sentence has its places. */
function sourceBrief(page: Page, cause: Cause): string[] {
  const { words, verbose } = page
  const { symbol, tone } = markOf(cause.status, cause.level)
  const told = verbose ? cause.findings : cause.findings.slice(0, BRIEF)
  const lines = told.flatMap(({ message, entries }) => {
    const most = verbose ? entries.length : BRIEF_PLACES
    const places = placeLabels(entries, most, words.more).join(words.listSeparator)
    const at = places === '' ? '' : words.aside(places)
    const text = `${visible(cause.rule, 80)} · ${visible(message)}${at}`
    return marked(page, { text: `${symbol} `, tone }, text).map((line) => emphasize(page, line, cause.rule))
  })
  const rest = cause.findings.length - told.length
  return rest > 0 ? [...lines, ...marked(page, { text: '  ' }, words.more(rest), 'dim')] : lines
}

/** A note names few hosts. */
function alsoText(page: Page, others: Cause['findings']): string {
  const few = others.length <= 2 || page.verbose
  return few ? page.words.also(hostsText(page, others)) : page.words.alsoMany(others.length)
}

export function isBrief({ status, levels }: Cause): boolean {
  const level = worstLevel(levels)
  return status === 'fail' ? level === 'info' : status === 'unknown' && level !== 'error'
}
