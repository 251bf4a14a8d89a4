import { expect, test } from 'vitest'
import { judgeEntry, levelOf, words } from '../../../test/rules/domain/helpers.js'
import rule from './rule.js'

test.each([
  ['https://api.weixin.qq.com', 'forbidden'],
  ['https://API.Weixin.qq.com:443/', 'forbidden'],
  ['api.weixin.qq.com', 'forbidden'],
  ['https://api2.weixin.qq.com', 'pass'],
  ['https://x.api.weixin.qq.com', 'pass'],
  ['https://', 'not-applicable'],
])('%s', async (text, expected) => {
  expect(words(await judgeEntry(rule, 'request', text))).toEqual([expected])
})

test('only WeChat demands it', () => {
  expect(levelOf('wechat', rule, 'forbidden')).toBe('error')
  expect(levelOf('alipay', rule, 'forbidden')).toBeUndefined()
})
