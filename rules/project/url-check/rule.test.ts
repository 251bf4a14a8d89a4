import { expect, test } from 'vitest'
import { judgeFacts, levelOf, settingOf, words } from '../../../test/rules/project/helpers.js'
import rule from './rule.js'

test.each([
  ['setting.urlCheck', false, 'off'],
  ['setting.urlCheck', true, 'pass'],
  ['mp-weixin.setting.urlCheck', false, 'off'],
  ['ignoreHttpDomainCheck', true, 'off'],
  ['ignoreHttpDomainCheck', false, 'pass'],
  ['setting.urlCheck', 0, 'not-applicable'],
])('%s = %s: %s', (name, value, expected) => {
  expect(words(judgeFacts(rule, settingOf({ name, value })))).toEqual([expected])
})

test('another setting is another rule’s', () => {
  const facts = settingOf({ key: 'networkTimeout', name: 'networkTimeout.request', value: 1 })
  expect(words(judgeFacts(rule, facts))).toEqual(['not-applicable'])
})

test('is a warning', () => {
  for (const family of ['wechat', 'alipay', 'mpaas'] as const)
    expect(levelOf(family, rule, 'off')).toBe('warning')
})
