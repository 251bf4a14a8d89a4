import { expect, test } from 'vitest'
import { judgeUrl, levelOf, words } from '../../../test/rules/project/helpers.js'
import rule from './rule.js'

test.each([
  ['https://api.weixin.qq.com/sns/jscode2session', 'forbidden'],
  ['https://API.weixin.qq.com:443/x', 'forbidden'],
  ['https://mp.weixin.qq.com/x', 'pass'],
  ['https://api.weixin.qq.com.a.cn/x', 'pass'],
  ['/x', 'not-applicable'],
  [null, 'not-applicable'],
])('%s: %s', async (url, expected) => {
  expect(words(await judgeUrl(rule, url))).toEqual([expected])
})

test('is WeChat’s demand', () => {
  expect(levelOf('wechat', rule, 'forbidden')).toBe('error')
  expect(levelOf('alipay', rule, 'forbidden')).toBeUndefined()
})
