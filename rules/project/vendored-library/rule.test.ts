import { expect, test } from 'vitest'
import { judgeFacts, levelOf, place, words } from '../../../test/rules/project/helpers.js'
import rule from './rule.js'

const library = { name: 'PixiJS', place, files: 1, calls: 2, isGiven: false }

test.each([
  [true, 'given'],
  [false, 'own?'],
])('asks for what it is given only: %s', (isGiven, expected) => {
  expect(words(judgeFacts(rule, { library: { ...library, isGiven } }))).toEqual([expected])
})

test('what it asks besides is a warning', () => {
  for (const family of ['wechat', 'alipay', 'mpaas'] as const) {
    expect(levelOf(family, rule, 'own')).toBe('warning')
    expect(levelOf(family, rule, 'given')).toBe('info')
  }
})
