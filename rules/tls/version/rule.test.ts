import { expect, test } from 'vitest'
import {
  column,
  endpoint,
  everyHello,
  judgments,
  modern,
  refused,
  silent,
  target,
} from '../../../test/helpers/targets.js'
import { toldOfVersions } from '../../../test/rules/tls/versions.js'
import rule from './rule.js'

test.each([
  ['both', '---++', 'pass'],
  ['exactly the minimum', '---+-', 'pass'],
  ['the newest alone', '----+', 'pass'],
  ['the minimum, silence about the newest', '---+?', 'pass'],
  ['the newest, silence about the minimum', '---?+', 'pass'],
  ['one below the minimum', '--+--', 'fail too-old'],
  ['everything below the minimum', '+++--', 'fail too-old'],
  ['nothing at all', '-----', 'fail too-old'],
  ['one refused, the other silent', '---?-', 'unknown no-answer'],
  ['the other refused, one silent', '---_?'.replace('_', '-'), 'unknown no-answer'],
  ['old versions on, the new ones silent', '+++??', 'unknown no-answer'],
  ['silence', '?????', 'unknown no-answer'],
])('%s', (_, marks, expected) => expect(toldOfVersions(rule, marks)).toEqual([expected]))

test.each([
  ['TLSv1.1', '--+--', 'pass'],
  ['TLSv1.1', '-+---', 'fail too-old'],
  ['TLSv1.3', '----+', 'pass'],
  ['TLSv1.3', '---+-', 'fail too-old'],
  ['TLSv1.3', '---+?', 'unknown no-answer'],
])('minimum %s, answers %s', (minimum, marks, expected) =>
  expect(toldOfVersions(rule, marks, { minimum })).toEqual([expected]),
)

test('is an error everywhere', () => {
  const facts = target([endpoint('93.184.216.34', { handshakes: everyHello(refused) })])
  const all = judgments(facts, { rules: [rule] })
  expect(all).toMatchObject([{ status: 'fail', reason: 'too-old', level: 'error', platforms: { length: 7 } }])
})

test('a version that was never asked for is not observed', () => {
  const { 'tls1.3': _, ...rest } = modern()
  const all = judgments(target([endpoint('93.184.216.34', { handshakes: rest })]), { rules: [rule] })
  expect(column(all, rule.id, 'wechat-ios')).toEqual(['unknown error not-observed'])
})

test('one of two addresses is too old: fails, and says which', () => {
  const old = { ...everyHello(refused), 'tls1.3': silent }
  const facts = target([
    endpoint('93.184.216.34'),
    endpoint('93.184.216.35', { handshakes: { ...old, 'tls1.3': refused } }),
  ])
  expect(judgments(facts, { rules: [rule] })).toMatchObject([
    { status: 'fail', evidence: { addresses: ['93.184.216.35'] } },
  ])
})

test("a minimum that isn't a version passes nobody", () => {
  const overrides = { [rule.id]: { parameters: { minimum: 'TLS 1.2' } } }
  const all = judgments(target([endpoint('93.184.216.34')]), { rules: [rule], overrides })
  expect(column(all, rule.id, 'wechat-ios')).toEqual(['unknown error rule-failed'])
  expect(all[0]?.evidence.detail).toContain('TLSv1.2')
})
