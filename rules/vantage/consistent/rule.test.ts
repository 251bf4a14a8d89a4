import { describe, expect, test } from 'vitest'
import type { PlaceFact } from '../../../src/engine/rule.js'
import type { DnsFact, EndpointFacts, HttpFact, TargetFacts } from '../../../src/facts/index.js'
import type { Verdict } from '../../../src/types.js'
import { authority, chainFact, context, DAY, issue, NOW, told } from '../../../test/helpers/chains.js'
import {
  ANSWERED,
  dnsAnswer,
  dnsFact,
  endpoint,
  everyHello,
  modern,
  refused,
  silent,
  target,
  unconnected,
} from '../../../test/helpers/targets.js'
import rule from './rule.js'

const LIFE = 90 * DAY
/** A 90-day certificate with this many days left. */
const left = (days: number) =>
  issue({ notBefore: new Date(NOW - LIFE + days * DAY), notAfter: new Date(NOW + days * DAY) })
const leaf = left(80)
const whole = chainFact([leaf, authority.intermediate])

interface Seen {
  endpoints?: EndpointFacts[]
  http?: HttpFact
  dns?: DnsFact
  verdict?: Verdict
  failing?: string[]
}
let last = 0
const at = (handshakes: EndpointFacts['handshakes']) => [endpoint('93.184.216.34', { handshakes })]
function place({
  endpoints = at(modern(whole)),
  verdict = 'pass',
  failing = [],
  ...more
}: Seen = {}): PlaceFact {
  last += 1
  return { vantage: `p${last}`, facts: target(endpoints, more), verdict, failing }
}
const serving = (...chain: Parameters<typeof chainFact>[0]) =>
  place({ endpoints: at(modern(chainFact(chain))) })
const unlooked = (): PlaceFact => {
  const { dns: _dns, http: _http, ...facts } = target([]) as TargetFacts
  return { ...place({ verdict: 'unknown' }), facts: { ...facts, notLooked: 'timed-out' } }
}
const answering = (status: number): HttpFact => {
  const [path] = ANSWERED.paths
  const [exchange] = path?.exchanges ?? []
  if (!path || exchange?.answer.kind !== 'answered') throw new Error('no answer')
  return {
    ...ANSWERED,
    paths: [{ ...path, exchanges: [{ ...exchange, answer: { ...exchange.answer, status } }] }],
  }
}
const speaking = (status: number) => place({ http: answering(status) })
const resolved = (...addresses: string[]) => place({ dns: dnsFact(dnsAnswer('answered', ...addresses)) })
const failing = (...rules: string[]) => place({ verdict: 'fail', failing: rules })
const ask = (...places: PlaceFact[]) => rule.judge({ places }, {}, context())

