import { describe, expect, test } from 'vitest'
import type { CallFact } from '../../../src/facts/index.js'
import type { Family } from '../../../src/types.js'
import { callOf, judgeFacts, levelOf, words } from '../../../test/rules/project/helpers.js'
import rule from './rule.js'

const judge = (method: string, family: Family = 'wechat', call: Partial<CallFact> = {}) =>
  words(judgeFacts(rule, { call: callOf(call), method }, { family }))

describe('WeChat has eight', () => {
  test.each(['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'])('%s', (method) => {
    expect(judge(method)).toEqual(['pass'])
    expect(judge(method.toLowerCase())).toEqual(['lower-case'])
  })
  test.each(['PATCH', 'patch', '', 'GET '])('not %j', (method) => {
    expect(judge(method)).toEqual(['unsupported'])
  })
  test('mixed', () => expect(judge('Get')).toEqual(['lower-case']))
})

describe.each(['alipay', 'mpaas'] as const)('%s has four', (family) => {
  test.each(['GET', 'POST', 'PUT', 'DELETE'])('%s', (method) => {
    expect(judge(method, family)).toEqual(['pass'])
    expect(judge(method.toLowerCase(), family)).toEqual(['lower-case'])
  })
  test.each(['HEAD', 'OPTIONS', 'PATCH'])('not %s', (method) => {
    expect(judge(method, family)).toEqual(['unsupported'])
  })
})

test.each([
  ['uni.request', [], 'lower-case'],
  ['Taro.request', [], 'lower-case'],
  ['request', [], 'lower-case'],
  ['wx.request', ['wechat'], 'lower-case'],
  ['axios.request', [], 'pass'],
  ['http.request', [], 'pass'],
  ['axios', [], 'pass'],
  ['uni-ajax', [], 'pass'],
  ['uni.$u.http.request', [], 'pass'],
] as const)('%s: libraries turn the case by themselves', (callee, families, expected) => {
  expect(judge('get', 'wechat', { callee, families: [...families] })).toEqual([expected])
  expect(judge('patch', 'wechat', { callee, families: [...families] })).toEqual(['unsupported'])
})

test('only requests have methods', () => {
  expect(judge('get', 'wechat', { api: 'connectSocket' })).toEqual(['not-applicable'])
})

test('levels', () => {
  for (const family of ['wechat', 'alipay', 'mpaas'] as const) {
    expect(levelOf(family, rule, 'lower-case')).toBe('warning')
    expect(levelOf(family, rule, 'unsupported')).toBe('error')
  }
})
