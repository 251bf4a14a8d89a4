/**
 * Text that Markdown shows as it is, in GitHub, GitLab and Gitea: nothing in it is markup, HTML, a link or a mention.
 * Only what needs escaping is escaped: people also read the source, in terminals and mails.
 */
import { visible } from '../text.js'

/** No link, mention or picture goes on beyond it. */
const WORD = /[!-~\p{L}\p{N}\p{M}]+/gu
/**
 * What these hosts turn into links or pictures after parsing the Markdown, escaped or not: addresses, people, issues,
 * requests, labels, `:emoji:`. They leave code alone.
 */
const LINKED = /:\/\/|www\.|@[\w".-]|#[\w"]|(?<![\p{L}\p{N}])(?:[!%~^&][\w"]|gh-\d)|:[+-]?\w*[a-z]\w*:/iu
/** Around such a word, not part of it. */
const EDGES = /^(["'([{]*)(.*?)(["')\]},;.:!?]*)$/
/** Begins a formula (GitHub) or a comparison (GitLab), both looked for in the text of one element. */
const PAIRED = /\$|[{[](?=[+-])/g
/** Begins a list, a quotation or a heading (of a numbered list, the mark behind the number). */
const LINE_START = /^(?:[-+](?=[\s-]|$)|>|#(?=#*(?:\s|$)))|(?<=^\d{1,9})[.)](?=\s|$)/

interface Writer {
  code: (word: string) => string
  text: (rest: string) => string
}

/** In a paragraph, a heading, a list item or a cell of a table. */
export function inline(text: string, most = 600): string {
  return written(visible(text, most).trim(), INLINE).replace(LINE_START, '\\$&')
}

/** Inside an element of HTML on lines of its own, where no Markdown is read (CommonMark 0.31, 4.6). */
export function html(text: string, most = 600): string {
  return written(visible(text, most), HTML)
}

/** Lines of a command, as they are written: no links are looked for there. An empty line would end the HTML around it. */
export function pre(lines: readonly string[]): string {
  const shown = lines.map((line) => visible(line))
  return `<pre>${shown.map((line) => (line.trim() === '' ? '&#32;' : inHtml(line))).join('\n')}</pre>`
}

/** A link where the address is one of the web, else its title alone; `told` writes the title. */
export function link(title: string, url: string | undefined, told = html): string {
  const words = told(title, 200)
  if (url === undefined || url.length > 500 || !/^https?:\/\/[^\s<>"'`\\]+$/.test(url) || !URL.canParse(url))
    return words
  return `<a href="${new URL(url).href.replaceAll('&', '&amp;')}">${words}</a>`
}

const inHtml = (text: string) => text.replace(/<|&(?=[\w#])/g, (char) => (char === '<' ? '&lt;' : '&amp;'))

const HTML: Writer = { code: (word) => `<code>${inHtml(word)}</code>`, text: inHtml }

const INLINE: Writer = {
  // Neither a code span nor a cell can hold the sign that ends it; and no tag is written anywhere.
  code: (word) =>
    word.replace(/([^`|<]+)|[`|<]/g, (part, within) => (within ? `\`${part}\`` : INLINE.text(part))),
  text: (rest) =>
    inHtml(rest)
      .replace(/[\\`*~[]|(?<![^\W_])_|_(?![^\W_])/g, '\\$&')
      .replaceAll('|', '&#124;'),
}

function written(text: string, { code, text: plain }: Writer): string {
  const rest = (part: string) =>
    plain(part).replace(PAIRED, (sign) => (sign === '$' ? '<span>$</span>' : `${sign}<span></span>`))
  let [out, done] = ['', 0]
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!LINKED.test(word)) continue
    const [, before = '', core = '', after = ''] = EDGES.exec(word) ?? []
    out += rest(text.slice(done, index) + before) + (core === '' ? '' : code(core)) + rest(after)
    done = index + word.length
  }
  return out + rest(text.slice(done))
}
