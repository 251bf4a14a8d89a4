import { expect, test } from 'vitest'
import type { HttpFailure } from '../../../src/facts/index.js'
import {
  answer,
  closed,
  httpFact,
  notHttp,
  path,
  silent,
  told,
  upgrade,
  withHttp,
} from '../../../test/rules/http/helpers.js'
import rule from './rule.js'

const took = (firstByteMs: number) => answer({ firstByteMs })
const timeout = (milliseconds: number) => ({
  overrides: { [rule.id]: { parameters: { timeout: milliseconds } } },
})
const toldOf = (answers: (ReturnType<typeof answer> | HttpFailure)[], limit = 0) =>
  told(rule, withHttp(httpFact({ paths: [path(answers)] })), 'wechat-ios', timeout(limit))

test.each([
  ['in time', took(20), 0, 'pass warning'],
  ['exactly the deadline', took(8000), 0, 'pass warning'],
  ['one more', took(8001), 0, 'fail warning too-slow'],
  ['nothing: http/reachable says so', silent, 0, 'not-applicable warning'],
  ['exactly the limit asked for', took(3000), 3000, 'pass warning'],
  ['above it', took(3001), 3000, 'fail warning too-slow'],
  ['nothing, and waited longer', silent, 3000, 'not-applicable warning'],
  ['nothing, and waited just as long', silent, 8000, 'not-applicable warning'],
  ['nothing, and not waited as long', silent, 8001, 'unknown warning not-waited'],
  ['slow, but within a longer limit', took(8000), 60_000, 'pass warning'],
  ['closed', closed, 0, 'unknown warning no-answer'],
  ['another protocol is not its matter', notHttp, 0, 'not-applicable warning'],
  [
    'a head that does not end began in time',
    { kind: 'no-answer', phase: 'head', cause: 'timeout' } as const,
    0,
    'pass warning',
  ],
])('%s', (_, given, limit, expected) => expect(toldOf([given], limit)).toEqual([expected]))

test('every answer on the way counts', () => {
  expect(toldOf([took(9000), took(10)])).toEqual(['fail warning too-slow'])
  expect(toldOf([took(10), took(9000)])).toEqual(['fail warning too-slow'])
  expect(toldOf([took(10), silent])).toEqual(['fail warning too-slow'])
  const beside = withHttp(httpFact({ paths: [path([took(10)]), path([silent])] }))
  expect(told(rule, beside, 'wechat-ios')).toEqual(['fail warning too-slow'])
})

test('sockets wait too, and where no path was asked nothing is known', () => {
  const socket = (given: Parameters<typeof upgrade>[0]) =>
    withHttp(httpFact({ upgrades: [upgrade(given)] }), { scheme: 'wss' })
  expect(told(rule, socket({ firstByteMs: 8000 }), 'alipay-ios')).toEqual(['pass warning'])
  expect(told(rule, socket({ firstByteMs: 8001 }), 'alipay-ios')).toEqual(['fail warning too-slow'])
  expect(told(rule, socket(silent), 'mpaas-ios')).toEqual(['not-applicable warning'])
  expect(told(rule, withHttp(httpFact()), 'wechat-ios')).toEqual(['unknown warning not-observed'])
})
