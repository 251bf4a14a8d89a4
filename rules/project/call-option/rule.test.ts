import { expect, test } from 'vitest'
import { callOf, judgeFacts, levelOf, place, words } from '../../../test/rules/project/helpers.js'
import rule from './rule.js'

function judge(name: string, value: string | number | boolean, api: 'request' | 'uploadFile' = 'request') {
  return words(judgeFacts(rule, { call: callOf({ api }), option: { name, value, place } }))
}

test.each([
  [60_000, 'pass'],
  [60_001, 'timeout-too-long'],
  [1000, 'pass'],
  [999, 'timeout-too-short'],
  [0, 'not-applicable'],
  ['5000', 'not-applicable'],
])('timeout %s: %s', (value, expected) => expect(judge('timeout', value)).toEqual([expected]))

test.each([
  ['image', 'uploadFile', 'pass'],
  ['pdf', 'uploadFile', 'file-type'],
  ['pdf', 'request', 'not-applicable'],
  [1, 'uploadFile', 'not-applicable'],
] as const)('fileType %s of %s: %s', (value, api, expected) => {
  expect(judge('fileType', value, api)).toEqual([expected])
})

test.each([
  ['1', 'pass'],
  [1, 'header-value'],
  [true, 'header-value'],
])('header %s: %s', (value, expected) => expect(judge('header x-count', value)).toEqual([expected]))

test.each([
  ['x'.repeat(123), 'pass'],
  ['x'.repeat(124), 'close-reason'],
  ['断'.repeat(41), 'pass'],
  ['断'.repeat(42), 'close-reason'],
  [1, 'not-applicable'],
])('reason %s: %s', (value, expected) => expect(judge('reason', value)).toEqual([expected]))

test('each platform minds what its page speaks of', () => {
  expect(levelOf('wechat', rule, 'timeout-too-long')).toBe('warning')
  for (const family of ['alipay', 'mpaas'] as const) {
    expect(levelOf(family, rule, 'file-type')).toBe('warning')
    expect(levelOf(family, rule, 'header-value')).toBe('warning')
  }
})
