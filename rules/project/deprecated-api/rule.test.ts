import { expect, test } from 'vitest'
import type { Family } from '../../../src/types.js'
import { callOf, judgeFacts, levelOf, words } from '../../../test/rules/project/helpers.js'
import rule from './rule.js'

const PHONES: Family[] = ['alipay', 'mpaas']

test.each<[string, Family[], string]>([
  ['my.httpRequest', PHONES, 'deprecated'],
  ['httpRequest', PHONES, 'deprecated'],
  ['my.request', PHONES, 'pass'],
  ['my.httpRequests', PHONES, 'pass'],
  ['uni.httpRequest', [], 'not-applicable'],
])('%s on %j: %s', (callee, families, expected) => {
  expect(words(judgeFacts(rule, { call: callOf({ callee, families }) }, { family: 'alipay' }))).toEqual([
    expected,
  ])
})

test('is demanded where it was announced', () => {
  expect(levelOf('mpaas', rule, 'deprecated')).toBe('warning')
  expect(levelOf('alipay', rule, 'deprecated')).toBe('warning')
  expect(levelOf('wechat', rule, 'deprecated')).toBeUndefined()
})
