import { expect, test } from 'vitest'
import { judgeEntry, levelOf, words } from '../../../test/rules/domain/helpers.js'
import rule from './rule.js'

test.each([
  ['https://a.cn', 'pass'],
  ['https://api.a.com.cn', 'pass'],
  ['https://com.cn', 'suffix'],
  ['https://cn', 'suffix'],
  ['https://xn--55qx5d.cn', 'suffix'],
  ['https://myqcloud.com', 'suffix'],
  ['https://bucket.cos.ap-guangzhou.myqcloud.com', 'shared-hosting'],
  ['https://env.ap-shanghai.tcloudbaseapp.com', 'shared-hosting'],
  ['https://x.oss-cn-hangzhou.aliyuncs.com', 'shared-hosting'],
  ['https://x.cn-hangzhou.fcapp.run', 'shared-hosting'],
  ['https://github.io', 'suffix'],
  ['https://me.github.io', 'shared-hosting'],
  ['https://qcloud.com', 'pass'],
  ['https://a.unlisted', 'pass'],
  ['https://127.0.0.1', 'not-applicable'],
  ['https://*.a.cn', 'not-applicable'],
])('%s', async (text, expected) => {
  expect(words(await judgeEntry(rule, 'request', text))).toEqual([expected])
})

test('a suffix is an error, a name below a shared one a warning', () => {
  expect(levelOf('wechat', rule, 'suffix')).toBe('error')
  expect(levelOf('wechat', rule, 'shared-hosting')).toBe('warning')
})
