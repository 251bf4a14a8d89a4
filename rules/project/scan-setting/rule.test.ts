import { expect, test } from 'vitest'
import { judgeFacts, levelOf, place, words } from '../../../test/rules/project/helpers.js'
import rule from './rule.js'

const steering = (used: number) => ({
  steering: { key: 'define', name: 'process.env.API', value: 'https://a.cn', used, place },
})

test.each<[number, string]>([
  [0, 'unused'],
  [1, 'in-force'],
  [12, 'in-force'],
])('used %i times: %s', (used, expected) => {
  const found = judgeFacts(rule, steering(used))
  expect(words(found)).toEqual([expected])
  expect(found).toMatchObject([{ status: 'fail', evidence: { key: 'define', used } }])
})

test('what is in force is a note, what did nothing a warning, for every family', () => {
  for (const family of ['wechat', 'alipay', 'mpaas'] as const) {
    expect(levelOf(family, rule, 'in-force')).toBe('info')
    expect(levelOf(family, rule, 'unused')).toBe('warning')
  }
})
