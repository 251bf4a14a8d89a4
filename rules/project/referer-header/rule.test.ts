import { expect, test } from 'vitest'
import { judgeFacts, levelOf, words } from '../../../test/rules/project/helpers.js'
import rule from './rule.js'

test.each([
  ['Referer', 'set'],
  ['referer', 'set'],
  [' REFERER', 'set'],
  ['X-Referer', 'pass'],
  ['Referer-Policy', 'pass'],
  ['content-type', 'pass'],
])('%s: %s', (header, expected) => {
  expect(words(judgeFacts(rule, { header }))).toEqual([expected])
})

test('is a warning everywhere', () => {
  for (const family of ['wechat', 'alipay', 'mpaas'] as const)
    expect(levelOf(family, rule, 'set')).toBe('warning')
})
