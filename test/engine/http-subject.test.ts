/** When answers over HTTP can be judged at all. */
import { expect, test } from 'vitest'
import { RULES } from '../../rules/index.js'
import type { EndpointFacts, HttpFact, TargetFacts } from '../../src/facts/index.js'
import {
  accepted,
  closedPort,
  column,
  dnsAnswer,
  dnsFact,
  endpoint,
  everyHello,
  judgments,
  refused,
  silent,
  target,
  unconnected,
} from '../helpers/targets.js'

const rules = RULES.filter(({ subject }) => subject === 'http')
const http = (connection: HttpFact['connection']): HttpFact => ({
  timeoutMs: 8000,
  connection,
  paths: [],
  upgrades: [],
})
const lost = http({ kind: 'no-answer', phase: 'handshake', cause: 'ECONNRESET' })
const one = (more: Partial<EndpointFacts>) => [endpoint('93.184.216.34', more)]
const told = (facts: TargetFacts) =>
  column(judgments(facts, { rules, listed: [] }), 'http/response-time', 'wechat-ios')

const unasked = (endpoints: EndpointFacts[]): TargetFacts => {
  const { http: _, ...rest } = target(endpoints)
  return rest
}

const oldOnly = { ...everyHello(refused), 'tls1.0': accepted('TLSv1') }
const onlyAts = { ...everyHello(refused), 'tls1.2-ats': accepted('TLSv1.2') }

test.each<[string, TargetFacts, string]>([
  [
    'TLS 1.2 and later refused',
    target(one({ handshakes: everyHello(refused) }), { http: lost }),
    'not-applicable warning',
  ],
  ['TLS 1.0 alone', target(one({ handshakes: oldOnly }), { http: lost }), 'not-applicable warning'],
  [
    'the port closed',
    target(one({ connect: closedPort, handshakes: {} }), { http: http(closedPort) }),
    'not-applicable warning',
  ],
  ['our own TLS could not', target(one({}), { http: lost }), 'not-applicable warning'],
  [
    'one narrow hello alone was taken',
    target(one({ handshakes: onlyAts }), { http: lost }),
    'not-applicable warning',
  ],
  ['silence', target(one({ handshakes: everyHello(silent) }), { http: lost }), 'not-applicable warning'],
  [
    'no connection',
    target(one({ connect: unconnected, handshakes: {} }), { http: http(unconnected) }),
    'not-applicable warning',
  ],
  ['refused this time only', target(one({}), { http: http(closedPort) }), 'not-applicable warning'],
  ['facts of before HTTP was asked', unasked(one({})), 'unknown warning not-observed'],
  [
    'facts of before, and no TLS',
    unasked(one({ handshakes: everyHello(refused) })),
    'not-applicable warning',
  ],
  ['no such name', target([], { dns: dnsFact(dnsAnswer('nxdomain')), http: lost }), 'not-applicable warning'],
  [
    'DNS silent',
    target([], { dns: dnsFact(dnsAnswer('timeout')), http: lost }),
    'unknown warning not-observed',
  ],
])('%s', (_, facts, expected) => expect(told(facts)).toEqual([expected]))

test('one address that may speak TLS is enough for a doubt, which http/reachable tells', () => {
  const [dead = endpoint('93.184.216.34'), living = dead] = [
    endpoint('93.184.216.34', { connect: closedPort, handshakes: {} }),
    endpoint('93.184.216.35'),
  ]
  const general = (facts: TargetFacts) => column(judgments(facts), 'http/reachable', 'wechat-ios')
  expect(general(target([dead, living], { http: lost }))).toEqual(['unknown error no-answer'])
  expect(general(target([dead, dead], { http: lost }))).toEqual(['not-applicable error'])
})

test('without the lists redirects are unknown, not fine', () => {
  const accepting = http({ kind: 'accepted', address: '93.184.216.34', version: 'TLSv1.3' })
  const all = judgments(target(one({}), { http: accepting }), { rules })
  expect(column(all, 'http/redirect', 'wechat-ios')).toEqual(['unknown warning not-observed'])
})
