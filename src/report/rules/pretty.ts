/** `hefa rules` and `hefa rules ID` on a terminal. */

import { wordsOf } from '../../i18n/report.js'
import { familyName } from '../../platforms/index.js'
import type { RuleDescription } from '../../types.js'
import { PLATFORM_IDS } from '../../types.js'
import { platformNames } from '../labels.js'
import type { TextOptions } from '../options.js'
import { paintFor } from '../paint.js'
import { sourceText } from '../source.js'
import { visible, visibleLines } from '../text.js'
import { displayWidth, hang, padEnd } from '../width.js'
import { demandGroups, FEW_FAMILIES, fewLetters, fewSystems, reasonsByLevel } from './levels.js'
import type { RuleRenderer } from './renderer.js'

export const prettyRules: RuleRenderer = { all: table, one: page }

function table(rules: readonly RuleDescription[], options: TextOptions): string {
  const words = wordsOf(options.language)
  const paint = paintFor(options.color)
  const idColumn = Math.max(0, displayWidth(words.rules.rule), ...rules.map(({ id }) => id.length)) + 2
  const names = FEW_FAMILIES.map((family) => familyName(family, options.language))
  const columns = names.map((name, at) =>
    Math.max(displayWidth(name), ...rules.map((rule) => fewLetters(rule)[at]?.length ?? 0)),
  )
  const cells = (texts: readonly string[]) =>
    texts.map((text, at) => padEnd(text, (columns[at] ?? 0) + 2)).join('')
  const header = padEnd(words.rules.rule, idColumn) + cells(names)
  const headOf = (rule: RuleDescription) => padEnd(visible(rule.id, 60), idColumn) + cells(fewLetters(rule))
  const rows = rules.flatMap((rule) => hang(visible(rule.title, 200), options.width, headOf(rule)))
  const foot = hang(words.rules.legend(fewSystems(options.language)), options.width, '')
  return `${[paint.strong(header + words.rules.demands), ...rows, '', ...foot.map(paint.dim), paint.dim(words.rules.more)].join('\n')}\n`
}

function page(rule: RuleDescription, options: TextOptions): string {
  const words = wordsOf(options.language)
  const paint = paintFor(options.color)
  const { subjects, subject } = words.rules
  const about = `${subject}${words.colon}${subjects[rule.subject] ?? rule.subject}`
  const parts = [
    [paint.strong(visible(rule.id, 80)), ...hang(visible(rule.title, 300), options.width, '')],
    hang(visible(rule.why, 2000), options.width, ''),
    ...(rule.howToFix
      ? [[paint.strong(words.rules.howToFix), ...fixLines(rule.howToFix, options.width)]]
      : []),
    [paint.dim(about)],
    [paint.strong(words.rules.unknown), ...unknownLines(rule, options)],
    ...demandGroups(rule).map((group) => groupLines(group, options)),
  ]
  return `${parts.map((part) => part.join('\n')).join('\n\n')}\n`
}

function unknownLines({ unknown }: RuleDescription, { language, width }: TextOptions): string[] {
  const { colon } = wordsOf(language)
  return unknown.flatMap(({ reason, when }) =>
    hang(visible(reason === undefined ? when : `${reason}${colon}${when}`, 500), width, '  '),
  )
}

/** Commands keep their indentation when they are wrapped. */
function fixLines(fix: string, width: number): string[] {
  return visibleLines(fix).flatMap((line) => {
    const own = /^ */.exec(line)?.[0] ?? ''
    return hang(line.slice(own.length), width, `  ${own}`)
  })
}

type Group = ReturnType<typeof demandGroups>[number]

function groupLines({ sources, demands }: Group, options: TextOptions): string[] {
  return [
    ...demands.flatMap((demand) => demandLines(demand, options)),
    ...sources.flatMap((source) => sourceLines(source, options)),
  ]
}

function sourceLines({ reference, reasons }: Group['sources'][number], options: TextOptions): string[] {
  const { language, color, width } = options
  const words = wordsOf(language)
  const paint = paintFor(color)
  const { url, quote } = reference
  const about = reasons.length > 0 ? `${reasons.join(words.listSeparator)}${words.colon}` : ''
  const indented = (text: string) => hang(visible(text, 1000), width, '  ')
  const urlIndent = Math.max(0, Math.min(2, width - displayWidth(url ?? '')))
  return [
    ...(quote === '' ? [] : indented(`${about}${words.quoted(quote)}`)),
    ...indented(`${quote === '' ? about : ''}${sourceText(reference, words)}`).map(paint.dim),
    ...(url === undefined ? [] : [paint.dim(' '.repeat(urlIndent) + visible(url, 500))]),
  ]
}

/** `wechat-ios · error: missing; warning: fetchable`. */
function demandLines({ platforms, demand }: Group['demands'][number], options: TextOptions): string[] {
  const words = wordsOf(options.language)
  const paint = paintFor(options.color)
  const names = platformNames(platforms, [...PLATFORM_IDS], words.everyPlatform)
  const levels = reasonsByLevel(demand.levels).map(
    ({ level, reasons }) => `${words.level[level]}${words.colon}${reasons.join(words.listSeparator)}`,
  )
  const parameters = Object.entries(demand.parameters).map(
    ([name, value]) => `${name} = ${JSON.stringify(value)}`,
  )
  const demanded = (levels.length > 0 ? levels : [words.rules.notDemanded]).join(words.clauseSeparator)
  return [
    ...hang(names.join(words.listSeparator), options.width, '').map(paint.strong),
    ...[demanded, ...parameters].flatMap((text) => hang(visible(text, 1000), options.width, '  ')),
  ]
}
