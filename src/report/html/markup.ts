/** HTML is made of templates only: whatever is inserted is escaped, unless it comes from a template. */
import { visible } from '../text.js'

const SAFE: unique symbol = Symbol('html')

export interface Html {
  readonly [SAFE]: string
}
export type Part = string | number | Html | null | false | readonly Part[]

/** Characters of one text. */
const MOST = 2000
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** ``html`<p title="${text}">${text}</p>` ``; attributes must be quoted. `null` and `false` leave nothing. */
export function html(parts: TemplateStringsArray, ...values: Part[]): Html {
  return { [SAFE]: parts.reduce((all, part, at) => all + textOf(values[at - 1] ?? null) + part) }
}

/** Text that is HTML already: our own style sheet and script. */
export function trusted(text: string): Html {
  return { [SAFE]: text }
}

export const EMPTY = trusted('')

export function join(parts: readonly Part[], separator: Part): Html {
  return html`${parts.map((part, at) => (at === 0 ? part : [separator, part]))}`
}

/** What can't be seen is spelled out first (`\u202e`), then the characters of markup are escaped. */
export function escaped(text: string): string {
  return visible(text, MOST).replace(/[&<>"']/g, (char) => ENTITIES[char] ?? '')
}

export function stringOf(html: Html): string {
  return html[SAFE]
}

/** A name that may be broken after its dots. */
export function breakable(name: string): Html {
  return join(name.split(/(?<=\.)(?=[^.])/), trusted('<wbr>'))
}

function textOf(value: Part): string {
  if (value === null || value === false) return ''
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  return isHtml(value) ? value[SAFE] : value.map(textOf).join('')
}

function isHtml(value: Html | readonly Part[]): value is Html {
  return SAFE in value
}
