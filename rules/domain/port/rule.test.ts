import { describe, expect, test } from 'vitest'
import type { About } from '../../../src/i18n/types.js'
import type { ApiName } from '../../../src/types.js'
import { judgeEntry, levelOf, words } from '../../../test/rules/domain/helpers.js'
import en from './en.js'
import rule from './rule.js'
import zh from './zh.js'

describe('WeChat', () => {
  test.each<[ApiName, string, string, string | undefined]>([
    ['request', 'https://a.cn', 'pass', undefined],
    ['request', 'https://a.cn:8443', 'https-port', 'info'],
    ['request', 'https://a.cn:442', 'https-port', 'info'],
    ['request', 'https://a.cn:443', 'default-port', 'warning'],
    ['request', 'https://a.cn:444', 'https-port', 'info'],
    ['connectSocket', 'wss://a.cn', 'pass', undefined],
    ['connectSocket', 'wss://a.cn:8443', 'wss-port', 'warning'],
    ['connectSocket', 'wss://a.cn:443', 'wss-port', 'warning'],
    ['request', 'https://a.cn:', 'not-applicable', undefined],
    ['request', 'https://a.cn:99999', 'not-applicable', undefined],
    ['udp', 'udp://a.cn:9000', 'not-applicable', undefined],
  ])('%s %s', async (api, text, reason, level) => {
    expect(words(await judgeEntry(rule, api, text))).toEqual([reason])
    expect(levelOf('wechat', rule, reason)).toBe(level)
  })
})

test.each([
  ['https://a.cn', 'pass'],
  ['https://a.cn:8443', 'forbidden'],
  ['https://a.cn:443', 'forbidden'],
])('%s where ports are forbidden', async (text, expected) => {
  expect(words(await judgeEntry(rule, 'request', text, { parameters: { ports: 'forbid' } }))).toEqual([
    expected,
  ])
  expect(levelOf('wechat', rule, 'forbidden')).toBe('error')
})

test.each(['alipay', 'mpaas'] as const)('%s says nothing of ports', async (family) => {
  expect(words(await judgeEntry(rule, 'request', 'https://a.cn:8443', { family }))).toEqual(['undocumented'])
  expect(words(await judgeEntry(rule, 'request', 'https://a.cn', { family }))).toEqual(['pass'])
  expect(levelOf(family, rule, 'undocumented')).toBe('warning')
})

test('Douyin allows ports, and the message says that its mini games do not', () => {
  expect(levelOf('douyin', rule, 'https-port')).toBe('info')
  const about = { subject: 'https://a.cn:8443', platforms: ['douyin-ios'] } as unknown as About
  const evidence = { host: 'a.cn', port: 8443 }
  expect(en.reasons['https-port'].message(evidence, about)).toContain(
    'mini games differ: their list takes no ports',
  )
  expect(zh.reasons['https-port'].message(evidence, about)).toContain('抖音小游戏不同')
})
