/** A host that gave no answer: one card, not one per rule. */
import type { Json } from '../../types.js'
import type { Silence } from '../causes.js'
import { type Html, html } from './markup.js'
import { fixOf, messageOf, type Page, say } from './page.js'

/** Sentences shown. */
const MOST = 3

export function silencePart(page: Page, silence: Silence): Html {
  const { rules, results, messages, fix } = silence
  const telling = messages.slice(0, MOST).map((message) => {
    const result = results.find((one) => one.message === message)
    return html`<li><span class="message">${result ? messageOf(page, result) : message}</span></li>`
  })
  const items = telling.length > 0 ? telling : fromEvidence(page, silence)
  const fixed = results.find((one) => one.fix !== undefined && one.fix === fix)
  return html`<p class="why">${say(page, (w) => w.silentWhy)}</p>
<ul class="found">${items}</ul>
${fixed && fix !== '' ? html`<div class="how-to-fix"><h4>${say(page, (w) => w.howToFix)}</h4>${fixOf(page, fixed)}</div>` : null}
<details class="evidence"><summary>${say(page, (w) => w.notObserved(rules.length))}</summary><ul class="rules">${rules.map((rule) => html`<li><code>${rule}</code></li>`)}</ul></details>`
}

const textOf = (value: Json | undefined) => (typeof value === 'string' ? value : '')

function fromEvidence(page: Page, { results }: Silence): Html[] {
  const told = results.map(({ evidence }) =>
    [evidence?.address, evidence?.phase, evidence?.cause].map(textOf),
  )
  const distinct = [...new Map(told.map((one) => [one.join('\0'), one])).values()].slice(0, MOST)
  return distinct.map(([address = '', phase = '', cause = '']) => {
    return html`<li>${say(page, (w) => w.silence(address, w.phases[phase] ?? '', w.silenceCauses[cause] ?? cause))}</li>`
  })
}
