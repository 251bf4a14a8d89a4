/** One block per cause: what, on which platforms, where, why it is required, how to fix it. */
import type { PlatformId } from '../../types.js'
import { type Cause, worstLevel } from '../causes.js'
import { followedText, followersOf } from '../followers.js'
import { placeLabels } from '../labels.js'
import { levelsText } from '../levels.js'
import { isSource } from '../places.js'
import { sourceText } from '../source.js'
import { visible } from '../text.js'
import { chop, displayWidth } from '../width.js'
import { type Item, indented, labelled, marked, markOf, type Paragraph, row } from './items.js'
import type { Look } from './look.js'
import { findingLines, fixLines, hostsText } from './sentences.js'

export function causeBlock(cause: Cause, platforms: readonly PlatformId[], look: Look): Item[] {
  const levels = levelsText(platforms, look.words, cause.status, cause.levels)
  return [
    titled(cause, levels),
    ...findingLines(look, cause),
    ...followedLines(look, cause),
    ...fixLines(look, cause),
    ...requirementLines(look, cause),
    ...(look.verbose ? evidenceLines(look, cause) : []),
  ]
}

/** `✘ tls/version · text`, the rule's name in bold. */
const titled = ({ rule, status, level }: Cause, text: string): Paragraph => ({
  ...marked(markOf(status, level), `${visible(rule, 80)} · ${text}`),
  accent: { text: rule },
})

/** The checks that failed, or could not be made, only because of this. */
function followedLines(look: Look, { findings }: Cause): Item[] {
  const rules = followersOf(findings.flatMap(({ results }) => results))
  if (rules.length === 0) return []
  return [indented(followedText(look.words, rules, look.verbose), 'dim')]
}

/** The sentence in its own language, its title, and its URL the first time it is cited. */
function requirementLines({ words, width }: Look, { reference }: Cause): Item[] {
  if (!reference) return []
  const quote = reference.quote === '' ? [] : [words.quoted(visible(reference.quote))]
  const lines = labelled(words, words.requirement, [...quote, sourceText(reference, words)], 'dim')
  const url = visible(reference.url ?? '', 500)
  if (url === '') return lines
  // A URL is useless when broken: it moves to the left as far as necessary.
  const indent = Math.max(0, Math.min(10, width - displayWidth(url)))
  return [...lines, { ...row([' '.repeat(indent) + url, 'dim']), once: true }]
}

function evidenceLines(look: Look, { findings }: Cause): Item[] {
  const facts = findings.flatMap(({ results }) => results.flatMap(({ evidence }) => evidence ?? []))
  const texts = [...new Set(facts.map((fact) => visible(JSON.stringify(fact), 500)))]
  return labelled(look.words, look.words.evidence, texts, 'dim')
}

/** Which other hosts have it, and which rules follow from it. */
function asides({ findings }: Cause, others: Cause['findings'], look: Look): string {
  const { words } = look
  const followed = followersOf(findings.flatMap(({ results }) => results))
  const texts = [
    ...(others.length > 0 ? [alsoText(look, others)] : []),
    ...(followed.length > 0 ? [followedText(words, followed)] : []),
  ]
  return texts.map(words.aside).join('')
}

/** A note, a waived finding or a minor unknown: rule, hosts and sentence only. */
export function brief(cause: Cause, look: Look): Item[] {
  if (isSource(cause)) return sourceBrief(look, cause)
  const { words } = look
  const [first] = cause.findings
  if (!first) return []
  const told = visible(first.message)
  const others = cause.findings.slice(1).filter(({ host }) => !told.includes(host))
  const subject =
    first.host !== '' && !told.includes(first.host) ? `${visible(first.host, 300)}${words.colon}` : ''
  const also = asides(cause, others, look)
  const line = titled(cause, `${subject}${told}${also}`)
  return [
    cause.level === 'info' && !look.verbose ? { ...line, text: inOneLine(look, line.text, also) } : line,
  ]
}

/** A note gets one line: its sentence is cut, not what follows it. */
function inOneLine({ width }: Look, text: string, also: string): string {
  const room = width - 2
  if (displayWidth(text) <= room || displayWidth(also) > room / 2) return text
  const [first = ''] = chop(text.slice(0, text.length - also.length), room - displayWidth(also) - 1)
  return `${first.trimEnd()}…${also}`
}

const BRIEF = 6
const BRIEF_PLACES = 2

/** Findings in the source are looked up there: each sentence has its places. */
function sourceBrief(look: Look, cause: Cause): Item[] {
  const { words, verbose } = look
  const told = verbose ? cause.findings : cause.findings.slice(0, BRIEF)
  const lines = told.map(({ message, entries }) => {
    const most = verbose ? entries.length : BRIEF_PLACES
    const places = placeLabels(entries, most, words.more).join(words.listSeparator)
    const at = places === '' ? '' : words.aside(places)
    return titled(cause, `${visible(message)}${at}`)
  })
  const rest = cause.findings.length - told.length
  return rest > 0 ? [...lines, marked({ text: '  ' }, words.more(rest), 'dim')] : lines
}

/** A note lists few hosts. */
function alsoText(look: Look, others: Cause['findings']): string {
  const few = others.length <= 2 || look.verbose
  return few ? look.words.also(hostsText(look, others)) : look.words.alsoMany(others.length)
}

export function isBrief({ status, levels }: Cause): boolean {
  const level = worstLevel(levels)
  return status === 'fail' ? level === 'info' : status === 'unknown' && level !== 'error'
}
