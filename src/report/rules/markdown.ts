/** The rules as Markdown: a table, or a page about one. */

import { type Words, wordsOf } from '../../i18n/report.js'
import { familyName } from '../../platforms/index.js'
import type { RuleDescription } from '../../types.js'
import { PLATFORM_IDS } from '../../types.js'
import { platformNames } from '../labels.js'
import type { TextOptions } from '../options.js'
import { basisText, stateText } from '../source.js'
import { visible, visibleLines } from '../text.js'
import { demandGroups, FEW_FAMILIES, fewLetters, fewSystems, reasonsByLevel } from './levels.js'
import type { RuleRenderer } from './renderer.js'

export const markdownRules: RuleRenderer = { all: table, one: page }

/** Nothing in it is interpreted as markup. */
const plain = (text: string) => visible(text, 2000).replace(/[\\`*_{}[\]<>#|]/g, (char) => `\\${char}`)

function table(rules: readonly RuleDescription[], { language }: TextOptions): string {
  const { rules: words } = wordsOf(language)
  const header = [words.rule, ...FEW_FAMILIES.map((family) => familyName(family, language)), words.demands]
  const rows = rules.map((rule) => [`\`${rule.id}\``, ...fewLetters(rule), plain(rule.title)])
  const lines = [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return `${[...lines, '', words.legend(fewSystems(language))].join('\n')}\n`
}

function page(rule: RuleDescription, { language }: TextOptions): string {
  const words = wordsOf(language)
  const subject = words.rules.subjects[rule.subject] ?? rule.subject
  const demands = demandGroups(rule).map((group) => demandPart(group, words))
  const parts = [
    `## \`${rule.id}\``,
    plain(rule.title),
    plain(rule.why),
    ...(rule.howToFix ? fixParts(rule.howToFix, words) : []),
    `${words.rules.subject}${words.colon}${subject}`,
    unknownPart(rule, words),
    ...demands,
  ]
  return `${parts.join('\n\n')}\n`
}

function unknownPart({ unknown }: RuleDescription, words: Words): string {
  const lines = unknown.map(({ reason, when }) =>
    reason === undefined ? `- ${plain(when)}` : `- \`${reason}\`${words.colon}${plain(when)}`,
  )
  return `${plain(words.rules.unknown)}${words.colon.trimEnd()}\n\n${lines.join('\n')}`
}

/** Indented lines are commands: a fenced block, which nothing in them can close. */
function fixParts(fix: string, words: Words): string[] {
  const parts: string[] = []
  let code: string[] = []
  const close = () => {
    if (code.length > 0) parts.push(['```', ...code, '```'].join('\n'))
    code = []
  }
  for (const line of visibleLines(fix)) {
    if (line.startsWith('  ')) code.push(line.slice(2).replaceAll('```', "'''"))
    else {
      close()
      parts.push(plain(line))
    }
  }
  close()
  return [`### ${plain(words.rules.howToFix)}`, ...parts]
}

type Group = ReturnType<typeof demandGroups>[number]

function demandPart({ sources, demands }: Group, words: Words): string {
  return [
    ...demands.map((demand) => demandLines(demand, words).join('\n')),
    ...sources.map((source) => sourcePart(source, words)),
  ].join('\n\n')
}

function sourcePart({ reference, reasons }: Group['sources'][number], words: Words): string {
  const { title, url, quote } = reference
  const name = url === undefined ? plain(title) : `[${plain(title)}](<${visible(url, 500)}>)`
  const state = stateText(reference, words)
  const source = `${basisText(reference, words)}${name}${state === '' ? '' : words.aside(plain(state))}`
  const about = reasons.length > 0 ? [`${code(reasons, words)}${words.colon.trimEnd()}`, ''] : []
  return [...about, ...(quote === '' ? [] : [`> ${plain(quote)}`, '>']), `> ${source}`].join('\n')
}

const code = (texts: readonly string[], words: Words) =>
  texts.map((text) => `\`${text}\``).join(words.listSeparator)

function demandLines({ platforms, demand }: Group['demands'][number], words: Words): string[] {
  const names = platformNames(platforms, [...PLATFORM_IDS], words.everyPlatform)
  const levels = reasonsByLevel(demand.levels).map(
    ({ level, reasons }) => `- ${words.level[level]}${words.colon}${code(reasons, words)}`,
  )
  const parameters = Object.entries(demand.parameters).map(
    ([name, value]) => `- \`${name}\` = \`${JSON.stringify(value)}\``,
  )
  return [`### ${names.join(words.listSeparator)}`, '', ...levels, ...parameters]
}
