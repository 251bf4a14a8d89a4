import { expect, test } from 'vitest'
import { judgeFacts, levelOf, settingOf, words } from '../../../test/rules/project/helpers.js'
import rule from './rule.js'

const judge = (value: number | boolean, parameters = {}) =>
  judgeFacts(rule, settingOf({ key: 'networkTimeout', name: 'networkTimeout.request', value }), {
    parameters,
  })

test.each([
  [999, 'too-short'],
  [1000, 'pass'],
  [60_000, 'pass'],
  [60_001, 'too-long'],
  [0, 'too-short'],
  [-1, 'too-short'],
  [true, 'not-applicable'],
])('%s ms: %s', (value, expected) => {
  expect(words(judge(value))).toEqual([expected])
})

test('names the setting, and takes other limits', () => {
  expect(judge(5000, { most: 4999 })).toMatchObject([
    { reason: 'too-long', evidence: { setting: 'networkTimeout.request', value: 5000, most: 4999 } },
  ])
  expect(words(judge(5000, { most: 5000 }))).toEqual(['pass'])
  expect(levelOf('wechat', rule, 'too-long')).toBe('warning')
  expect(levelOf('alipay', rule, 'too-long')).toBeUndefined()
})

test('another setting is another rule’s', () => {
  expect(words(judgeFacts(rule, settingOf({ value: false })))).toEqual(['not-applicable'])
})
