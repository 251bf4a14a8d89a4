import { expect, test } from 'vitest'
import { judgeFacts, levelOf, words } from '../../../test/rules/project/helpers.js'
import rule from './rule.js'

test.each([
  ['run-time', 'run-time-only'],
  ['source', 'source-only'],
])('%s: %s', (where, expected) => {
  const sighting = { origin: 'https://a.cn', where, requests: 1 }
  expect(words(judgeFacts(rule, { sighting }))).toEqual([expected])
})

test('it is a note everywhere: the lists have a rule of their own', () => {
  for (const family of ['wechat', 'alipay', 'mpaas'] as const)
    for (const reason of ['run-time-only', 'source-only']) expect(levelOf(family, rule, reason)).toBe('info')
})
