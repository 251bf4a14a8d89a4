import { expect, test } from 'vitest'
import { judgeFacts, levelOf, place, words } from '../../../test/rules/project/helpers.js'
import rule from './rule.js'

test.each([
  [true, 'imported'],
  [false, 'required'],
])('imported: %s', (isImported, expected) => {
  expect(words(judgeFacts(rule, { client: { name: 'axios', place, isImported } }))).toEqual([expected])
})

test('only what is imported is a warning', () => {
  for (const family of ['wechat', 'alipay', 'mpaas'] as const) {
    expect(levelOf(family, rule, 'imported')).toBe('warning')
    expect(levelOf(family, rule, 'required')).toBe('info')
  }
})
