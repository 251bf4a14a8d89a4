/** The answer to "fit for release?" first, then one card per platform. */
import { LANGUAGE_NAMES, LANGUAGES, TAGS } from '../../i18n/languages.js'
import type { PlatformId, Report } from '../../types.js'
import type { Causes } from '../causes.js'
import { minuteLabel } from '../labels.js'
import { exitWords, headline, scopeLines, verdictWord } from '../scope.js'
import { hasPlaces, placesLine } from '../vantages.js'
import { verdictIcon } from './icons.js'
import { type Html, html, join, type Part } from './markup.js'
import { rejectedOf } from './matrix.js'
import { type Page, say, type Words, wordsIn } from './page.js'
import { countsOn } from './weights.js'

export function masthead(page: Page): Html {
  return html`<header class="masthead">
<a class="skip" href="#findings">${say(page, (w) => w.skip)}</a>
<p class="brand"><strong>hefa</strong> <span>${say(page, (w) => w.tagline)}</span></p>
<div class="display" role="group" aria-labelledby="display-name" data-needs-script hidden>
<span class="sr" id="display-name">${say(page, (w) => w.settings)}</span>
<span class="buttons">${LANGUAGES.map(
    (language) =>
      html`<button type="button" class="toggle" data-language="${TAGS[language]}" lang="${TAGS[language]}" aria-pressed="${String(language === page.language)}">${LANGUAGE_NAMES[language]}</button>`,
  )}</span>
<button type="button" class="toggle" data-theme-toggle aria-pressed="false">${say(page, (w) => w.darkTheme)}</button>
</div>
</header>`
}

/** What was audited, when, and how long it took. */
function aboutRun(page: Page): Part[] {
  const { report } = page
  const { targets, durationMs, scan } = report
  return [
    sourceOnly(report) ? null : say(page, (w) => w.domains(targets.length)),
    scan ? say(page, (w) => w.scan.masthead(scan.calls.found, scan.filesRead)) : null,
    say(page, (w) => w.asOf(minuteLabel(report.at))),
    say(page, (w) => w.seconds(Math.round(durationMs / 100) / 10)),
    say(page, (w) => exitWords(report, w)),
  ].filter((fact) => fact !== null)
}

export function verdictPart(page: Page, causes: Causes): Html {
  const { report } = page
  const { verdict } = report
  return html`<section class="verdict ${verdict}" aria-labelledby="verdict">
<h1 id="verdict">${verdictIcon(verdict)}<span>${say(page, (w) => headline(report, w))}</span></h1>
<p class="facts">${join(
    aboutRun(page).map((fact) => html`<span>${fact}</span>`),
    ' ',
  )}</p>
${scopeList(page)}<h2 class="sr">${say(page, (w) => w.parts.platforms)}</h2>
<ul class="platforms of-${report.platforms.length}">${report.platforms.map((id) => platformCard(page, causes, id))}</ul>
</section>`
}

/** The places it was seen from; what was switched off, lowered or waived. */
function scopeList(page: Page): Part {
  const { report } = page
  const lines = (w: Words) => [...placesLine(report, w), ...scopeLines(report, w)]
  const count = lines(wordsIn(page.language)).length
  const items = [...Array(count).keys()].map((at) => html`<li>${say(page, (w) => lines(w)[at] ?? '')}</li>`)
  return count > 0 ? html`<ul class="scope">${items}</ul>` : null
}

function platformCard(page: Page, causes: Causes, id: PlatformId): Html {
  const verdict = page.report.verdicts[id] ?? 'unknown'
  const { errors, unknowns, warnings } = countsOn(id, causes)
  const counts = [
    errors > 0 && say(page, (w) => w.errors(errors)),
    unknowns > 0 && say(page, (w) => w.unknowns(unknowns)),
    warnings > 0 && say(page, (w) => w.warnings(warnings)),
  ].filter((part) => part !== false)
  const told = counts.length > 0 ? counts : [say(page, (w) => w.nothingFound)]
  return html`<li class="platform ${verdict}">
<span class="name">${say(page, (w) => w.platform[id])}</span>
<span class="word">${verdictIcon(verdict)} ${say(page, (w) => verdictWord(page.report, id, verdict, w))}</span>
<span class="counts">${join(told, ' · ')}</span>
</li>`
}

/** Nothing was audited, source was read. */
export const sourceOnly = ({ targets, scan }: Report): boolean => scan !== undefined && targets.length === 0

export function navigation(page: Page): Html {
  const { report } = page
  const domains = report.targets.length > 0
  const parts = [
    ...(domains || rejectedOf(report).length > 0 ? (['matrix'] as const) : []),
    ...(hasPlaces(report) ? (['vantages'] as const) : []),
    'findings' as const,
    ...(report.scan ? (['source'] as const) : []),
    ...(sourceOnly(report) ? [] : (['renewals'] as const)),
    ...(domains ? (['domains'] as const) : []),
  ]
  const title = (part: (typeof parts)[number]) =>
    say(page, (w) => (part === 'source' ? w.scan.source : w.parts[part]))
  const items = parts.map((part) => html`<li><a href="#${part}">${title(part)}</a></li>`)
  return html`<nav class="parts" aria-labelledby="nav-name"><span class="sr" id="nav-name">${say(page, (w) => w.parts.nav)}</span><ul>${items}</ul></nav>`
}
