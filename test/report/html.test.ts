/** The page as text: what may run in it, what is escaped, that it holds together. */
import { createHash } from 'node:crypto'
import { Script } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { renderHtml } from '../../src/report/html/index.js'
import type { Report } from '../../src/types.js'
import { tagsOf } from './html-nesting.js'
import { HOSTILE, hostileReport, teamReport } from './html-sample.js'
import { manyFaults, passed, report, result, target } from './sample.js'

const both = () => renderHtml(teamReport('en'), { language: 'en', other: teamReport('zh') })
const SAMPLES: [string, () => string][] = [
  ['both languages', both],
  ['one language', () => renderHtml(teamReport('zh'), { language: 'zh' })],
  ['every kind of finding', () => renderHtml(manyFaults(), { language: 'en' })],
  ['hostile names', () => renderHtml(hostileReport(), { language: 'en', other: hostileReport() })],
  ['nothing at all', () => renderHtml(report({}), { language: 'en' })],
]

const unescaped = (text: string) =>
  text
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
/** What a reader sees, without style and script. */
const textOf = (page: string) =>
  unescaped(page.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ''))
const cardsOf = (page: string) => page.match(/<article[\s\S]*?<\/article>/g) ?? []

describe.each(SAMPLES)('%s', (_, render) => {
  const page = render()
  const tags = tagsOf(page)

  test('ids are unique, and links point to one of them or to https', () => {
    const ids = tags.flatMap(({ attributes }) => attributes.id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const named = tags.flatMap(({ attributes }) => [
      ...(attributes['aria-labelledby'] ?? attributes['aria-describedby'] ?? attributes.for ?? '').split(' '),
    ])
    for (const id of named.filter(Boolean)) expect(ids).toContain(id)
    const links = tags.filter(({ name }) => name === 'a' || name === 'use').map((tag) => tag.attributes.href)
    for (const href of links) {
      if (href?.startsWith('#')) expect(ids).toContain(href.slice(1))
      else expect(href).toMatch(/^https:\/\//)
    }
  })

  test('only its own style sheet and script may run, by their hash', () => {
    const policy = tags.find(({ attributes }) => attributes['http-equiv'])?.attributes.content ?? ''
    const hash = (name: string) => {
      const text = new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(page)?.[1] ?? ''
      return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    }
    const directives = unescaped(policy).split('; ')
    expect(directives).toContain("default-src 'none'")
    expect(directives).toContain(`style-src ${hash('style')}`)
    expect(directives).toContain(`script-src ${hash('script')}`)
    expect(policy).not.toContain('unsafe')
    expect(tags.filter(({ name }) => name === 'script' || name === 'style')).toHaveLength(2)
    for (const { attributes } of tags) {
      expect(Object.keys(attributes).filter((name) => /^on|^style$|^src/.test(name))).toEqual([])
    }
  })

  test('nothing invisible or turning is left in it', () =>
    expect(page.match(/[^\n\P{C}]|[\u2028\u2029\u2800]/u)).toBeNull())
})

test('the script is a program, and none of it writes markup', () => {
  const script = /<script>([\s\S]*?)<\/script>/.exec(both())?.[1] ?? ''
  expect(() => new Script(script)).not.toThrow()
  expect(script).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write|eval|localStorage|fetch\(/)
})

test('nothing is loaded: no address but in links and namespaces', () => {
  const page = both()
  const loaded = tagsOf(page).filter(({ name }) =>
    ['img', 'iframe', 'object', 'embed', 'base', 'form'].includes(name),
  )
  expect(loaded).toEqual([])
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? ''
  expect(style).not.toMatch(/url\(|@import/)
})

describe('hostile text', () => {
  const page = renderHtml(hostileReport(), { language: 'en' })

  test('stays text', () => {
    expect(page).not.toContain('<img')
    expect(page).not.toContain('<base')
    expect(page).not.toContain('javascript:')
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(textOf(page)).toContain('<img src=x onerror="window.pwned=1">')
    expect(textOf(page)).toContain('\\u202egpj.exe\\u2066\\u200b\\x00\\x1b[31m')
  })

  test('is bounded: thousands of names and hundreds of certificates are counted, not written', () => {
    expect(page.length).toBeLessThan(250_000)
    expect(textOf(page)).toContain('… and 4976 more')
    expect(textOf(page)).toContain('188 more certificates not drawn')
  })

  test('never reaches a command', () => {
    const snippets = page.match(/<div class="panel[\s\S]*?<\/pre>/g)?.join('') ?? ''
    expect(snippets).toContain('hefa chain api.example.com')
    expect(snippets).not.toContain('pwned')
  })

  test('makes no link of an address that is none', () => {
    const links = tagsOf(page)
      .filter(({ name }) => name === 'a')
      .map(({ attributes }) => attributes.href)
    expect(links.filter((href) => !href?.startsWith('#'))).toEqual([])
    expect(HOSTILE).toContain('\u202e')
  })
})

test('a page of a thousand domains is bounded by their number', () => {
  const targets = Array.from({ length: 1000 }, (_, at) =>
    target({
      host: `h${at}.example.com`,
      results: [
        result({ rule: 'tls/version', reason: 'too-old', message: `h${at}.example.com speaks only TLSv1.` }),
        ...passed('certificate/validity'),
      ],
    }),
  )
  const page = renderHtml(report({ verdict: 'fail', exitCode: 1, targets }), { language: 'en' })
  expect(cardsOf(page)).toHaveLength(1)
  expect(page.length).toBeLessThan(1000 * 6000)
})

describe('languages', () => {
  test('both are on the page, one of them hidden', () => {
    const page = both()
    expect(page).toContain('<html lang="en"')
    expect(page).toContain('<span class="t" lang="en">Not fit for release</span>')
    expect(page).toContain('<span class="t" lang="zh-CN" hidden>不能发布</span>')
    expect(page).toContain('缺少签发“api.example.com”的中间证书“R11”')
  })

  test('without the twin the report speaks its own language, and the page both', () => {
    const page = renderHtml(teamReport('zh'), { language: 'zh' })
    expect(page).toContain('<html lang="zh-CN"')
    expect(page).toContain('<span class="t" lang="en" hidden>Not fit for release</span>')
    expect(page).toContain('<span lang="zh-CN">缺少签发')
    expect(page).not.toContain('which issued &quot;api.example.com&quot;')
  })

  test("a report about something else isn't a twin", () => {
    const other: Report = { ...teamReport('zh'), config: [] }
    const page = renderHtml(teamReport('en'), { language: 'en', other })
    expect(page).toBe(renderHtml(teamReport('en'), { language: 'en' }))
  })
})

describe('findings', () => {
  const cards = cardsOf(both())

  test('stand worst first, each with the tokens the filter needs', () => {
    const weights = cards.map((card) => /class="finding (\w+)"/.exec(card)?.[1])
    const order = ['error', 'unknown', 'warning', 'info', 'waived']
    expect(weights).toEqual([...weights].sort((a, b) => order.indexOf(a ?? '') - order.indexOf(b ?? '')))
    expect(new Set(weights)).toEqual(new Set(order))
    expect(cards[0]).toContain('data-tokens="wechat-android:error alipay-android:error"')
  })

  test('tell one cause once, with all its hosts', () => {
    const missing = cards.filter((card) => card.includes('>certificate/chain-complete<'))
    expect(missing).toHaveLength(2)
    expect(textOf(missing[0] ?? '')).toContain('upload.example.com')
  })

  test.each([
    ['certificate/chain-complete', 'hefa chain api.example.com > api.example.com.fullchain.pem'],
    ['certificate/chain-order', 'hefa chain img.example.com:8443 > img.example.com.fullchain.pem'],
    ['tls/ats-cipher', 'ssl_protocols TLSv1.2 TLSv1.3;'],
    ['tls/obsolete-version', '--TLSCipherPolicy tls_cipher_policy_1_2_strict_with_1_3'],
  ])('%s comes with what to paste', (rule, line) => {
    const text = textOf(cards.find((card) => card.includes(`>${rule}<`)) ?? '')
    for (const server of ['nginx', 'Apache', 'Caddy', 'Tencent Cloud CLB', 'Alibaba Cloud SLB'])
      expect(text).toContain(server)
    expect(text).toContain(line)
  })

  test('what to paste stands open the first time a host needs it, folded after that', () => {
    const open = cards.map((card) => {
      const panel = card.indexOf('class="panel')
      const folds =
        card.slice(0, panel).split('<details').length - card.slice(0, panel).split('</details>').length
      return panel < 0 ? null : [/<code class="rule">([^<]*)/.exec(card)?.[1], folds === 0]
    })
    expect(open.filter(Boolean)).toEqual([
      ['certificate/chain-complete', true],
      ['tls/ats-cipher', true],
      ['certificate/chain-complete', false],
      ['certificate/chain-order', true],
      ['tls/obsolete-version', false],
    ])
  })

  test('an expired certificate is no matter of pasting', () => {
    const card = cards.find((one) => one.includes('>certificate/validity<')) ?? ''
    expect(card).not.toContain('class="panel')
    expect(textOf(card)).toContain('Expired on 2026-11-02')
  })

  test('silence is one finding, and no pass', () => {
    const silent = cards.filter((card) => textOf(card).includes('wss://ws.example.com gave no answer'))
    expect(silent).toHaveLength(1)
    expect(silent[0]).toContain('wechat-ios:unknown')
    expect(textOf(silent[0] ?? '')).toContain('4 checks could not be made')
  })
})

test('the matrix says every verdict in a word, and what a platform does not use', () => {
  const rows = both().match(/<tr data-target[\s\S]*?<\/tr>/g) ?? []
  const words = rows.map((row) =>
    [...row.matchAll(/<td[\s\S]*?<\/td>/g)].map(([cell]) => /lang="en">([^<]*)</.exec(cell)?.[1]),
  )
  expect(words).toEqual([
    ['Warning', 'Fails', 'Warning', 'Warning', 'Fails'],
    ['Warning', 'Fails', 'Warning', 'Warning', 'Fails'],
    ['Fails', 'Fails', 'Fails', 'Fails', 'Fails'],
    ['Fails', 'Warning', 'Warning', 'Fails', 'Warning'],
    ['Unknown', 'Unknown', 'Unknown', 'Unknown', 'Unknown'],
    ['OK', 'OK', 'OK', 'not used', 'not used'],
  ])
})

describe('what to do, host by host', () => {
  const page = both()
  const todo = (language: string) =>
    [...page.matchAll(/<span class="todo">([\s\S]*?)<\/span><\/summary>/g)].map(([, told = '']) =>
      textOf(told.replace(new RegExp(`<span class="t" lang="(?!${language}")[^>]*>[^<]*</span>`, 'g'), '')),
    )

  test('one sentence each, in both languages', () => {
    const [en, zh] = [todo('en'), todo('zh-CN')]
    expect(en).toHaveLength(teamReport('en').targets.length)
    expect(en[0]).toMatch(/^To do: .+\(then \d+ more findings?\)$/)
    expect(en.at(-1)).toBe('Nothing to do.')
    expect(zh[0]).toMatch(/^要做的事：\S.+（之后还有 \d+ 项）$/)
    expect(zh.at(-1)).toBe('无需处理。')
  })

  test('every rule in a cell leads to its finding, and every row has a heading for the order by cause', () => {
    const ids = new Set([...page.matchAll(/<article[^>]* id="([^"]+)"/g)].map(([, id]) => id))
    const links = [...page.matchAll(/<small><a href="#([^"]+)"/g)].map(([, id]) => id)
    expect(links.length).toBeGreaterThan(10)
    expect(links.filter((id) => !ids.has(id))).toEqual([])
    const groups = new Set([...page.matchAll(/data-group="([^"]*)"/g)].map(([, rule]) => rule))
    const causes = [...page.matchAll(/data-cause="([^"]*)"/g)].map(([, rule]) => rule)
    expect(causes.filter((rule) => !groups.has(rule))).toEqual([])
  })
})

describe('entries that are no domain', () => {
  const entry = (text: string) => ({ family: 'wechat' as const, api: 'request' as const, text })
  const rejected = (n: number) =>
    report({
      verdict: 'fail',
      exitCode: 1,
      targets: [target({ host: 'a.example.com' })],
      config: Array.from({ length: n }, (_, at) =>
        result({
          rule: 'domain/scheme',
          message: 'Not encrypted.',
          entry: entry(`http://x${at}.example.com`),
        }),
      ),
    })
  const rowsOf = (html: string) => html.match(/<tr data-t[\s\S]*?<\/tr>/g) ?? []

  test('stand in the matrix with the rule that rejects them', () => {
    const [sound, row] = rowsOf(renderHtml(rejected(1), { language: 'en' }))
    expect(sound).toContain('data-target="0"')
    expect(textOf(row ?? '')).toContain('http://x0.example.com')
    expect(row).toMatch(/class="fail first"/)
    expect(row).toMatch(/href="#f-domain-scheme[^"]*"><code>domain\/scheme/)
  })

  test('are counted where there are thousands', () => {
    const html = renderHtml(rejected(1000), { language: 'en' })
    expect(rowsOf(html)).toHaveLength(201)
    expect(textOf(html)).toContain('and 800 more entries that are not domains')
  })
})
