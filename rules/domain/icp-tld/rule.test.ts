import { expect, test } from 'vitest'
import { judgeEntry, words } from '../../../test/rules/domain/helpers.js'
import rule from './rule.js'

test.each([
  ['https://a.cn', 'pass'],
  ['https://dev.a.com', 'pass'],
  ['https://a.dev', 'not-fileable'],
  ['https://a.b.APP', 'not-fileable'],
  ['https://a.fyi', 'not-fileable'],
  ['https://a.devs', 'not-listed?'],
  ['https://a.io', 'not-listed?'],
  ['https://a.org', 'not-listed?'],
  ['https://a.xn--fiqs8s', 'pass'],
  ['https://a.com.cn', 'pass'],
  ['https://a.test', 'not-applicable'],
  ['https://127.0.0.1', 'not-applicable'],
])('%s', async (text, expected) => {
  expect(words(await judgeEntry(rule, 'request', text))).toEqual([expected])
})
