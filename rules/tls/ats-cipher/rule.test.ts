import { expect, test } from 'vitest'
import type { Subjects } from '../../../src/engine/index.js'
import type { Handshake, HelloId } from '../../../src/facts/index.js'
import { context, evidenceOf, told } from '../../../test/helpers/chains.js'
import {
  accepted,
  column,
  endpoint,
  judgments,
  modern,
  refused,
  silent,
  target,
} from '../../../test/helpers/targets.js'
import rule from './rule.js'

type Answers = Partial<Record<HelloId, Handshake>>

const ask = (handshakes: Answers) => rule.judge({ handshakes } as Subjects['endpoint'], {}, context())

/** In the order TLS 1.3, TLS 1.2, ATS, ATS of old; `+` accepted, `-` refused, `?` silent, a space never asked. */
function answers(marks: string): Answers {
  const ids = ['tls1.3', 'tls1.2', 'tls1.2-ats', 'tls1.2-ats-legacy'] as const
  const pairs = ids.flatMap((id, index): [HelloId, Handshake][] => {
    const mark = marks[index]
    if (mark === ' ' || mark === undefined) return []
    const yes = accepted(id === 'tls1.3' ? 'TLSv1.3' : 'TLSv1.2')
    return [[id, mark === '+' ? yes : mark === '-' ? refused : silent]]
  })
  return Object.fromEntries(pairs)
}

test.each([
  ['a suite of today', '-++-', 'pass'],
  ['TLS 1.3 alone', '+---', 'pass'],
  ['TLS 1.3, and TLS 1.2 with RSA key exchange only', '++--', 'pass'],
  ['only what iOS 15 dropped', '-+-+', 'fail legacy-cbc-only'],
  ['no forward secrecy', '-+--', 'fail no-ats-suite'],
  ['no forward secrecy, silence about the old list', '-+-?', 'fail no-ats-suite'],
  ['neither TLS 1.2 nor 1.3', '----', 'not-applicable'],
  ['silence about TLS 1.3', '?+--', 'unknown no-answer'],
  ['silence about the suites of today', '-+?-', 'unknown no-answer'],
  ['silence about TLS 1.2 as a whole', '-?--', 'unknown no-answer'],
  ['the old list accepted, silence about today’s', '-+?+', 'unknown no-answer'],
  ['today’s list never asked', '-+ -', 'unknown no-answer'],
  ['nothing asked', '    ', 'unknown no-answer'],
  ['silence', '????', 'unknown no-answer'],
])('%s', (_, marks, expected) => expect(told(ask(answers(marks)))).toEqual([expected]))

test('evidence of a refusal: what was chosen instead', () => {
  const found = ask({ ...answers('-+--'), 'tls1.2': accepted('TLSv1.2', { cipher: 0x009e, dhBits: 1024 }) })
  expect(evidenceOf(found)).toEqual({ cipher: 0x009e, dhBits: 1024 })
})

test('iOS alone demands it', () => {
  const handshakes = { ...modern(), ...answers('-+--') }
  const all = judgments(target([endpoint('93.184.216.34', { handshakes })]), { rules: [rule] })
  expect(column(all, rule.id, 'wechat-ios')).toEqual(['fail error no-ats-suite'])
  expect(column(all, rule.id, 'alipay-ios')).toEqual(['fail error no-ats-suite'])
  expect(column(all, rule.id, 'wechat-android')).toEqual([])
  expect(column(all, rule.id, 'wechat-devtools')).toEqual([])
})
