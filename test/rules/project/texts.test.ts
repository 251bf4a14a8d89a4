/** The sentences: for every reason, in both languages, naming what they are about. */
import { describe, expect, test } from 'vitest'
import { CLAUSES, RULES } from '../../../rules/index.js'
import { texts as en } from '../../../rules/texts/en.js'
import { texts as zh } from '../../../rules/texts/zh.js'
import type { AnyRuleText } from '../../../src/i18n/index.js'
import type { PlatformId } from '../../../src/types.js'

const about = (platform: PlatformId) => ({ subject: 'https://b.cn', platforms: [platform] })
const EVIDENCE = {
  ...{ api: 'request', origin: 'https://b.cn', host: 'b.cn', calls: ['a.js:1:1'], callee: 'wx.request' },
  ...{ hint: 'none', listed: '', apis: ['uploadFile'], plain: 'https://b.cn', text: '/x', why: 'parameter' },
  ...{ scheme: 'http', secure: 'https', address: '8.8.8.8', bytes: 1300, limit: 1024, complete: true },
  ...{ method: 'get', upper: 'GET', methods: ['GET', 'PUT'], instead: 'my.request', header: 'Referer' },
  ...{
    setting: 'setting.urlCheck',
    value: 1,
    least: 1000,
    most: 60_000,
    secret: 'a***f',
    endpoint: 'e',
    tag: 'image',
    name: 'axios',
    raw: '北京',
    option: 'x-count',
    fileTypes: ['image'],
    origins: ['wss://a.cn', 'wss://b.cn'],
    what: 'namespace',
    to: 'm.set',
    at: 'a.js:1',
    near: 'tcp://c.cn',
    port: 3306,
    library: 'acme-sdk.js',
    besides: ['https://log.acme.cn'],
  },
  ...{
    files: 1,
    file: 'a.js',
    cause: 'syntax',
    name: 'process.env.API',
    define: 'process.env.API',
    callCount: 3,
    key: 'define',
    requests: 2,
    used: 2,
  },
  ...{ files: 1, file: 'a.js', cause: 'syntax', by: null, list: 'app.json', pages: 2, family: 'baidu' },
}
const TEXTS: Record<'en' | 'zh', Record<string, AnyRuleText>> = { en: en.rules, zh: zh.rules }
const ids = RULES.map(({ id }) => id).filter((id) => id.startsWith('project/'))

describe.each(ids)('%s', (id) => {
  test('is reported in both languages, with advice, and with the same commands', () => {
    for (const language of ['en', 'zh'] as const) {
      const text = TEXTS[language][id]
      expect(text?.howToFix?.length, language).toBeGreaterThan(15)
      for (const { message, fix } of Object.values(text?.reasons ?? {})) {
        for (const platform of ['wechat-ios', 'alipay-ios', 'mpaas-android'] as const) {
          const evidence = { ...EVIDENCE, calls: id.endsWith('unused-domain') ? 2 : EVIDENCE.calls }
          const said = [message(evidence, about(platform)), fix?.(evidence, about(platform)) ?? '']
          for (const sentence of said) {
            expect(sentence.length).toBeGreaterThan(5)
            expect(sentence).not.toMatch(/undefined|\[object|NaN/)
            if (language === 'zh') expect(sentence).toMatch(/[\u4e00-\u9fff]/)
          }
        }
      }
    }
  })

  test('every reason has a level where the rule is demanded, or can not occur there', () => {
    for (const [family, clauses] of Object.entries(CLAUSES))
      for (const { rule, level } of clauses) {
        if (rule !== id || typeof level === 'string') continue
        expect(Object.keys(TEXTS.en[id]?.reasons ?? {}).sort(), family).toEqual(Object.keys(level).sort())
      }
  })
})

test.each(['none', 'other-api', 'other-port', 'other-scheme', 'misspelled'])(
  '%s: what comes near is told',
  (hint) => {
    const evidence = { ...EVIDENCE, hint, listed: 'https://c.cn' }
    for (const language of ['en', 'zh'] as const) {
      const { message } = TEXTS[language]['project/unlisted-domain']?.reasons.unlisted ?? {}
      const said = message?.(evidence, about('wechat-ios')) ?? ''
      expect(said).toContain('https://b.cn')
      expect(said.includes('https://c.cn')).toBe(hint !== 'none')
    }
  },
)

test('the LAN is WeChat’s exemption alone', () => {
  for (const id of ['project/insecure-scheme', 'project/ip-address']) {
    const { message } = TEXTS.en[id]?.reasons.lan ?? {}
    expect(message?.(EVIDENCE, about('wechat-ios'))).toMatch(/WeChat/)
    expect(message?.(EVIDENCE, about('alipay-ios'))).not.toMatch(/WeChat/)
  }
})

test.each([
  ['request', 'http://B.cn:8080', 'https://b.cn:8080'],
  ['uploadFile', 'https://b.cn', 'https://b.cn'],
  ['connectSocket', 'ws://b.cn:9000', 'wss://b.cn '],
])('%s of %s: what is to be listed can be', (api, origin, listed) => {
  for (const language of ['en', 'zh'] as const) {
    const { fix } = TEXTS[language]['project/unlisted-domain']?.reasons.unlisted ?? {}
    const said = fix?.({ ...EVIDENCE, api, origin }, about('wechat-ios')) ?? ''
    expect(said).toContain(listed)
    expect(said).not.toMatch(/(?:http|ws):/)
  }
})
