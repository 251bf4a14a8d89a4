/** A job summary: the verdict, tables, and every cause with what to do about it, in GitHub-flavored Markdown. */

import { formatWordsOf } from '../../i18n/formats.js'
import { type Words, wordsOf } from '../../i18n/report.js'
import { scanWordsOf } from '../../i18n/scan.js'
import type { Report } from '../../types.js'
import { followedPart, type Issue, issueGroups, waiverText } from '../issues.js'
import { minuteLabel, placeLabels } from '../labels.js'
import type { ReportOptions } from '../options.js'
import { isSource } from '../places.js'
import { exitWords, extent, headline, scopeLines, symbolOf } from '../scope.js'
import { basisText, stateText } from '../source.js'
import { visible } from '../text.js'
import { placesLine } from '../vantages.js'
import { html, inline, link, pre } from './escape.js'
import { scanPart } from './scan.js'
import { placesTable, platformTable, type Scene, targetTable } from './tables.js'

/** Bytes of UTF-8; GitHub drops a step's summary over 1 MiB. */
const MOST_BYTES = 1_000_000
/** How many sentences of one cause are listed. */
const TOLD = 20
const PLACES = 4
const SOURCE_PLACES = 20

type SectionName = 'errors' | 'unknown' | 'warnings' | 'notes' | 'waived'

export function renderMarkdown(report: Report, { language }: ReportOptions): string {
  const [words, formatWords, scanWords] = [wordsOf(language), formatWordsOf(language), scanWordsOf(language)]
  const scene: Scene = { report, words, formatWords, scanWords }
  const groups = issueGroups(report, words)
  const { verdict } = report
  const head = [
    `## ${symbolOf(report, verdict)} ${headline(report, words)}`,
    `${masthead(scene)} · ${inline(exitWords(report, words))}`,
    [...placesLine(report, words), ...scopeLines(report, words)]
      .map((line) => `- ${inline(line, 4000)}`)
      .join('\n'),
    platformTable(scene, groups),
    targetTable(scene),
    placesTable(scene),
    ...scanPart(scene),
  ].filter((part) => part !== '')
  return `${[...head, ...within(groups, scene, sizeOf(head))].join('\n\n')}\n`
}

function masthead({ report, words, scanWords }: Scene): string {
  const seconds = Math.round(report.durationMs / 100) / 10
  const parts = [
    `hefa ${visible(report.tool.version, 40)}`,
    words.asOf(minuteLabel(report.at)),
    ...extent(report, words, scanWords),
    words.seconds(seconds),
  ]
  return parts.map((part) => inline(part)).join(' · ')
}

/** As many causes as there is room for, under their headings; they come worst first. */
function within(groups: readonly Issue[][], scene: Scene, used: number): string[] {
  const blocks: string[] = []
  let bytes = used
  let heading: SectionName | null = null
  for (const [at, group] of groups.entries()) {
    const section = sectionOf(group[0])
    const title = section === heading ? [] : [`### ${scene.words.sections[section]}`]
    const added = [...title, causeBlock(group, scene)]
    bytes += sizeOf(added)
    if (bytes > MOST_BYTES)
      return [...blocks, inline(scene.formatWords.truncated(groups.slice(at).flat().length))]
    blocks.push(...added)
    heading = section
  }
  return blocks
}

const encoder = new TextEncoder()
const sizeOf = (blocks: readonly string[]) => encoder.encode(blocks.join('\n\n')).length + 2

function sectionOf(issue: Issue | undefined): SectionName {
  if (!issue || issue.status === 'waived') return 'waived'
  if (issue.level === 'info') return 'notes'
  if (issue.status === 'unknown') return issue.level === 'error' ? 'unknown' : 'notes'
  return issue.level === 'error' ? 'errors' : 'warnings'
}

function hostsOf(group: readonly Issue[], words: Words): string {
  const hosts = [...new Set(group.map(({ host }) => host))].filter((host) => host !== '')
  const named = hosts.slice(0, 3).map((host) => html(host, 300))
  const more = hosts.length > 3 ? [html(words.more(hosts.length - 3))] : []
  return [...named, ...more].join(words.listSeparator)
}

/** Errors stand open. All of it is one HTML block: it must hold no empty line (CommonMark 0.31, 4.6, type 6). */
function causeBlock(group: readonly Issue[], scene: Scene): string {
  const [first] = group as [Issue, ...Issue[]]
  const { words } = scene
  const open = sectionOf(first) === 'errors' || sectionOf(first) === 'unknown' ? ' open' : ''
  const about = hostsOf(group, words)
  const title = [`<b>${html(first.rule)}</b>`, html(first.weight), ...(about === '' ? [] : [about])].join(
    ' · ',
  )
  return [
    `<details${open}><summary>${title}</summary>`,
    sentenceList(group, scene),
    ...followedPart({ followed: [...new Set(group.flatMap((one) => one.followed))] }, words).map(
      (text) => `<p>${html(text)}</p>`,
    ),
    ...fixPart(first, scene),
    ...normPart(first, scene),
    '</details>',
  ].join('\n')
}

function sentenceList(group: readonly Issue[], { words }: Scene): string {
  const items = group.slice(0, TOLD).map((issue) => {
    const { message, places, open, waiver } = issue
    const at = placeLabels(places, isSource(issue) ? SOURCE_PLACES : PLACES, words.more).join(
      words.listSeparator,
    )
    const parts = [
      message,
      ...(at === '' ? [] : [words.at(at)]),
      ...(open.length > 0 ? [words.notJudged(open.join(words.listSeparator))] : []),
      ...(waiver ? [waiverText(waiver, words)] : []),
    ]
    return `<li>${html(parts.join(' · '), 2400)}</li>`
  })
  const rest = group.length - items.length
  const more = rest > 0 ? [`<li>${html(words.more(rest))}</li>`] : []
  return `<ul>\n${[...items, ...more].join('\n')}\n</ul>`
}

function fixPart({ fix }: Issue, { words }: Scene): string[] {
  return fix.length > 0 ? [`<p><b>${html(words.fix)}</b></p>`, pre(fix)] : []
}

function normPart({ reference }: Issue, { words }: Scene): string[] {
  if (!reference) return []
  const { quote, title, url } = reference
  const told = quote === '' ? '' : `${html(quote)}<br>`
  const state = stateText(reference, words)
  const about = state === '' ? '' : html(words.aside(state))
  return [`<blockquote>${told}${html(basisText(reference, words))}${link(title, url)}${about}</blockquote>`]
}
