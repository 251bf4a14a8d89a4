/** The page of a real audit: servers on loopback, every case of the demo, both languages. */
import { X509Certificate } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { startDemo } from '../../src/demo/index.js'
import { gather, judge, loadConfig } from '../../src/index.js'
import { renderHtml } from '../../src/report/html/index.js'
import { tagsOf } from './html-nesting.js'

let page: string
let alone: string

beforeAll(async () => {
  const demo = await startDemo()
  try {
    const loaded = await loadConfig('<demo>', { text: demo.config })
    if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems))
    const ca = [new X509Certificate(demo.ca).raw.toString('base64')]
    const resolve = demo.resolve.map((entry) => {
      const [host = '', port, address = ''] = entry.split(':')
      return { host, port: Number(port), addresses: [address] }
    })
    const facts = await gather(loaded.config, { ca, resolve, fetch: false, timeoutMs: 1500 })
    const at = Date.parse(facts.gatheredAt)
    const en = await judge(facts, { at, language: 'en' })
    const zh = await judge(facts, { at, language: 'zh' })
    page = renderHtml(en, { language: 'en', other: zh })
    alone = renderHtml(en, { language: 'en' })
  } finally {
    await demo.close()
  }
})

const cardOf = (rule: string) =>
  page
    .match(/<article[\s\S]*?<\/article>/g)
    ?.find((card) => card.includes(`<code class="rule">${rule}</code>`)) ?? ''

test('is well formed, and both reports are twins', () => {
  expect(() => tagsOf(page)).not.toThrow()
  const chinese = (text: string) => text.match(/lang="zh-CN" hidden>/g)?.length ?? 0
  expect(chinese(page)).toBeGreaterThan(chinese(alone) + 100)
})

test('a missing intermediate is drawn by its name, and no root follows', () => {
  const card = cardOf('certificate/chain-complete')
  expect(card).toMatch(/<li class="link missing">[\s\S]*?Hefa Demo TLS CA 1[\s\S]*?Missing: not sent/)
  expect(card).toContain('has no path to a root that phones have')
})

test('an expired certificate is marked where it stands', () =>
  expect(cardOf('certificate/validity')).toMatch(
    /<li class="link bad">[\s\S]*?expired\.<wbr>shop\.[\s\S]*?Expired on/,
  ))

test('disorder shows as broken links', () =>
  expect(cardOf('certificate/chain-order').match(/class="joint broken"/g)).toHaveLength(2))

test('a root that was sent along is told to be needless', () =>
  expect(cardOf('certificate/chain-surplus')).toMatch(/Hefa Demo Root CA[\s\S]*?Root: need not be sent/))

test('the renewals begin with what has expired', () => {
  const first =
    /<div class="timeline">[\s\S]*?<li class="(\w+)"[\s\S]*?<a href="#t-\d+">([\s\S]*?)<\/a>/.exec(page)
  expect(first?.[1]).toBe('fail')
  expect(first?.[2]).toContain('expired.')
})
