/** What a verdict is based on: who requires it, and the numbers that were judged. */
import { languageOfText, TAGS } from '../../i18n/languages.js'
import type { PlatformId, Reference } from '../../types.js'
import type { Cause, Finding } from '../causes.js'
import { basisText, stateText } from '../source.js'
import { visible } from '../text.js'
import { type Html, html } from './markup.js'
import { codeBlock, type Page, say } from './page.js'

/** Pieces of evidence shown, and lines of each. */
const MOST = 12
const LINES = 60

export function normPart(page: Page, { reference, references }: Cause): Html | null {
  if (!reference) return null
  const parts = references
    ? references.map(
        (one) => html`<p class="label">${namesOf(page, one.platforms)}</p>${sentencePart(page, one)}`,
      )
    : [sentencePart(page, reference)]
  return html`<div class="requirement"><h4>${say(page, (w) => w.requirement)}</h4>
${parts}</div>`
}

const namesOf = (page: Page, platforms: readonly PlatformId[]): Html =>
  say(page, (words) => platforms.map((id) => words.platform[id]).join(words.listSeparator))

function sentencePart(page: Page, reference: Reference): Html {
  const { title, url, quote } = reference
  const language = (text: string) => TAGS[languageOfText(text)]
  const cite = html`<cite lang="${language(title)}">${title}</cite>`
  // Only an address that a browser may open without doing anything else becomes a link.
  const source =
    url !== undefined && /^https:\/\/[^\s]+$/.test(url)
      ? html`<a href="${visible(url, 500)}" rel="noreferrer noopener" target="_blank">${cite}</a>`
      : cite
  const basis = say(page, (words) => basisText(reference, words))
  const state = say(page, (words) => {
    const text = stateText(reference, words)
    return text === '' ? '' : words.aside(text)
  })
  const told = quote !== '' && html`<blockquote lang="${language(quote)}"><p>${quote}</p></blockquote>`
  return html`${told}<p class="source">${basis}${source}${state}</p>`
}

export function evidencePart(page: Page, findings: readonly Finding[]): Html | null {
  const texts = findings.flatMap(({ host, results }) =>
    results.flatMap(({ evidence }) => (evidence ? [{ host, text: JSON.stringify(evidence, null, 2) }] : [])),
  )
  const distinct = [...new Map(texts.map((one) => [one.text, one])).values()]
  if (distinct.length === 0) return null
  const shown = distinct.slice(0, MOST).map(({ host, text }) => {
    const lines = text.split('\n')
    const cut = lines.length > LINES ? [...lines.slice(0, LINES), '…'] : lines
    return html`<p class="label">${host}</p>${codeBlock(cut.map((line) => visible(line, 300)))}`
  })
  const more = distinct.length > MOST && html`<p>${say(page, (w) => w.more(distinct.length - MOST))}</p>`
  return html`<details class="evidence"><summary>${say(page, (w) => w.evidence)}</summary>${shown}${more}</details>`
}
