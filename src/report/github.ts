/**
 * Annotations of a GitHub Actions job (docs.github.com, "Workflow commands for GitHub Actions"): one per cause, at the
 * place of its first finding. GitHub shows ten of each kind per step, so the last one sums up the rest.
 */

import { type FormatWords, formatWordsOf } from '../i18n/formats.js'
import { type Words, wordsOf } from '../i18n/report.js'
import type { Report } from '../types.js'
import { alertGroups, followedPart, type Issue, perPlace, requirementText } from './issues.js'
import type { ReportOptions } from './options.js'
import { configFile, filePath, isSource } from './places.js'
import { exitWords, headline, scopeLines, verdictWord } from './scope.js'

type Kind = 'error' | 'warning' | 'notice'
export interface Annotation {
  kind: Kind
  properties: Record<string, string | number | undefined>
  lines: string[]
}

/** GitHub's limit per kind and step. */
export const MOST = 10
/** Sentences and hosts listed in one annotation. */
const TOLD = 8

export function renderGithub(report: Report, { language, verbose }: ReportOptions): string {
  const words = wordsOf(language)
  const groups = alertGroups(report, words, verbose)
    .filter(([first]) => first && first.status !== 'waived')
    .flatMap(shownGroups)
  const annotations = groups.map((group) => annotationOf(group, report, words))
  const summary = summaryOf(report, words)
  const shown = (['error', 'warning', 'notice'] as const).flatMap((kind) => {
    const own = annotations.filter((one) => one.kind === kind)
    return limited(own, kind, kind === 'notice' ? MOST - 1 : MOST, formatWordsOf(language))
  })
  return [...shown, summary].map((annotation) => `${commandOf(annotation)}\n`).join('')
}

/** One annotation per place in the source, and one per cause elsewhere. */
function shownGroups(group: readonly Issue[]): (readonly Issue[])[] {
  return group.some(isSource) ? group.flatMap(perPlace).map((issue) => [issue]) : [group]
}

function annotationOf(group: readonly Issue[], report: Report, words: Words): Annotation {
  const [first] = group as [Issue, ...Issue[]]
  const [place] = group.flatMap(({ places }) => places)
  const file = place?.file ?? configFile(report)
  return {
    kind: kindOf(first, report),
    properties: {
      file: file === undefined ? undefined : filePath(file),
      line: place?.line,
      col: place?.column,
      title: `${first.rule}${words.aside(first.weight)}`,
    },
    lines: linesOf(group, words),
  }
}

function linesOf(group: readonly Issue[], words: Words): string[] {
  const [first] = group
  const sentences = [...new Set(group.map(({ message }) => message))]
  const { reference } = first ?? {}
  const followed = [...new Set(group.flatMap((one) => one.followed))]
  return [
    ...sentences.slice(0, TOLD),
    ...(sentences.length > TOLD ? [words.more(sentences.length - TOLD)] : []),
    ...followedPart({ followed }, words),
    ...(first && first.fix.length > 0 ? [`${words.fix}${words.colon}${first.fix.join('\n')}`] : []),
    ...(reference ? [`${words.requirement}${words.colon}${requirementText(reference, words)}`] : []),
  ]
}

/** What could not be determined is an error if it makes the step fail; a call in the source never is. */
function kindOf(issue: Issue, { exitCode }: Report): Kind {
  const { status, level } = issue
  if (level === 'info') return 'notice'
  if (status === 'fail') return level === 'error' ? 'error' : 'warning'
  if (level === 'warning') return 'notice'
  return exitCode === 3 && !isSource(issue) ? 'error' : 'warning'
}

export function limited(
  own: readonly Annotation[],
  kind: Kind,
  most: number,
  words: FormatWords,
): Annotation[] {
  if (own.length <= most) return [...own]
  const rest = own.slice(most - 1)
  const more = { error: words.moreErrors, warning: words.moreWarnings, notice: words.moreNotes }[kind]
  const lines = rest.slice(0, 50).map(restLine)
  return [...own.slice(0, most - 1), { kind, properties: { title: more(rest.length) }, lines }]
}

function restLine({ properties: { file, line, title }, lines: [first = ''] }: Annotation): string {
  const place = line === undefined ? '' : ` (${file}:${line})`
  return `${title}: ${first}${place}`
}

function summaryOf(report: Report, words: Words): Annotation {
  const { verdicts, platforms } = report
  const lines = [
    ...platforms.map(
      (id) => `${id}${words.colon}${verdictWord(report, id, verdicts[id] ?? 'unknown', words)}`,
    ),
    ...scopeLines(report, words),
    exitWords(report, words),
  ]
  return { kind: 'notice', properties: { title: `hefa${words.colon}${headline(report, words)}` }, lines }
}

export function commandOf({ kind, properties, lines }: Annotation): string {
  const told = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${property(String(value))}`)
  return `::${kind} ${told.join(',')}::${data(lines.join('\n'))}`
}

/** Escaped as by the runner's own toolkit: neither a line nor a property can be ended. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
