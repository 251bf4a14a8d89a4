import { expect, test } from 'vitest'
import { column, endpoint, judgments, target } from '../../../test/helpers/targets.js'
import { toldOfVersions } from '../../../test/rules/tls/versions.js'
import rule from './rule.js'

const reaching = (android: string) => ({ legacyOs: { ios: '12', android } })

test.each([
  ['TLS 1.0', '-+-++', 'pass'],
  ['TLS 1.1 alone', '--+++', 'pass'],
  ['TLS 1.0, silence about 1.1', '-+?++', 'pass'],
  ['neither', '---++', 'fail modern-only'],
  ['neither, and SSL 3.0 does not help', '+--+-', 'fail modern-only'],
  ['one refused, one silent', '-?-++', 'unknown no-answer'],
  ['silence', '?????', 'unknown no-answer'],
  ['no version at all', '-----', 'not-applicable'],
])('%s', (_, marks, expected) => expect(toldOfVersions(rule, marks, {}, reaching('4.4'))).toEqual([expected]))

test.each([
  ['4.4', 'fail modern-only'],
  ['4.4.4', 'fail modern-only'],
  ['5', 'not-applicable'],
  ['5.0', 'not-applicable'],
  ['7.0', 'not-applicable'],
  ['10', 'not-applicable'],
])('asked of users from Android %s on', (android, expected) =>
  expect(toldOfVersions(rule, '---++', {}, reaching(android))).toEqual([expected]),
)

test('is for Android to know, and no more than that', () => {
  const all = judgments(target([endpoint('93.184.216.34')]), { rules: [rule], ...reaching('4.4') })
  expect(column(all, rule.id, 'wechat-android')).toEqual(['fail info modern-only'])
  expect(column(all, rule.id, 'mpaas-android')).toEqual(['fail info modern-only'])
  expect(column(all, rule.id, 'wechat-ios')).toEqual([])
  expect(column(all, rule.id, 'wechat-devtools')).toEqual([])
})
