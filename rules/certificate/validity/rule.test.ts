import { describe, expect, test } from 'vitest'
import {
  authority,
  chainFact,
  DAY,
  evidenceOf,
  HOST,
  issue,
  issueCa,
  judgeChain,
  NOW,
  STORES,
  toldOf,
} from '../../../test/helpers/chains.js'
import { column, endpoint, judgments, target } from '../../../test/helpers/targets.js'
import rule from './rule.js'

const { root, intermediate } = authority
const ca = [root]
const notBefore = Date.parse('2026-10-01T00:00:00Z')
const notAfter = Date.parse('2026-12-01T00:00:00Z')
const leaf = issue({ notBefore: new Date(notBefore), notAfter: new Date(notAfter) })

describe('both ends belong to the period, whole seconds each', () => {
  test.each([
    [notBefore - 1000, 'fail not-yet-valid'],
    [notBefore - 1, 'fail not-yet-valid'],
    [notBefore, 'pass'],
    [notAfter, 'pass'],
    [notAfter + 999, 'pass'],
    [notAfter + 1000, 'fail expired'],
  ])('at %d: %s', (now, expected) => {
    for (const store of STORES) {
      expect(toldOf(rule, chainFact([leaf, intermediate]), { ca, now, store })).toEqual([expected])
    }
  })
})

test('evidence: which certificate, which dates, at which instant', () => {
  const found = judgeChain(rule, chainFact([leaf, intermediate]), { ca, now: notAfter + 1000 })
  expect(evidenceOf(found)).toEqual({
    certificate: { subject: HOST, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    leaf: true,
    notBefore: '2026-10-01T00:00:00Z',
    notAfter: '2026-12-01T00:00:00Z',
    at: '2026-12-01T00:00:01Z',
  })
})

describe('the other certificates of the path', () => {
  const key = intermediate.key
  const name = { cn: 'Test TLS CA 1', o: 'Test' }
  const expired = issueCa({
    ...{ subject: name, key, issuer: root },
    ...{ notBefore: new Date(NOW - 900 * DAY), notAfter: new Date(NOW - DAY) },
  })
  const future = issueCa({ subject: name, key, issuer: root, notBefore: new Date(NOW + DAY) })

  test('an expired intermediate on the only path', () => {
    const found = judgeChain(rule, chainFact([leaf, expired]), { ca })
    expect(found).toMatchObject([{ status: 'fail', reason: 'issuer-expired', evidence: { leaf: false } }])
  })
  test('one that is not valid yet', () => {
    expect(toldOf(rule, chainFact([leaf, future]), { ca })).toEqual(['fail issuer-not-yet-valid'])
  })
  test.each([
    [[leaf, expired, intermediate]],
    [[leaf, intermediate, expired]],
    [[leaf, future, expired, intermediate]],
  ])('beside a valid one of the same authority it harms nobody', (sent) => {
    expect(toldOf(rule, chainFact(sent), { ca })).toEqual(['pass'])
  })
  test('leaf and intermediate each have their say', () => {
    const now = notAfter + 4000 * DAY
    expect(toldOf(rule, chainFact([leaf, intermediate]), { ca, now })).toEqual([
      'fail expired',
      'fail issuer-expired',
    ])
  })
  test('the root’s own dates count for nobody', () => {
    const old = issueCa({
      ...{ subject: { cn: 'Test Root CA', o: 'Test' }, key: root.key },
      ...{ notBefore: new Date(NOW - 9000 * DAY), notAfter: new Date(NOW - DAY) },
    })
    expect(toldOf(rule, chainFact([leaf, intermediate, old]), { ca: [old] })).toEqual(['pass'])
  })
  test('an expired stranger is surplus', () => {
    const stranger = issueCa({
      subject: 'Stranger',
      notBefore: new Date(NOW - 9 * DAY),
      notAfter: new Date(NOW - DAY),
    })
    expect(toldOf(rule, chainFact([leaf, stranger, intermediate]), { ca })).toEqual(['pass'])
  })
})

test('an expired leaf is expired as an anchor, self-signed, or without its chain', () => {
  const now = notAfter + 1000
  const own = issue({ issuer: undefined as never, notAfter: new Date(notAfter) })
  expect(toldOf(rule, chainFact([leaf]), { ca: [leaf], now })).toEqual(['fail expired'])
  expect(toldOf(rule, chainFact([leaf]), { now })).toEqual(['fail expired'])
  expect(toldOf(rule, chainFact([own]), { now })).toEqual(['fail expired'])
})

test('a leaf our reader can’t make out', () => {
  expect(toldOf(rule, chainFact(['AAAA', intermediate]), { ca })).toEqual(['unknown not-observed'])
  expect(toldOf(rule, chainFact([]), { ca })).toEqual(['unknown not-observed'])
})

test('one of two addresses expired: fails, and names it', () => {
  const fresh = chainFact([issue({}), intermediate])
  const stale = chainFact([
    issue({ notBefore: new Date(NOW - 90 * DAY), notAfter: new Date(NOW - DAY) }),
    intermediate,
  ])
  const facts = target([
    endpoint('93.184.216.34', { chains: [fresh] }),
    endpoint('93.184.216.35', { chains: [stale] }),
  ])
  const all = judgments(facts, { rules: [rule], ca })
  for (const platform of ['wechat-ios', 'wechat-android', 'mpaas-ios'] as const) {
    expect(column(all, rule.id, platform)).toEqual(['fail error expired'])
  }
  expect(all).toMatchObject([{ evidence: { addresses: ['93.184.216.35'] } }])
})
