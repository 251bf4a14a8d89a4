/** Just enough XML 1.0 to write elements; everything put in is escaped. */
import { visible } from '../text.js'

export interface Element {
  name: string
  attributes: Readonly<Record<string, string | number | undefined>>
  /** Text or elements, never both. */
  content: readonly Element[] | string
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
/** Characters that XML 1.0 (section 2.2) doesn't allow are already spelled out by `visible`. */
const escaped = (text: string) => text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? '')

export function xmlText({ name, attributes, content }: Element, indent = ''): string {
  const told = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(visible(String(value), 1200))}"`)
    .join('')
  if (content.length === 0) return `${indent}<${name}${told}/>\n`
  const inner =
    typeof content === 'string'
      ? escaped(content)
      : `\n${content.map((element) => xmlText(element, `${indent}  `)).join('')}${indent}`
  return `${indent}<${name}${told}>${inner}</${name}>\n`
}
