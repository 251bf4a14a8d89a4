import { expect, test } from 'vitest'
import { judgeEntry, levelOf, words } from '../../../test/rules/domain/helpers.js'
import rule from './rule.js'

test.each<[string, string[]]>([
  ['https://a.cn', ['pass']],
  ['https://a-b.cn:8443', ['pass']],
  ['https://a.cn/', ['trailing-slash']],
  ['https://a.cn/v1', ['malformed']],
  ['https://a.cn?x', ['malformed']],
  ['https://*.a.cn', ['malformed']],
  ['https://a_b.cn', ['malformed']],
  ['https://u@a.cn', ['malformed']],
  ['https://a.cn:', ['malformed']],
  ['https://a.cn:0', ['malformed']],
  ['https://xn--a.cn', ['malformed']],
  [`https://${'a'.repeat(63)}.cn`, ['pass']],
  [`https://${'a'.repeat(64)}.cn`, ['malformed']],
  ['https://a.cn.', ['malformed']],
  ['https://a.cn;https://b.cn', ['several']],
  ['https://a.cn/,https://b.cn', ['several']],
  ['a.cn、b.cn', ['several']],
  ['https://a.cnhttps://b.cn', ['several']],
  ['https://a.cn;', ['malformed']],
  ['https:// a.cn', ['malformed']],
  [' https://a.cn', ['folded']],
  ['https://ａ。cn', ['folded']],
  ['https://例子.cn', ['folded']],
  [' https://a.cn/', ['trailing-slash', 'folded']],
  [' https://a.cn/x', ['malformed', 'folded']],
])('%s', async (text, expected) => {
  expect(words(await judgeEntry(rule, 'request', text))).toEqual(expected)
})

test('levels by reason, and the text to write instead', async () => {
  const reasons = ['malformed', 'several', 'trailing-slash', 'folded']
  expect(reasons.map((reason) => levelOf('wechat', rule, reason))).toEqual([
    'error',
    'error',
    'warning',
    'info',
  ])
  expect(await judgeEntry(rule, 'request', 'https://a.cn/')).toMatchObject([
    { evidence: { cut: 'https://a.cn' } },
  ])
})
