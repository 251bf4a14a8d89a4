/** Text that GitHub-flavored Markdown shows as it is: nothing in it is markup, a link, a mention or HTML. */
import { visible } from '../text.js'

/** Also `:` (bare URLs, emoji), `$` (formulas) and `#` (issues); an entity is never structure (CommonMark 0.31, 2.5). */
const MARKUP = /[&<>"'`*_~[\](){}!#|\\$:]/g
const entity = (char: string) => `&#${char.charCodeAt(0)};`

/** Stands anywhere in a paragraph, a table cell or an element. */
export function plain(text: string, most = 600): string {
  return (
    visible(text, most)
      .replace(MARKUP, entity)
      // The text of a list item may not begin another list.
      .replace(/^(\s*\d{0,9})([-+.])(?=\s|$)/, (_, before: string, mark: string) => before + entity(mark))
      .replace(/www\./gi, (found) => `${found.slice(0, 3)}&#46;`)
      // Mentions are looked for after the entities are resolved, in one run of text.
      .replaceAll('@', '&#64;<span></span>')
  )
}

/** Lines of a command, as they are written. An empty line would end the HTML around it. */
export function pre(lines: readonly string[]): string {
  const told = lines.map((line) => (line.trim() === '' ? '&#32;' : indented(line)))
  return `<pre>${told.join('\n')}</pre>`
}

function indented(line: string): string {
  const own = /^ */.exec(line)?.[0] ?? ''
  return own + plain(line.slice(own.length))
}

/** A link where the address is one of the web, else its title alone. */
export function link(title: string, url: string | undefined): string {
  const told = plain(title, 200)
  if (url === undefined || url.length > 500 || !/^https?:\/\/[^\s<>"'`\\]+$/.test(url) || !URL.canParse(url))
    return told
  return `<a href="${plain(new URL(url).href, 1000).replaceAll('<span></span>', '')}">${told}</a>`
}
