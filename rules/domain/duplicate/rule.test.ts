import { expect, test } from 'vitest'
import { judgeList, words } from '../../../test/rules/domain/helpers.js'
import rule from './rule.js'

test.each([
  ['nothing', [], ['not-applicable']],
  ['two hosts', ['request https://a.cn', 'request https://b.cn'], ['pass']],
  ['one host in two APIs', ['request https://a.cn', 'uploadFile https://a.cn'], ['pass']],
  ['two ports', ['request https://a.cn', 'request https://a.cn:8443'], ['pass']],
  ['443 written and not', ['request https://a.cn', 'request https://a.cn:443'], ['pass']],
  ['the same twice', ['request https://a.cn', 'request https://a.cn'], ['repeated']],
  ['three times', Array(3).fill('request https://a.cn'), ['repeated', 'repeated']],
  ['another case', ['request https://a.cn', 'request https://A.cn'], ['equivalent']],
  ['a slash', ['request https://a.cn', 'request https://a.cn/'], ['equivalent']],
  ['full-width', ['request https://a.cn', 'request https://ａ.cn'], ['equivalent']],
  ['two paths of one host', ['request https://a.cn/x', 'request https://a.cn/y'], ['pass']],
  ['two unreadable ones', ['request https://*.a.cn', 'request https://*.A.cn'], ['equivalent']],
])('%s', async (_, lines, expected) => {
  expect(words(await judgeList(rule, lines))).toEqual(expected)
})

test('says where both stand', async () => {
  const lines = ['request https://a.cn', 'request https://b.cn', 'request https://a.cn']
  expect(await judgeList(rule, lines)).toEqual([
    {
      status: 'fail',
      reason: 'repeated',
      evidence: {
        entry: 'https://a.cn',
        api: 'request',
        file: 'c.json',
        line: 3,
        column: 1,
        first: 'https://a.cn',
        firstLine: 1,
      },
    },
  ])
})
