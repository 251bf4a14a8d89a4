/** Platform, severity and text: shown only where the script runs. */

import { LANGUAGES } from '../../i18n/languages.js'
import { weightIcon } from './icons.js'
import { type Html, html } from './markup.js'
import { type Page, say, wordsIn } from './page.js'
import { WEIGHTS, type Weight } from './weights.js'

export interface FilterNumbers {
  findings: number
  /** Severities that occur at all. */
  weights: ReadonlySet<Weight>
}

export function filterPart(page: Page, { findings, weights }: FilterNumbers): Html {
  const { platforms, targets } = page.report
  const levels = WEIGHTS.filter((weight) => weights.has(weight))
  return html`<div class="filter" role="search" aria-labelledby="filter-title" data-needs-script hidden>
<h2 class="sr" id="filter-title">${say(page, (w) => w.filter.title)}</h2>
${group(
  page,
  'weight',
  levels.map(
    (weight) =>
      html`<button type="button" class="toggle ${weight}" data-weight="${weight}" aria-pressed="false">${weightIcon(weight)} ${say(page, (w) => w.weight[weight])}</button>`,
  ),
)}
${group(
  page,
  'platform',
  platforms.map(
    (id) =>
      html`<button type="button" class="toggle" data-platform="${id}" aria-pressed="false">${say(page, (w) => w.platform[id])}</button>`,
  ),
)}
<div class="text"><label for="filter-text">${say(page, (w) => w.filter.text)}</label>
<input id="filter-text" type="search" autocomplete="off" spellcheck="false" aria-describedby="filter-hint"><span class="sr" id="filter-hint">${say(page, (w) => w.filter.textHint)}</span>
<button type="button" data-clear disabled>${say(page, (w) => w.filter.clear)}</button></div>
<p class="shown" role="status" id="shown" data-findings="${findings}" data-targets="${targets.length}"${sentences()}></p>
</div>`
}

function group(page: Page, name: 'platform' | 'weight', buttons: Html[]): Html | null {
  if (buttons.length === 0) return null
  return html`<div class="choice" role="group" aria-labelledby="filter-${name}"><span id="filter-${name}" class="label">${say(page, (w) => w.filter[name])}</span><span class="buttons">${buttons}</span></div>`
}

/** The script fills in the numbers. */
function sentences(): Html[] {
  return LANGUAGES.map(
    (language) =>
      html` data-${language}="${wordsIn(language).filter.shown}" data-${language}-none="${wordsIn(language).filter.none}"`,
  )
}
