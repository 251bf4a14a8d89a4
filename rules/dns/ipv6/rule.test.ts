import { expect, test } from 'vitest'
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
  modern,
  notTls,
  refused,
  silent,
  target,
  unconnected,
} from '../../../test/helpers/targets.js'
import rule from './rule.js'

const v4 = endpoint('93.184.216.34')
const v6 = (more: Partial<EndpointFacts> = {}) => endpoint('2606:2800::1', more)
const dead = { connect: closedPort, handshakes: everyHello(closedPort) }
const unreachable = { kind: 'no-answer', phase: 'connect', cause: 'local:ENETUNREACH' } as const

const ask = (endpoints: EndpointFacts[]) => {
  const { dns } = target(endpoints)
  return rule.judge({ dns: dns as never, endpoints, http: null }, {}, context())
}

test.each<[string, EndpointFacts[], string[]]>([
  ['both answer', [v4, v6()], ['pass']],
  ['IPv4 alone', [v4], ['not-applicable']],
  ['IPv6 alone', [v6()], ['fail only-ipv6']],
  ['IPv6 closed', [v4, v6(dead)], ['fail refused']],
  ['IPv6 speaks no TLS', [v4, v6({ handshakes: everyHello(notTls) })], ['fail refused']],
  ['IPv6 refuses every hello', [v4, v6({ handshakes: everyHello(refused) })], ['fail refused']],
  [
    'IPv6 silent',
    [v4, v6({ connect: unconnected, handshakes: everyHello(unconnected) })],
    ['unknown silent'],
  ],
  [
    'no IPv6 here',
    [v4, v6({ connect: unreachable, handshakes: everyHello(unreachable) })],
    ['unknown silent'],
  ],
  [
    'IPv6 refuses some and is silent else',
    [v4, v6({ handshakes: { ...everyHello(refused), 'tls1.3': silent } })],
    ['unknown silent'],
  ],
  ['IPv6 accepts some', [v4, v6({ handshakes: { ...modern(), 'tls1.3': silent } })], ['pass']],
  ['IPv4 dead too', [endpoint('93.184.216.34', dead), v6(dead)], ['not-applicable']],
  [
    'one closed, one silent',
    [v4, v6(dead), endpoint('2606:2800::2', { connect: unconnected, handshakes: {} })],
    ['fail refused', 'unknown silent'],
  ],
])('%s', (_, endpoints, expected) => expect(told(ask(endpoints))).toEqual(expected))

test('through a proxy nothing is known of addresses', () => {
  const endpoints = [v4, v6(dead)]
  const dns = { ...dnsFact(dnsAnswer('not-asked'), dnsAnswer('not-asked')), source: 'proxy' as const }
  expect(told(rule.judge({ dns, endpoints, http: null }, {}, context()))).toEqual(['not-applicable'])
})

test('a warning on every platform, an unknown too', () => {
  const failing = judgments(target([v4, v6(dead)]), { rules: [rule] })
  expect(column(failing, rule.id, 'wechat-ios')).toEqual(['fail warning refused'])
  const unknown = judgments(target([v4, v6({ connect: unreachable, handshakes: {} })]), { rules: [rule] })
  expect(column(unknown, rule.id, 'mpaas-android')).toEqual(['unknown warning silent'])
})
