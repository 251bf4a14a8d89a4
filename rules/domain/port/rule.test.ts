import { describe, expect, test } from 'vitest'
import type { ApiName } from '../../../src/types.js'
import { judgeEntry, levelOf, words } from '../../../test/rules/domain/helpers.js'
import rule from './rule.js'

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
