import { expect, test } from 'vitest'
import type { DnsAnswer, DnsFact } from '../../../src/facts/index.js'
import { context, told } from '../../../test/helpers/chains.js'
import { column, dnsAnswer, dnsFact, judgments, target } from '../../../test/helpers/targets.js'
import rule from './rule.js'

const ask = (dns: DnsFact) => rule.judge({ dns, endpoints: [], http: null }, rule.parameters, context())

const v4 = dnsAnswer('answered', '93.184.216.34')
const v6 = dnsAnswer('answered', '2606:2800::1')
const no = dnsAnswer

test.each<[string, DnsAnswer, DnsAnswer, string]>([
  ['an IPv4 address', v4, no('no-data'), 'pass'],
  ['an IPv6 address alone', no('no-data'), v6, 'pass'],
  ['a server that knows no AAAA and says NXDOMAIN to it', v4, no('nxdomain'), 'pass'],
  ['no such name', no('nxdomain'), no('nxdomain'), 'fail nxdomain'],
  ['no such name, and silence about AAAA', no('nxdomain'), no('timeout'), 'fail nxdomain'],
  ['a name without addresses', no('no-data'), no('no-data'), 'fail no-address'],
  ['a time-out', no('timeout'), no('timeout'), 'unknown no-answer'],
  ['SERVFAIL', no('failed'), no('failed'), 'unknown no-answer'],
  ['silence about A alone', no('timeout'), v6, 'unknown no-answer'],
  ['silence about A, NXDOMAIN for AAAA', no('timeout'), no('nxdomain'), 'unknown no-answer'],
  ['no A, silence about AAAA', no('no-data'), no('timeout'), 'unknown no-answer'],
  ['no A, AAAA never asked for', no('no-data'), no('not-asked'), 'unknown no-answer'],
  ['nothing asked', no('not-asked'), no('not-asked'), 'unknown no-answer'],
  ['an IPv4 address, silence about AAAA', v4, no('timeout'), 'unknown aaaa-no-answer'],
])('%s', (_, a, aaaa, expected) => expect(told(ask(dnsFact(a, aaaa)))).toEqual([expected]))

test('addresses given by the user count as resolved', () => {
  const dns: DnsFact = { source: 'resolve', a: v4, aaaa: no('not-asked'), cname: [] }
  expect(told(ask(dns))).toEqual(['pass'])
})

test.each(['proxy', 'literal'] as const)('nothing is asked of a name system: %s', (source) => {
  expect(told(ask({ ...dnsFact(no('not-asked'), no('not-asked')), source }))).toEqual(['not-applicable'])
})

test('the cause is the code where there is one', () => {
  expect(ask(dnsFact(no('failed'), no('failed')))).toMatchObject([
    { evidence: { cause: 'ESERVFAIL', resolver: '192.0.2.53' } },
  ])
})

test.each([
  ['an error where nothing is known', dnsFact(no('timeout'), no('timeout')), 'unknown error no-answer'],
  ['a warning where IPv4 is known', dnsFact(v4, no('timeout')), 'unknown warning aaaa-no-answer'],
  ['an error where the name does not exist', dnsFact(no('nxdomain'), no('nxdomain')), 'fail error nxdomain'],
])('%s', (_, dns, expected) => {
  const all = judgments(target([], { dns }), { rules: [rule] })
  expect(column(all, rule.id, 'wechat-android')).toEqual([expected])
  expect(column(all, rule.id, 'mpaas-ios')).toEqual([expected])
})
