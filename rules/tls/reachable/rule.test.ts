import { describe, expect, test } from 'vitest'
import type { EndpointFacts } from '../../../src/facts/index.js'
import { context, told } from '../../../test/helpers/chains.js'
import {
  closedPort,
  column,
  dnsAnswer,
  dnsFact,
  endpoint,
  everyHello,
  judgments,
  notTls,
  refused,
  reset,
  silent,
  target,
  unconnected,
} from '../../../test/helpers/targets.js'
import rule from './rule.js'

const ask = (...endpoints: EndpointFacts[]) =>
  told(
    rule.judge(
      { endpoints, http: null, dns: dnsFact(dnsAnswer('answered', '93.184.216.34')) },
      {},
      context(),
    ),
  )

const A = '93.184.216.34'
const B = '93.184.216.35'
const V6 = '2606:2800::1'
const local = { kind: 'no-answer', phase: 'connect', cause: 'local:ENETUNREACH' } as const

const living = (address: string) => endpoint(address)
const alerting = (address: string) => endpoint(address, { handshakes: everyHello(refused) })
const closed = (address: string) =>
  endpoint(address, { connect: closedPort, handshakes: everyHello(closedPort) })
const quiet = (address: string) =>
  endpoint(address, { connect: unconnected, handshakes: everyHello(unconnected) })
const mute = (address: string) => endpoint(address, { handshakes: everyHello(silent) })
const cutting = (address: string) => endpoint(address, { handshakes: everyHello(reset) })
const plain = (address: string) => endpoint(address, { handshakes: everyHello(notTls) })
const untried = (address: string) => endpoint(address, { connect: local, handshakes: everyHello(local) })
const unasked = (address: string) => endpoint(address, { handshakes: {} })

describe('one address', () => {
  test.each([
    ['speaks TLS', living(A), 'pass'],
    ['answers every hello with an alert: tls/version speaks of it', alerting(A), 'pass'],
    ['refuses the connection', closed(A), 'fail refused'],
    ['cuts every connection', cutting(A), 'fail reset'],
    ['speaks HTTP', plain(A), 'fail not-tls'],
    [
      'speaks HTTP, sometimes nothing',
      { ...plain(A), handshakes: { 'tls1.3': silent, 'tls1.2': notTls } },
      'fail not-tls',
    ],
    [
      'cuts some, silent to others',
      { ...cutting(A), handshakes: { 'tls1.3': silent, 'tls1.2': reset } },
      'unknown silent',
    ],
    ['takes no connection and says nothing', quiet(A), 'unknown silent'],
    ['takes connections and says nothing', mute(A), 'unknown silent'],
    ['was asked nothing', unasked(A), 'unknown silent'],
    ['has no way to it from this machine', untried(A), 'unknown silent'],
    ['answers the same hello at times only', { ...living(A), cutAtTimes: 1 }, 'unknown cut-at-times'],
  ])('%s', (_, one, expected) => expect(ask(one)).toEqual([expected]))
})

describe('several addresses', () => {
  test.each([
    ['both living', [living(A), living(B)], ['pass']],
    ['one refuses', [living(A), closed(B)], ['fail some-refused']],
    ['one speaks HTTP', [living(A), plain(B)], ['fail some-broken']],
    ['one cuts', [living(A), cutting(B)], ['fail some-broken']],
    ['one silent', [living(A), quiet(B)], ['unknown some-silent']],
    ['IPv6 out of reach', [living(A), untried(V6)], ['unknown spare-silent']],
    ['IPv6 refuses', [living(A), closed(V6)], ['fail some-refused']],
    ['IPv4 silent, IPv6 living', [quiet(A), living(V6)], ['unknown some-silent']],
    [
      'one refuses, one silent, one living',
      [living(A), closed(B), quiet(V6)],
      ['fail some-refused', 'unknown spare-silent'],
    ],
    ['both refuse', [closed(A), closed(B)], ['fail refused']],
    ['one refuses, one silent', [closed(A), quiet(B)], ['unknown silent']],
    [
      'IPv4 refuses, no IPv6 on this machine',
      [closed(A), untried(V6)],
      ['fail refused', 'unknown spare-silent'],
    ],
    ['IPv4 refuses, IPv6 silent', [closed(A), quiet(V6)], ['unknown silent']],
    ['neither within reach', [untried(A), untried(V6)], ['unknown silent', 'unknown spare-silent']],
    ['IPv6 alone, out of reach', [untried(V6)], ['unknown silent']],
    ['one speaks HTTP, one refuses', [plain(A), closed(B)], ['fail not-tls']],
  ])('%s', (_, endpoints, expected) => expect(ask(...endpoints)).toEqual(expected))
})

test('evidence says what came instead', () => {
  const facts = target([plain(A)])
  expect(judgments(facts, { rules: [rule] })).toMatchObject([{ evidence: { addresses: [A], got: 'HTTP' } }])
})

test('evidence of silence: phase and cause', () => {
  const one = (facts: EndpointFacts) => judgments(target([facts]), { rules: [rule] })
  expect(one(quiet(A))).toMatchObject([{ evidence: { phase: 'connect', cause: 'timeout' } }])
  expect(one(unasked(A))).toMatchObject([{ evidence: { phase: 'hello', cause: 'not-tried' } }])
  expect(one(untried(A))).toMatchObject([{ evidence: { phase: 'connect', cause: 'local:ENETUNREACH' } }])
})

test.each([
  ['fail error refused', [closed(A)]],
  ['fail warning some-refused', [living(A), closed(B)]],
  ['fail error some-broken', [living(A), plain(B)]],
  ['unknown error silent', [quiet(A)]],
  ['unknown error some-silent', [living(A), quiet(B)]],
  ['unknown warning spare-silent', [living(A), untried(V6)]],
])('%s', (expected, endpoints) => {
  const all = judgments(target(endpoints), { rules: [rule] })
  for (const platform of ['wechat-ios', 'wechat-devtools', 'mpaas-android'] as const) {
    expect(column(all, rule.id, platform)).toEqual([expected])
  }
})

test("no name, nobody to reach; silence about the name isn't an answer", () => {
  const nobody = target([], { dns: dnsFact(dnsAnswer('nxdomain'), dnsAnswer('nxdomain')) })
  expect(column(judgments(nobody, { rules: [rule] }), rule.id, 'wechat-ios')).toEqual([
    'not-applicable error',
  ])
  const unheard = target([], { dns: dnsFact(dnsAnswer('timeout'), dnsAnswer('timeout')) })
  const all = judgments(unheard, { rules: [rule] })
  expect(column(all, rule.id, 'wechat-ios')).toEqual(['unknown error not-observed'])
  expect(all[0]?.evidence).toMatchObject({ phase: 'dns', cause: 'timeout' })
})
