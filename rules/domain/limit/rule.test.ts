import { describe, expect, test } from 'vitest'
import { judgeList, words } from '../../../test/rules/domain/helpers.js'
import rule from './rule.js'

const many = (count: number, api = 'request') =>
  Array.from({ length: count }, (_, index) => `${api} https://a${index}.cn`)

describe('WeChat counts per API', () => {
  test.each([
    ['none', [], ['not-applicable']],
    ['20', many(20), ['pass']],
    ['21', many(21), ['api-limit']],
    ['20 and 20', [...many(20), ...many(20, 'uploadFile')], ['pass']],
    ['20 and 21', [...many(20), ...many(21, 'uploadFile')], ['api-limit']],
    ['21 and 21', [...many(21), ...many(21, 'uploadFile')], ['api-limit', 'api-limit']],
    ['20, one of them twice', [...many(20), 'request https://A0.cn'], ['pass']],
  ])('%s', async (_, lines, expected) => {
    expect(words(await judgeList(rule, lines))).toEqual(expected)
  })

  test('says which API, how many and what the limit was', async () => {
    expect(await judgeList(rule, many(21, 'uploadFile'))).toMatchObject([
      { evidence: { api: 'uploadFile', count: 21, limit: 20 } },
    ])
    const limits = { domainsPerApi: 200, domainsPerApp: 30 }
    expect(words(await judgeList(rule, many(200), { limits }))).toEqual(['pass'])
    expect(words(await judgeList(rule, many(201), { limits }))).toEqual(['api-limit'])
  })
})

describe.each(['alipay', 'mpaas'] as const)('%s counts over all APIs', (family) => {
  test.each([
    ['30 of one API', many(30), ['pass']],
    ['the same 30 in two', [...many(30), ...many(30, 'uploadFile')], ['pass']],
    ['31', [...many(30), 'uploadFile https://b.cn'], ['app-limit']],
  ])('%s', async (_, lines, expected) => {
    expect(words(await judgeList(rule, lines, { family }))).toEqual(expected)
  })
})
