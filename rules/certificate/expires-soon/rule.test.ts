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
  lasting,
  NOW,
  toldOf,
} from '../../../test/helpers/chains.js'
import { column, endpoint, judgments, target } from '../../../test/helpers/targets.js'
import rule from './rule.js'

const { root, intermediate } = authority
const ca = [root]
const SECOND = 1000
const BEGIN = '2026-11-01T00:00:00Z'
/** Days, each counted as notAfter - notBefore. */
const living = (days: number) => lasting(BEGIN, days * 86_400)
const END = (days: number) => Date.parse(BEGIN) + days * DAY

describe('days left', () => {
  test.each([
    ['90 days long, 30 left', 90, 30 * DAY, 'pass'],
    ['90 days long, a second less', 90, 30 * DAY - SECOND, 'fail soon'],
    ['398 days long, 30 left', 398, 30 * DAY, 'pass'],
    ['398 days long, a second less', 398, 30 * DAY - SECOND, 'fail soon'],
    ['45 days long, a third left', 45, 15 * DAY, 'pass'],
    ['45 days long, a second less', 45, 15 * DAY - SECOND, 'fail soon'],
    ['6 days long, a third left', 6, 2 * DAY, 'pass'],
    ['6 days long, a second less', 6, 2 * DAY - SECOND, 'fail soon'],
    ['the last instant', 90, 0, 'fail soon'],
    ['over', 90, -SECOND, 'fail soon'],
  ])('%s: %s', (_, days, left, expected) => {
    const chain = chainFact([living(days), intermediate])
    const now = END(days) - left
    const long = issueCa({
      subject: { cn: 'Test TLS CA 1', o: 'Test' },
      key: intermediate.key,
      issuer: root,
      now: new Date(now),
    })
    expect(toldOf(rule, chainFact([living(days), long]), { ca, now })).toEqual([expected])
    expect(toldOf(rule, chain, { ca: [intermediate], now })).toEqual([expected])
  })
})

test.each([
  [10, 'pass'],
  [11, 'fail soon'],
])('the parameter: %d days', (days, expected) => {
  const asked = { ca, now: END(90) - 10 * DAY, parameters: { days } }
  expect(toldOf(rule, chainFact([living(90), intermediate]), asked)).toEqual([expected])
})

test('not valid yet: certificate/validity speaks', () => {
  expect(toldOf(rule, chainFact([living(90), intermediate]), { ca, now: Date.parse(BEGIN) - 1 })).toEqual([
    'not-applicable',
  ])
})

test('what is over already is left to certificate/validity where that tells it', () => {
  const found = judgeChain(rule, chainFact([living(90), intermediate]), { ca, now: END(90) + SECOND })
  expect(found).toMatchObject([{ evidence: { expired: true }, toldBy: ['certificate/validity'] }])
})

describe('intermediates', () => {
  const ending = (left: number) =>
    issueCa({
      subject: { cn: 'Test TLS CA 1', o: 'Test' },
      key: intermediate.key,
      issuer: root,
      notAfter: new Date(NOW + left),
    })

  test('one that ends before the leaf', () => {
    const found = judgeChain(rule, chainFact([issue({}), ending(29 * DAY)]), { ca })
    expect(found).toMatchObject([
      {
        status: 'fail',
        reason: 'issuer-soon',
        evidence: { certificate: { subject: 'Test TLS CA 1' }, daysLeft: 29 },
      },
    ])
  })
  test('the leaf’s own dates are reported beside it, whichever ends first', () => {
    const leaf = issue({ notBefore: new Date(NOW - 80 * DAY), notAfter: new Date(NOW + 10 * DAY) })
    expect(toldOf(rule, chainFact([leaf, ending(9 * DAY)]), { ca })).toEqual([
      'fail issuer-soon',
      'fail soon',
    ])
    expect(toldOf(rule, chainFact([leaf, ending(-DAY)]), { ca })).toEqual(['fail issuer-soon', 'fail soon'])
  })
  test('a short-lived leaf ends first, but has time; the intermediate has not', () => {
    const leaf = lasting('2026-10-22T12:00:00Z', 45 * 86_400)
    const found = judgeChain(rule, chainFact([leaf, ending(20 * DAY)]), { ca })
    expect(evidenceOf(found)).toMatchObject({ certificate: { subject: 'Test TLS CA 1' }, threshold: 30 })
  })
  test('a spare one that ends tomorrow harms nobody', () => {
    expect(
      toldOf(
        rule,
        chainFact([issue({}), intermediate, issueCa({ subject: 'Spare', notAfter: new Date(NOW + DAY) })]),
        { ca },
      ),
    ).toEqual(['pass'])
  })
})

test('evidence: whole days, rounded down', () => {
  const leaf = issue({ notBefore: new Date(NOW - 88 * DAY), notAfter: new Date(NOW + 2 * DAY - SECOND) })
  const chain = chainFact([leaf, intermediate])
  expect(evidenceOf(judgeChain(rule, chain, { ca }))).toMatchObject({
    certificate: { subject: HOST },
    daysLeft: 1,
    notAfter: '2026-11-22T11:59:59Z',
    threshold: 30,
  })
})

test('a leaf our reader can’t make out', () => {
  expect(toldOf(rule, chainFact(['AAAA']))).toEqual(['unknown not-observed'])
})

test('is a warning', () => {
  const chains = [
    chainFact([
      issue({ notBefore: new Date(NOW - 80 * DAY), notAfter: new Date(NOW + 9 * DAY) }),
      intermediate,
    ]),
  ]
  const all = judgments(target([endpoint('93.184.216.34', { chains })]), { rules: [rule], ca })
  expect(column(all, rule.id, 'wechat-android')).toEqual(['fail warning soon'])
})
