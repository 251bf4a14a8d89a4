import { expect, test } from 'vitest'
import { judgeUrl, levelOf, words } from '../../../test/rules/project/helpers.js'
import rule from './rule.js'

test.each([
  ['https://a.cn/x', 'pass'],
  ['wss://a.cn/x', 'pass'],
  ['wxs://a.cn/x', 'pass'],
  ['HTTPS://a.cn/x', 'pass'],
  ['http://a.cn/x', 'insecure'],
  ['HTTP://a.cn/x', 'insecure'],
  ['ws://a.cn/x', 'insecure'],
  ['wx://a.cn/x', 'insecure'],
  ['http://localhost:3000', 'insecure'],
  ['http://8.8.8.8/x', 'insecure'],
  ['http://192.168.0.1/x', 'lan'],
  ['http://192.169.0.1/x', 'insecure'],
  ['http://172.31.255.255/x', 'lan'],
  ['http://172.32.0.0/x', 'insecure'],
  ['ws://[fd00::1]/x', 'lan'],
  ['https://192.168.0.1/x', 'pass'],
  ['/relative', 'not-applicable'],
  [null, 'not-applicable'],
])('%s: %s', async (url, expected) => {
  expect(words(await judgeUrl(rule, url))).toEqual([expected])
})

test('only WeChat exempts the LAN', () => {
  expect(levelOf('wechat', rule, 'lan')).toBe('info')
  expect(levelOf('wechat', rule, 'insecure')).toBe('error')
  expect(levelOf('alipay', rule, 'lan')).toBe('error')
  expect(levelOf('mpaas', rule, 'lan')).toBe('error')
})

test('names the scheme to write', async () => {
  expect(await judgeUrl(rule, 'ws://a.cn:80/x')).toMatchObject([
    { evidence: { origin: 'ws://a.cn:80', host: 'a.cn', secure: 'wss', calls: ['pages/index.js:3:5'] } },
  ])
  expect(await judgeUrl(rule, 'http://a.cn/x')).toMatchObject([{ evidence: { secure: 'https' } }])
})
