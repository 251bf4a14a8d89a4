import { expect, test } from 'vitest'
import { judgeUrl, levelOf, words } from '../../../test/rules/project/helpers.js'
import rule from './rule.js'

test.each([
  ['https://a.cn/x', 'pass'],
  ['https://1.cn/x', 'pass'],
  ['https://8.8.8.8/x', 'address'],
  ['https://127.0.0.1/x', 'address'],
  ['https://0x7f.1/x', 'address'],
  ['https://1.2.3.4.5/x', 'address'],
  ['https://[2001:4860::1]:8443/x', 'address'],
  ['https://100.64.0.1/x', 'address'],
  ['http://10.255.255.255/x', 'lan'],
  ['http://11.0.0.0/x', 'address'],
  ['http://169.254.1.1/x', 'lan'],
  ['http://localhost:3000/x', 'localhost'],
  ['http://LOCALHOST/x', 'localhost'],
  ['http://app.localhost/x', 'localhost'],
  ['http://notlocalhost.cn/x', 'pass'],
  ['https:///x', 'not-applicable'],
  [null, 'not-applicable'],
])('%s: %s', async (url, expected) => {
  expect(words(await judgeUrl(rule, url))).toEqual([expected])
})

test('only WeChat exempts the LAN', () => {
  expect(levelOf('wechat', rule, 'lan')).toBe('info')
  expect(levelOf('wechat', rule, 'address')).toBe('error')
  expect(levelOf('wechat', rule, 'localhost')).toBe('error')
  expect(levelOf('alipay', rule, 'lan')).toBe('error')
})
