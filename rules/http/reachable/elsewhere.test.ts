import { expect, test } from 'vitest'
import type { ElsewhereFact, HttpFailure } from '../../../src/facts/index.js'
import {
  answer,
  closed,
  httpFact,
  notHttp,
  path,
  silent,
  told,
  withHttp,
} from '../../../test/rules/http/helpers.js'
import rule from './rule.js'

const ACCEPTED = { kind: 'accepted', address: '192.0.2.8', version: 'TLSv1.3' } as const
const at = (
  given: number | HttpFailure,
  connection: ElsewhereFact['connection'] = ACCEPTED,
): ElsewhereFact => ({
  address: '192.0.2.8',
  connection,
  answer: typeof given === 'number' ? { kind: 'answered', status: given } : given,
})
const cutTwice = { ...closed, again: true } as const
const alert = { kind: 'no-answer', phase: 'finish', cause: 'alert:116' } as const
const settings = { ...notHttp, got: '\\x00\\x00\\x12\\x04\\x00\\x00\\x00\\x00\\x00' }

test.each<[string, ElsewhereFact[], string[]]>([
  ['answers', [at(200)], ['pass error']],
  ['answers otherwise', [at(302)], ['pass error']],
  ['limits requests', [at(429)], ['pass error']],
  ['has no backend', [at(502)], ['fail warning other-status']],
  ['has another release', [at(404), at(404)], ['fail warning other-status']],
  ['closes twice', [at(cutTwice)], ['fail error other-address']],
  ['closed once', [at(closed)], ['unknown warning other-silent']],
  ['is silent', [at(silent)], ['unknown warning other-silent']],
  ['speaks no HTTP', [at(notHttp)], ['fail error other-address']],
  ['speaks HTTP/2, as the rest may', [at(settings)], ['pass error']],
  ['refuses at the end of the handshake', [at(alert, alert)], ['fail error other-address']],
  [
    'completes no handshake, which other rules report',
    [
      at(silent, { kind: 'no-answer', phase: 'handshake', cause: 'timeout' }),
      at(closed, { kind: 'refused', by: 'connection' }),
    ],
    ['pass error'],
  ],
  ['and a third differ', [at(502), at(cutTwice)], ['fail warning other-status', 'fail error other-address']],
])('another address %s', (_, elsewhere, expected) => {
  const facts = withHttp(httpFact({ paths: [path([answer()])], elsewhere }))
  expect(told(rule, facts, 'wechat-android')).toEqual(expected)
})

test('where the first address fails too, nothing is worse elsewhere', () => {
  const facts = withHttp(httpFact({ paths: [path([answer({ status: 503 })])], elsewhere: [at(500)] }))
  expect(told(rule, facts, 'wechat-android')).toEqual(['pass error'])
})
