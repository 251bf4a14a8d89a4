import { expect, test } from 'vitest'
import { auditConfig } from '../../src/config/index.js'

function entriesOf(...domains: string[]) {
  const outcome = auditConfig(domains)
  if ('problems' in outcome) throw new Error('problems')
  return { entries: outcome.config.entries.map(({ api, text }) => `${api} ${text}`), notes: outcome.notes }
}

test.each([
  ['api.example.com', 'request https://api.example.com'],
  ['api.example.com:8443', 'request https://api.example.com:8443'],
  ['https://api.example.com', 'request https://api.example.com'],
  ['wss://ws.example.com:8443', 'connectSocket wss://ws.example.com:8443'],
  ['ws://ws.example.com', 'connectSocket ws://ws.example.com'],
  ['http://api.example.com', 'request http://api.example.com'],
  ['[::1]:443', 'request https://[::1]:443'],
  ['*.example.com', 'request https://*.example.com'],
])('%s', (domain, entry) => {
  expect(entriesOf(domain)).toEqual({ entries: [entry], notes: [] })
})

test.each(['https://a.cn/v1/users?x=1#y', 'https://a.cn/', 'a.cn/v1', 'https://a.cn?x=1'])(
  'a pasted URL loses its path: %s',
  (pasted) => {
    expect(entriesOf(pasted)).toEqual({
      entries: ['request https://a.cn'],
      notes: [`"${pasted}": only https://a.cn is a server domain; the rest is left out`],
    })
  },
)

test('each family has its own entries', () => {
  const outcome = auditConfig(['a.cn'], { platforms: ['alipay-ios', 'wechat-ios'] })
  expect(outcome).toMatchObject({
    config: {
      platforms: ['wechat-ios', 'alipay-ios'],
      entries: [{ family: 'wechat' }, { family: 'alipay' }],
    },
  })
})

test('nothing and empty domains are problems', () => {
  expect(auditConfig([])).toMatchObject({ problems: [{ column: 1 }] })
  expect(auditConfig(['a.cn', ' ', ''])).toMatchObject({ problems: [{ column: 2 }, { column: 3 }] })
})
