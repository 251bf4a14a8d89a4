/** Rule metadata: from the catalogue where there is one, else what the findings say. */

import type { Words } from '../../i18n/report.js'
import { familyOf, type Level, type Report } from '../../types.js'
import { worse } from '../causes.js'
import type { Issue } from '../issues.js'
import { inline, link } from '../markdown/escape.js'
import type { RuleDescription } from '../rules/index.js'
import { demandGroups, hardest } from '../rules/levels.js'
import { basisText, stateText } from '../source.js'
import { visible } from '../text.js'
import { literal } from './literal.js'
import type { Descriptor, SarifLevel } from './types.js'

export function levelOf(level: Level): SarifLevel {
  return level === 'info' ? 'note' : level
}

/** The rules that found something: nobody reads hundreds of kilobytes about the others. */
export function descriptorsOf(
  catalogue: readonly RuleDescription[],
  issues: readonly Issue[],
  report: Report,
  words: Words,
): Descriptor[] {
  const known = new Map(catalogue.map((rule) => [visible(rule.id, 100), rule]))
  return [...new Map(issues.map((issue) => [issue.rule, issue])).values()].map((issue) => {
    const rule = known.get(issue.rule)
    return rule ? described(rule, report, words) : inferred(issue)
  })
}

function described(rule: RuleDescription, report: Report, words: Words): Descriptor {
  const levels = report.platforms.flatMap((id) => hardest(rule, id) ?? [])
  const demands = demandGroups(rule)
  const helpUri = demands
    .flatMap(({ sources }) => sources.map(({ reference }) => webAddress(reference.url)))
    .find((url) => url !== undefined)
  const families = new Set(rule.platforms.map(({ platform }) => familyOf(platform)))
  return {
    id: visible(rule.id, 100),
    shortDescription: { text: literal(visible(rule.title, 300)) },
    ...(rule.why === '' ? {} : { fullDescription: { text: literal(visible(rule.why, 1000)) } }),
    help: helpOf(rule, words),
    ...(helpUri === undefined ? {} : { helpUri }),
    // A rule that no platform of this report requires is disabled.
    defaultConfiguration: { level: levelOf(levels.reduce<Level>(worse, 'info')) },
    properties: { tags: [...new Set([rule.id.split('/')[0] ?? rule.id, ...families])] },
  }
}

/** Why, and every source. */
function helpOf(rule: RuleDescription, words: Words): Descriptor['help'] & { text: string } {
  const sources = demandGroups(rule).flatMap(({ sources, demands }) => {
    const platforms = [...new Set(demands.flatMap((demand) => demand.platforms))].join(words.listSeparator)
    return sources.map(({ reference, reasons }) => ({
      names:
        reasons.length === 0 ? platforms : `${platforms}${words.colon}${reasons.join(words.listSeparator)}`,
      basis: basisText(reference, words),
      state: stateText(reference, words),
      ...{ quote: reference.quote, title: reference.title, url: reference.url },
    }))
  })
  const about = [rule.title, rule.why].filter((part) => part !== '')
  const text = sources.map(({ names, basis, quote, title, state, url }) =>
    [names, quote && words.quoted(quote), `${basis}${title}`, state, url].filter(Boolean).join(' · '),
  )
  const markdown = sources.map(({ names, basis, quote, title, state, url }) => {
    const source = `${inline(basis)}${link(title, url, inline)}${state === '' ? '' : inline(words.aside(state))}`
    return `**${inline(names)}**\n\n${quote === '' ? '' : `> ${inline(quote)}\n>\n`}> ${source}`
  })
  return {
    text: [...about, ...text].map((part) => literal(visible(part, 2000))).join('\n\n'),
    markdown: [...about.map((part) => inline(part, 2000)), ...markdown].join('\n\n'),
  }
}

function inferred({ rule, level, reference }: Issue): Descriptor {
  const helpUri = webAddress(reference?.url)
  return {
    id: rule,
    shortDescription: { text: literal(rule) },
    ...(helpUri === undefined ? {} : { helpUri }),
    defaultConfiguration: { level: levelOf(level) },
    properties: { tags: [rule.split('/')[0] ?? rule] },
  }
}

function webAddress(url: string | undefined): string | undefined {
  if (url === undefined || url.length > 1000 || !/^https?:/i.test(url) || !URL.canParse(url)) return undefined
  return new URL(url).href
}