test.each<[string, PlaceFact[], string[]]>([
  ['nobody', [], ['not-applicable']],
  ['one place', [place()], ['not-applicable']],
  ['one that looked', [place(), unlooked()], ['not-applicable']],
  ['two that see the same', [place(), place()], ['pass']],
  ['two that see the same, and one that did not look', [place(), unlooked(), place()], ['pass']],

  ['one fails', [place(), failing('tls/version')], ['fail fails-somewhere']],
  ['one fails, one warns', [place({ verdict: 'warn' }), failing('tls/version')], ['fail fails-somewhere']],
  ['all fail', [failing('tls/version'), failing('certificate/validity')], ['pass']],
  [
    'one fails, of the other nothing is known',
    [failing('tls/version'), place({ verdict: 'unknown' })],
    ['pass'],
  ],

  ['an old leaf that is due', [serving(leaf), serving(left(29))], ['fail old-certificate']],
  ['an old leaf that is not due yet', [serving(leaf), serving(left(30))], ['fail other-certificate']],
  ['an old leaf that ended', [serving(leaf), serving(left(-1))], ['fail old-certificate']],
  ['two that are due alike', [serving(left(20)), serving(left(20))], ['fail other-certificate']],
  ['bytes that are no certificate', [serving(leaf), serving('AAAA')], ['fail old-certificate']],
  [
    'an old leaf at one of two addresses',
    [
      serving(leaf),
      place({
        endpoints: [...at(modern(whole)), ...at(modern(chainFact([left(10), authority.intermediate])))],
      }),
    ],
    ['fail old-certificate', 'fail other-addresses'],
  ],
  [
    'the same leaf and a forgotten intermediate',
    [serving(leaf, authority.intermediate), serving(leaf)],
    ['fail different-chain'],
  ],
  [
    'another order',
    [
      serving(leaf, authority.intermediate, authority.root),
      serving(leaf, authority.root, authority.intermediate),
    ],
    ['fail different-chain'],
  ],
  [
    'other leaves with other chains',
    [serving(leaf, authority.intermediate), serving(left(70))],
    ['fail other-certificate'],
  ],
  [
    'silence',
    [
      place(),
      place({
        endpoints: [endpoint('93.184.216.34', { connect: unconnected, handshakes: everyHello(unconnected) })],
      }),
    ],
    ['pass'],
  ],

  [
    'TLS 1.3 at one',
    [place(), place({ endpoints: at({ ...modern(whole), 'tls1.3': refused }) })],
    ['fail different-versions'],
  ],
  [
    'silence to a version',
    [place(), place({ endpoints: at({ ...modern(whole), 'tls1.3': silent }) })],
    ['pass'],
  ],

  ['an inner address', [resolved('93.184.216.34'), resolved('10.0.0.7')], ['fail special-address']],
  [
    'an inner address beside a public one',
    [resolved('93.184.216.34'), resolved('93.184.216.34', '127.0.0.1')],
    ['fail special-address'],
  ],
  ['inner addresses everywhere', [resolved('10.0.0.8'), resolved('10.0.0.7')], ['fail other-addresses']],
  ['other addresses', [resolved('93.184.216.34'), resolved('93.184.216.35')], ['fail other-addresses']],
  [
    'the same addresses in another order',
    [resolved('93.184.216.34', '93.184.216.35'), resolved('93.184.216.35', '93.184.216.34')],
    ['pass'],
  ],
  [
    'no address',
    [resolved('93.184.216.34'), place({ dns: dnsFact(dnsAnswer('nxdomain'), dnsAnswer('nxdomain')) })],
    ['pass'],
  ],

  ['another status', [speaking(200), speaking(403)], ['fail different-status']],
  ['another error', [speaking(404), speaking(403)], ['fail different-status']],
  ['another success', [speaking(200), speaking(204)], ['pass']],
  ['a redirect', [speaking(200), speaking(302)], ['fail different-status']],
  ['both refuse alike', [speaking(401), speaking(401)], ['pass']],
])('%s', (_, places, expected) => expect(told(ask(...places))).toEqual(expected))

test('addresses that the user gave are nobody’s answer', () => {
  const given = place({ dns: { ...dnsFact(dnsAnswer('answered', '127.0.0.2')), source: 'resolve' } })
  expect(told(ask(resolved('93.184.216.34'), given))).toEqual(['pass'])
})

describe('evidence names the places', () => {
  test('who fails by which rules, and who does not', () => {
    const [good, one, other, third] = [
      place(),
      failing('tls/version'),
      failing('tls/version'),
      failing('certificate/validity'),
    ]
    expect(ask(good, one, other, third)).toMatchObject([
      {
        evidence: {
          failing: [
            { vantages: [one.vantage, other.vantage], rules: ['tls/version'] },
            { vantages: [third.vantage], rules: ['certificate/validity'] },
          ],
          others: [good.vantage],
        },
      },
    ])
  })
  test('which certificate is old, and until when', () => {
    const [fresh, old] = [serving(leaf), serving(left(9))]
    expect(ask(fresh, old)).toMatchObject([
      {
        evidence: {
          groups: [
            {
              vantages: [fresh.vantage],
              old: false,
              leaves: [{ notAfter: new Date(NOW + 80 * DAY).toISOString() }],
            },
            {
              vantages: [old.vantage],
              old: true,
              leaves: [{ notAfter: new Date(NOW + 9 * DAY).toISOString() }],
            },
          ],
        },
      },
    ])
  })
})
