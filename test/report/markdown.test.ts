import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { renderMarkdown } from '../../src/report/markdown/index.js'
import type { Report } from '../../src/types.js'
import { tool } from '../helpers/tools.js'
import { ACTIVE, CORNERS, EN, golden, hostileReport, noTargets, placedFaults, ZH } from './machine-samples.js'
import { report, result, target } from './sample.js'

/** Elements the page is made of; a job summary shows no others. */
const ELEMENTS = new Set(
  'h2 h3 p table thead tbody tr th td details summary b ul li pre code blockquote br a sub span'.split(' '),
)
const elements = (html: string) => [...html.matchAll(/<\/?([a-z0-9!-]+)/gi)].map(([, name = '']) => name)
const strange = (html: string) => elements(html).filter((name) => !ELEMENTS.has(name))
const MIB = 1024 * 1024

test.each([
  ['many-faults.en', EN],
  ['many-faults.zh', ZH],
])('golden %s', (name, options) =>
  expect(renderMarkdown(placedFaults(), options)).toMatchFileSnapshot(golden(`${name}.md`)),
)

describe.each(CORNERS)('%s', (_, make) => {
  const text = renderMarkdown(make(), EN)

  test('every row of a table is as wide as its header', () => {
    const tables = text.split('\n\n').filter((block) => block.startsWith('|'))
    expect(tables.length).toBe(make().targets.length > 0 ? 2 : 1)
    for (const block of tables) {
      const widths = block.split('\n').map((line) => line.split('|').length)
      expect(new Set(widths).size).toBe(1)
    }
  })

  test('no HTML but its own, nothing that steers, no empty line inside an element', () => {
    expect(strange(text)).toEqual([])
    expect(text.replaceAll('\n', '')).not.toMatch(ACTIVE)
    for (const block of text.split('\n\n').filter((one) => one.includes('<details'))) {
      expect(block).toMatch(/^<details( open)?>[\s\S]*<\/details>\n?$/)
    }
    expect(Buffer.byteLength(text)).toBeLessThan(MIB)
  })
})

test('without targets it says so', () =>
  expect(renderMarkdown(noTargets(), EN)).toContain('No domain was audited.'))

test('an empty line of a fix ends no HTML', () => {
  const results = [result({ rule: 'tls/version', reason: 'x', message: 'Old.', fix: 'one\n\n  two' })]
  const text = renderMarkdown(report({ targets: [target({ host: 'a.example.com', results })] }), EN)
  expect(text).toContain('<pre>one\n&#32;\n  two</pre>')
})

test.each(['javascript:alert(1)', 'https://x/"onclick="y', 'data:text/html,x', '/relative'])(
  '%j is no link',
  (url) => {
    const reference = { title: 'Title', url, quote: 'Quote' }
    const results = [result({ rule: 'tls/version', reason: 'x', message: 'Old.', reference })]
    const text = renderMarkdown(report({ targets: [target({ host: 'a.example.com', results })] }), EN)
    expect(text).toContain('Quote<br>Title</blockquote>')
    expect(text).not.toContain('href')
  },
)

describe('a report that is too large', () => {
  const fix = `${'x'.repeat(500)}\n`.repeat(40)
  const faults = (n: number): Report =>
    report({
      ...{ verdict: 'fail', exitCode: 1 },
      targets: Array.from({ length: n }, (_, at) =>
        target({
          host: `h${at}.example.com`,
          verdicts: { 'wechat-ios': 'fail', 'wechat-android': 'fail' },
          results: [
            result({
              rule: `tls/rule-${at}`,
              reason: 'x',
              message: '中'.repeat(500),
              fix,
            }),
          ],
        }),
      ),
    })

  test('is cut between findings, and says how many are missing', () => {
    const text = renderMarkdown(faults(300), EN)
    expect(Buffer.byteLength(text)).toBeLessThan(MIB)
    const told = text.match(/<details/g)?.length ?? 0
    expect(told).toBeGreaterThan(10)
    expect(text.trimEnd().split('\n').at(-1)).toContain(`${300 - told} more findings not shown`)
    expect(text.match(/<\/details>/g)).toHaveLength(told)
  })

  test('a long list of domains shows those with faults', () => {
    const sound = Array.from({ length: 400 }, (_, at) => target({ host: `sound-${at}.example.com` }))
    const { targets } = faults(1)
    const text = renderMarkdown(report({ targets: [...sound, ...targets] }), EN)
    expect(text).toContain('| h0.example.com |')
    expect(text).not.toContain('sound-7.')
    expect(text).toContain('400 more domains not shown.')
  })
})

const cmark = tool('cmark-gfm')
const rendered = (text: string) =>
  spawnSync(
    cmark as string,
    ['--unsafe', '-e', 'table', '-e', 'autolink', '-e', 'strikethrough', '-t', 'html'],
    {
      input: text,
      maxBuffer: 2 ** 28,
    },
  ).stdout.toString()

describe.skipIf(!cmark)("GitHub's own reader", () => {
  test.each(CORNERS)('makes the expected elements of %s', (_, make) => {
    const html = rendered(renderMarkdown(make(), EN))
    expect(strange(html)).toEqual([])
    expect(html.match(/<h2>/g)).toHaveLength(1)
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
    const own = /^https(&#58;|:)\/\/(evil\.example\/|developers\.weixin\.qq\.com\/)/
    expect(links.filter((href) => !own.test(href ?? ''))).toEqual([])
  })

  test('hostile text is shown as it was, and is nothing but text', () => {
    const html = rendered(renderMarkdown(hostileReport(), EN))
    expect(html).toContain('script&gt;alert')
    expect(html.replace(/<code>.*?<\/code>|<pre>[\s\S]*?<\/pre>|<[^>]*>/g, '\0')).not.toMatch(/@[a-z]/i)
    expect(html).toContain('**x** | $x$')
  })
})
