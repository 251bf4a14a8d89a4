/** What GitHub's own reader (cmark-gfm) makes of text that isn't markup: that text. */
import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { html, inline, pre } from '../../src/report/markdown/escape.js'
import { visible } from '../../src/report/text.js'
import { runs } from '../helpers/thorough.js'
import { tool } from '../helpers/tools.js'

/** Written for [a paragraph, an element of HTML]. */
test.each([
  ['as of 14:56 UTC (2 of 3)!', 'as of 14:56 UTC (2 of 3)!', 'as of 14:56 UTC (2 of 3)!'],
  ['it\'s "A & B"; a_b {c} > d', 'it\'s "A & B"; a_b {c} > d', 'it\'s "A & B"; a_b {c} > d'],
  ['*.brand.cn', '\\*.brand.cn', '*.brand.cn'],
  ['a | b', 'a &#124; b', 'a | b'],
  ['<b> R&amp;D', '&lt;b> R&amp;amp;D', '&lt;b> R&amp;amp;D'],
  ['`x` _y_ ~', '\\`x\\` \\_y\\_ \\~', '`x` _y_ ~'],
  ['[x](y)', '\\[x](y)', '[x](y)'],
  ['(https://a.example/b).', '(`https://a.example/b`).', '(<code>https://a.example/b</code>).'],
  ['http://；仅支持', '`http://`；仅支持', '<code>http://</code>；仅支持'],
  ['www.a.example', '`www.a.example`', '<code>www.a.example</code>'],
  ['ask @octocat', 'ask `@octocat`', 'ask <code>@octocat</code>'],
  ['j@.x k@-.y', '`j@.x` `k@-.y`', '<code>j@.x</code> <code>k@-.y</code>'],
  ['#12, !3, ~bug', '`#12`, `!3`, `~bug`', '<code>#12</code>, <code>!3</code>, <code>~bug</code>'],
  ['x :smile:', 'x `:smile`:', 'x <code>:smile</code>:'],
  ['a|b://c', '`a`&#124;`b://c`', '<code>a|b://c</code>'],
  ['$x$', '<span>$</span>x<span>$</span>', '<span>$</span>x<span>$</span>'],
  ['{+x+}', '{<span></span>+x+}', '{<span></span>+x+}'],
  ['- x', '\\- x', '- x'],
  ['1. x', '1\\. x', '1. x'],
  ['2.4 s', '2.4 s', '2.4 s'],
])('%j', (text, written, inElement) => {
  expect(inline(text)).toBe(written)
  expect(html(text)).toBe(inElement)
})

test('a line of a command that holds nothing but a control character shows it', () => {
  expect(pre(['a', '\t', ' ', 'b'])).toBe('<pre>a\n\\t\n&#32;\nb</pre>')
})

const cmark = tool('cmark-gfm')
const read = (markdown: string) =>
  spawnSync(
    cmark as string,
    [
      '--unsafe',
      ...['footnotes', 'table', 'autolink', 'strikethrough', 'tasklist'].flatMap((one) => ['-e', one]),
    ],
    { input: markdown },
  ).stdout.toString()

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }
const textOf = (page: string) =>
  page.replace(/<[^>]*>|&#32;/g, '').replace(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? '?')
const spaceless = (text: string) => text.replace(/\s+/g, '')
const elements = (page: string) =>
  new Set([...page.matchAll(/<\/?([a-z0-9!-]+)/gi)].map(([, name = '']) => name))

const PARTS =
  '` `` ``` * ** *** _ __ ~ ~~ [ ] ( ) ![ ]( <b> </ul> <!-- --> &lt; &#60; & | || \\ \\\\ # ## - + > = === --- 1. 2) $ $$ { {+ {- [+ : :: ; , . ! ? " \' @ @me me@a.example www. www.a.example http:// https://a.example ftp://x ://y mailto:me@a.example #12 GH-7 !3 %4 ^5 :smile: [^1] [x] [ ] [a]: <a@b.c> <https://a.example> \t a b_c 中文 ， 。 ； x1 é'.split(
    ' ',
  )
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PARTS, ' ', ' '), fc.string({ maxLength: 3 })), { maxLength: 14 })
  .map((parts) => parts.join(''))

describe.skipIf(!cmark)("GitHub's own reader", () => {
  const contexts: readonly [string, (text: string) => string, readonly string[]][] = [
    ['a paragraph', (text) => inline(text), ['p', 'code', 'span']],
    ['a list item', (text) => `- ${inline(text)}`, ['ul', 'li', 'code', 'span']],
    [
      'a cell',
      (text) => `| h | h |\n| --- | --- |\n| ${inline(text)} | |`,
      ['table', 'thead', 'tbody', 'tr', 'th', 'td', 'code', 'span'],
    ],
    [
      'an element',
      (text) => `<details><summary>s</summary>\n<li>${html(text)}</li>\n</details>`,
      ['details', 'summary', 'li', 'code', 'span'],
    ],
    ['a command', (text) => `<details>\n${pre([text])}\n</details>`, ['details', 'pre']],
  ]
  test.each(contexts)('finds in %s nothing but the text', (name, write, own) => {
    fc.assert(
      fc.property(hostile, (text) => {
        const page = read(`${write(text)}\n`)
        const told = textOf(page.replace(/<summary>s<\/summary>/, '').replace(/<th>h<\/th>/g, ''))
        expect(spaceless(told)).toBe(spaceless(visible(text)))
        expect([...elements(page)].filter((one) => !own.includes(one))).toEqual([])
        // A mention, a reference or a picture is made of what stands outside of code.
        const outside = page
          .replace(/<code>.*?<\/code>|<pre>[\s\S]*?<\/pre>/g, '\0')
          .replace(/<[^>]*>/g, '\0')
        expect(outside).not.toMatch(/(?<![\w&])[@#]\w|:[a-z]+:/i)
      }),
      { numRuns: runs(name === 'a command' ? 60 : 250) },
    )
  })
})
