/** What every part of the page needs: the report, its twin in the other language, and words in both. */

import { TEXTS } from '../../../rules/texts/both.js'
import { htmlWords } from '../../i18n/html.js'
import { byLanguage, LANGUAGES, TAGS } from '../../i18n/languages.js'
import type { Language, Report, Result, Target } from '../../types.js'
import { hostLabel } from '../labels.js'
import { visibleLines } from '../text.js'
import { type Html, html, type Part } from './markup.js'

const WORDS = byLanguage((language) => ({ ...htmlWords(language), ruleTexts: TEXTS[language].rules }))
export type Words = (typeof WORDS)[Language]

export interface HtmlOptions {
  /** The language the page opens in, and that of the report's own sentences. */
  language: Language
  /** The same facts judged in the other language: its sentences appear when the reader changes over. */
  other?: Report
}

export interface Page {
  report: Report
  language: Language
  /** Each result's twin in the other report; empty without one. */
  twins: ReadonlyMap<Result, Result>
  /** Index in the report of the target with a host's name. */
  places: ReadonlyMap<string, number>
  /** Figures and snippets that are already on the page. */
  told: Set<string>
}

export function pageOf(report: Report, { language, other }: HtmlOptions): Page {
  return {
    ...{ report, language, told: new Set() },
    twins: other ? twinsOf(report, other) : new Map(),
    places: new Map(report.targets.map((target, at) => [hostLabel(target), at])),
  }
}

/** Twins have the same position; a report of different facts has none. */
function twinsOf(report: Report, other: Report): Map<Result, Result> {
  const own = allResults(report)
  const twins = allResults(other)
  const same =
    own.length === twins.length &&
    own.every((result, at) => {
      const twin = twins[at]
      return twin?.rule === result.rule && twin.status === result.status && twin.level === result.level
    })
  return new Map(same ? own.map((result, at) => [result, twins[at] ?? result]) : [])
}

const allResults = ({ config, targets }: Report): Result[] => [
  ...config,
  ...targets.flatMap(({ results }: Target) => results),
]

/** One text in both languages, one of them hidden; equal ones appear once. */
export function say(page: Page, of: (words: Words) => string): Html {
  return both(page, (language) => of(WORDS[language]))
}

/** The same for texts that are not from the catalogue, such as a name that depends on the language. */
export function both(page: Page, of: (language: Language) => string): Html {
  const own = of(page.language)
  if (LANGUAGES.every((language) => of(language) === own)) return html`${own}`
  return html`${inEach(page, (language) => of(language))}`
}

/** Inline markup for each language; only the page's own is shown at first. */
export function inEach(page: Page, of: (language: Language) => Part): Part {
  return LANGUAGES.map((language) =>
    language === page.language
      ? html`<span class="t" lang="${TAGS[language]}">${of(language)}</span>`
      : html`<span class="t" lang="${TAGS[language]}" hidden>${of(language)}</span>`,
  )
}

/** Blocks for each language. */
export function blockInEach(page: Page, of: (language: Language) => Part): Part {
  return LANGUAGES.map((language) =>
    language === page.language
      ? html`<div class="t" lang="${TAGS[language]}">${of(language)}</div>`
      : html`<div class="t" lang="${TAGS[language]}" hidden>${of(language)}</div>`,
  )
}

export function wordsIn(language: Language): Words {
  return WORDS[language]
}

/** The same result in the other language; itself where there is none. */
export const twinOf = (page: Page, result: Result): Result => page.twins.get(result) ?? result

/** The report's own sentence, in both languages if its twin is known. */
export function messageOf(page: Page, result: Result): Html {
  const twin = page.twins.get(result)
  const own = result.message ?? ''
  if (!twin) return html`<span lang="${TAGS[page.language]}">${own}</span>`
  return both(page, (language) => (language === page.language ? own : (twin.message ?? own)))
}

/** How to fix it: indented lines are for a terminal or a file. */
export function fixOf(page: Page, result: Result): Part {
  const twin = page.twins.get(result)
  const own = result.fix ?? ''
  if (!twin) return html`<div lang="${TAGS[page.language]}">${paragraphs(own)}</div>`
  return blockInEach(page, (language) => paragraphs(language === page.language ? own : (twin.fix ?? own)))
}

function paragraphs(text: string): Part {
  const groups: { code: boolean; lines: string[] }[] = []
  for (const line of visibleLines(text)) {
    const code = line.startsWith('  ')
    const last = groups.at(-1)
    if (last?.code === code) last.lines.push(line)
    else groups.push({ code, lines: [line] })
  }
  return groups.map(({ code, lines }) =>
    code ? codeBlock(lines.map((line) => line.slice(2))) : lines.map((line) => html`<p>${line}</p>`),
  )
}

export function codeBlock(lines: readonly string[]): Html {
  const text = lines.map((line, at) => (at === 0 ? [line] : [html`\n`, line]))
  return html`<pre><code>${text}</code></pre>`
}
