import { expect, test } from 'vitest'
import type { DnsAnswer, DnsFact } from '../../../src/facts/index.js'
import { context, evidenceOf, told } from '../../../test/helpers/chains.js'
import { column, dnsAnswer, dnsFact, judgments, target } from '../../../test/helpers/targets.js'
import { RULES } from '../../index.js'
import rule from './rule.js'

const ask = (dns: DnsFact) => rule.judge({ dns, endpoints: [], http: null }, rule.parameters, context())
const a = (...addresses: string[]) => dnsAnswer('answered', ...addresses)
const no = dnsAnswer

test.each<[string, DnsAnswer, DnsAnswer, string]>([
  ['public', a('93.184.216.34'), a('2606:2800::1'), 'pass'],
  ['private', a('10.0.0.1'), no('no-data'), 'fail all'],
  ['loopback in both families', a('127.0.0.1'), a('::1'), 'fail all'],
  ['what a proxy on this machine makes up', a('198.18.0.7'), no('no-data'), 'unknown proxy-address'],
  [
    'such an address beside a public one',
    a('93.184.216.34', '198.19.255.255'),
    no('no-data'),
    'unknown proxy-address',
  ],
  ['private beside public', a('93.184.216.34', '192.168.1.1'), no('no-data'), 'fail some'],
  ['public IPv4, local IPv6', a('93.184.216.34'), a('fd00::1'), 'fail some'],
  ['private IPv4, silence about AAAA', a('10.0.0.1'), no('timeout'), 'fail all'],
  ['no such name', no('nxdomain'), no('nxdomain'), 'not-applicable'],
  ['no address', no('no-data'), no('no-data'), 'not-applicable'],
  ['silence', no('timeout'), no('timeout'), 'unknown no-answer'],
  ['public IPv6, silence about A', no('timeout'), a('2606:2800::1'), 'unknown rest-unanswered'],
  ['public IPv4, silence about AAAA', a('93.184.216.34'), no('failed'), 'unknown rest-unanswered'],
])('%s', (_, v4, v6, expected) => expect(told(ask(dnsFact(v4, v6)))).toEqual([expected]))

test.each(['resolve', 'proxy', 'literal'] as const)(
  'not asked of an address that is the user’s word: %s',
  (source) => {
    const dns: DnsFact = { source, a: a('127.0.0.1'), aaaa: no('not-asked'), cname: [] }
    expect(told(ask(dns))).toEqual(['not-applicable'])
  },
)

test('evidence names the addresses that can’t be reached, and who said so', () => {
  const found = ask(dnsFact(a('93.184.216.34', '10.1.2.3', '100.64.0.1')))
  expect(evidenceOf(found)).toEqual({
    addresses: ['10.1.2.3', '100.64.0.1'],
    uses: ['private', 'shared'],
    resolver: '192.0.2.53',
  })
})

test.each([
  ['all', dnsFact(a('10.0.0.1')), 'fail error all'],
  ['some', dnsFact(a('10.0.0.1', '93.184.216.34')), 'fail warning some'],
  ['none known', dnsFact(no('timeout'), no('timeout')), 'unknown error no-answer'],
  ['rest', dnsFact(a('93.184.216.34'), no('timeout')), 'unknown warning rest-unanswered'],
])('level: %s', (_, dns, expected) => {
  const all = judgments(target([], { dns }), { rules: [rule] })
  expect(column(all, rule.id, 'wechat-ios')).toEqual([expected])
  expect(column(all, rule.id, 'alipay-android')).toEqual([expected])
})

test('who answers at an address that phones can’t reach is not judged beside it', () => {
  const others = RULES.filter(({ subject }) => subject === 'endpoint' || subject === 'chain')
  expect(others.length).toBeGreaterThan(10)
  for (const { id, presupposes = [] } of others) {
    const own = presupposes.filter((one) => one.rule === rule.id)
    expect(own, id).toContainEqual({ rule: rule.id, reasons: ['all'], failures: true })
    expect(own, id).toContainEqual({ rule: rule.id, reasons: ['proxy-address'] })
  }
})
