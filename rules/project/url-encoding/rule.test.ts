import { expect, test } from 'vitest'
import { judgeUrl, levelOf, words } from '../../../test/rules/project/helpers.js'
import rule from './rule.js'

test.each([
  ['https://a.cn/x?city=%E5%8C%97', 'pass'],
  ['https://a.cn/x?city=北京', 'not-encoded'],
  ['https://a.cn/x?name=a b', 'not-encoded'],
  ['https://a.cn/北京', 'not-applicable'],
  ['https://a.cn/x?a=1#北京', 'pass'],
  [null, 'not-applicable'],
])('%s: %s', async (url, expected) => expect(words(await judgeUrl(rule, url))).toEqual([expected]))

test('warns', () => expect(levelOf('wechat', rule, 'not-encoded')).toBe('warning'))
