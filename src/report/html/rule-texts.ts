/** The texts of the rules; a plugin's rule has none in the catalogue. */
import { type Html, html } from './markup.js'
import { type Page, say, type Words } from './page.js'

const textOf = ({ ruleTexts }: Words, rule: string) =>
  Object.hasOwn(ruleTexts, rule) ? ruleTexts[rule] : undefined

export function ruleTitle(page: Page, rule: string): Html {
  return say(page, (words) => textOf(words, rule)?.title ?? rule)
}

export function ruleWhy(page: Page, rule: string): Html {
  return html`<p class="why">${say(page, (words) => textOf(words, rule)?.why ?? '')}</p>`
}
