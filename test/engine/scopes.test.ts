/** Which address, which clients a finding holds for, and how hard it may be. */
import { describe, expect, test } from 'vitest'
import hostname from '../../rules/certificate/hostname/rule.js'
import trusted from '../../rules/certificate/trusted/rule.js'
import validity from '../../rules/certificate/validity/rule.js'
import tlsVersion from '../../rules/tls/version/rule.js'
import { authority, chainFact, DAY, issue, NOW } from '../helpers/chains.js'
import {
  closedPort,
  column,
  endpoint,
  everyHello,
  judgments,
  modern,
  refused,
  silent,
  target,
  unconnected,
} from '../helpers/targets.js'

const A = '93.184.216.34'
const B = '93.184.216.35'
const V6 = '2606:2800::1'
const { root, intermediate } = authority
const ca = [root]
const good = chainFact([issue({}), intermediate])
const expired = chainFact([
  issue({ notBefore: new Date(NOW - 90 * DAY), notAfter: new Date(NOW - DAY) }),
  intermediate,
])

describe('addresses', () => {
  test('are named where there are several', () => {
    const alone = judgments(target([endpoint(A, { chains: [expired] })]), { rules: [validity], ca })
    expect(alone[0]?.evidence.addresses).toBeUndefined()
    const beside = judgments(target([endpoint(A, { chains: [good] }), endpoint(B, { chains: [expired] })]), {
      rules: [validity],
      ca,
    })
    expect(beside).toMatchObject([{ status: 'fail', level: 'error', evidence: { addresses: [B] } }])
  })
  test('that send the same chain are reported together', () => {
    const facts = target([
      endpoint(A, { chains: [expired] }),
      endpoint(B, { chains: [structuredClone(expired)] }),
    ])
    expect(judgments(facts, { rules: [validity], ca })).toMatchObject([{ evidence: { addresses: [A, B] } }])
  })
  test('each silent one is reported', () => {
    const dead = { connect: unconnected, handshakes: everyHello(unconnected) }
    const facts = target([endpoint(A, { chains: [good] }), endpoint(B, dead)])
    expect(judgments(facts, { rules: [validity], ca })).toMatchObject([
      { status: 'unknown', reason: 'not-observed', level: 'error', evidence: { addresses: [B] } },
    ])
  })
  test('a refusing one leaves the judgment to the others', () => {
    const facts = target([
      endpoint(A, { chains: [good] }),
      endpoint(B, { connect: closedPort, handshakes: everyHello(closedPort) }),
    ])
    expect(judgments(facts, { rules: [validity], ca })).toMatchObject([{ status: 'pass' }])
  })
})

describe('IPv6 that can’t be reached from here', () => {
  const local = { kind: 'no-answer', phase: 'connect', cause: 'local:ENETUNREACH' } as const
  const lost = endpoint(V6, { connect: local, handshakes: everyHello(local) })

  test('is a warning at most beside a living address', () => {
    const facts = target([endpoint(A, { chains: [good] }), lost])
    for (const rule of [tlsVersion, validity, trusted]) {
      const all = judgments(facts, { rules: [rule], ca })
      expect(column(all, rule.id, 'wechat-ios')).toEqual(['unknown warning not-observed'])
    }
  })
  test('does not soften what the living address does', () => {
    const facts = target([endpoint(A, { chains: [expired] }), lost])
    const all = judgments(facts, { rules: [validity], ca })
    expect(column(all, validity.id, 'wechat-ios')).toEqual([
      'fail error expired',
      'unknown warning not-observed',
    ])
  })
  test('alone it is as hard as anything', () => {
    const all = judgments(target([lost]), { rules: [tlsVersion] })
    expect(column(all, tlsVersion.id, 'wechat-ios')).toEqual(['unknown error not-observed'])
  })
  test('beside a dead address too', () => {
    const dead = endpoint(A, { connect: unconnected, handshakes: everyHello(unconnected) })
    const all = judgments(target([dead, lost]), { rules: [tlsVersion] })
    expect(column(all, tlsVersion.id, 'wechat-ios')).toEqual(Array(2).fill('unknown error not-observed'))
  })
  test('IPv4 that can’t be reached is never softened', () => {
    const dead = endpoint(A, { connect: unconnected, handshakes: everyHello(unconnected) })
    const all = judgments(target([dead, endpoint(V6, { chains: [good] })]), { rules: [tlsVersion] })
    expect(column(all, tlsVersion.id, 'wechat-ios')).toEqual(['unknown error not-observed'])
  })
})

describe('two certificates on one server', () => {
  const odd = { ...expired, hellos: ['tls1.2-rsa' as const], primary: false }
  test('a fault in the chain that only other clients get is a warning with those clients', () => {
    const facts = target([endpoint(A, { chains: [good, odd], handshakes: modern(good) })])
    const all = judgments(facts, { rules: [validity, hostname], ca })
    expect(column(all, validity.id, 'wechat-android')).toEqual(['fail warning expired'])
    expect(all.find(({ rule }) => rule === validity.id)?.evidence.hellos).toEqual(['tls1.2-rsa'])
    expect(column(all, hostname.id, 'wechat-android')).toEqual(['pass error'])
  })
  test('so is what is not known of it', () => {
    const unreadable = { ...odd, certificates: ['AAAA'] }
    const facts = target([endpoint(A, { chains: [good, unreadable], handshakes: modern(good) })])
    expect(column(judgments(facts, { rules: [validity], ca }), validity.id, 'wechat-ios')).toEqual([
      'unknown warning not-observed',
    ])
  })
  test('addresses that differ in the clients only are reported together', () => {
    const facts = target([
      endpoint(A, { chains: [good, odd], handshakes: modern(good) }),
      endpoint(B, { chains: [good, { ...odd, hellos: ['tls1.3-rsa'] }], handshakes: modern(good) }),
    ])
    const all = judgments(facts, { rules: [validity], ca })
    expect(all).toMatchObject([{ evidence: { addresses: [A, B], hellos: ['tls1.2-rsa', 'tls1.3-rsa'] } }])
  })
  test('a fault in both', () => {
    const facts = target([
      endpoint(A, {
        chains: [expired, { ...odd, certificates: [...odd.certificates, ...good.certificates] }],
      }),
    ])
    expect(column(judgments(facts, { rules: [validity], ca }), validity.id, 'wechat-ios')).toEqual([
      'fail error expired',
      'fail warning expired',
    ])
  })
})

describe('the chain of current phones', () => {
  test('silence about TLS 1.3 leaves open which chain they get', () => {
    const facts = target([endpoint(A, { chains: [good], handshakes: { ...modern(good), 'tls1.3': silent } })])
    expect(column(judgments(facts, { rules: [validity], ca }), validity.id, 'wechat-ios')).toEqual([
      'unknown error not-observed',
    ])
  })
  test('a server without TLS 1.3 answers it', () => {
    const facts = target([
      endpoint(A, { chains: [good], handshakes: { ...modern(good), 'tls1.3': refused } }),
    ])
    expect(column(judgments(facts, { rules: [validity], ca }), validity.id, 'wechat-ios')).toEqual([
      'pass error',
    ])
  })
})
