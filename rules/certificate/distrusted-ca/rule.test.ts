import { afterEach, describe, expect, test, vi } from 'vitest'
import { sctList } from '../../../src/demo/index.js'
import { buildIn, everywhere, recordOf } from '../../../test/helpers/anchors.js'
import {
  authority,
  chainFact,
  DAY,
  evidenceOf,
  issue,
  issueCa,
  judgeChain,
  NOW,
  STORES,
  toldOf,
} from '../../../test/helpers/chains.js'
import { column, endpoint, judgments, target } from '../../../test/helpers/targets.js'
import path from '../path/rule.js'
import trusted from '../trusted/rule.js'
import validity from '../validity/rule.js'
import rule from './rule.js'

afterEach(() => {
  vi.restoreAllMocks()
})

const { root, intermediate } = authority
const issued = (day: string) => issue({ notBefore: new Date(`${day}Z`), notAfter: new Date(NOW + 30 * DAY) })
const under = (leaf: ReturnType<typeof issue>) => chainFact([leaf, intermediate])

test.each(STORES)('%s: nothing is held against an authority', (store) => {
  buildIn(everywhere(root))
  expect(toldOf(rule, under(issue({})), { store })).toEqual(['pass'])
})

describe('Apple: refused when issued after a day', () => {
  test.each([
    ['2026-10-15T23:59:59', 'pass'],
    ['2026-10-16T00:00:00', 'fail distrusted'],
  ])('issued %s: %s', (day, expected) => {
    buildIn(everywhere(root, { limits: { appleIssuedAfter: '2026-10-15' } }))
    expect(toldOf(rule, under(issued(day)), { store: 'ios' })).toEqual([expected])
    expect(toldOf(rule, under(issued(day)), { store: 'android' })).toEqual(['pass'])
    expect(toldOf(rule, under(issued(day)), { store: 'chrome' })).toEqual(['pass'])
  })
})

describe('Chromium: refused when the oldest SCT is newer', () => {
  const limit = Date.parse('2026-10-15T23:59:59Z')
  const logged = (timestamp: number) =>
    under(issue({ scts: sctList([{ logId: Buffer.alloc(32, 1), timestamp: new Date(timestamp) }]) }))
  test.each([
    [0, 'pass'],
    [1, 'fail distrusted'],
  ])('%d ms after the limit: %s', (late, expected) => {
    buildIn(everywhere(root, { limits: { chromeSctNotAfter: '2026-10-15T23:59:59Z' } }))
    expect(toldOf(rule, logged(limit + late), { store: 'chrome' })).toEqual([expected])
    expect(toldOf(rule, logged(limit + late), { store: 'ios' })).toEqual(['pass'])
  })
  test('without any SCT certificate/transparency speaks', () => {
    buildIn(everywhere(root, { limits: { chromeSctNotAfter: '2026-10-15T23:59:59Z' } }))
    expect(toldOf(rule, under(issue({})), { store: 'chrome' })).toEqual(['pass'])
  })
})

test('a --ca anchor is nobody’s to distrust', () => {
  buildIn(everywhere(root, { limits: { appleIssuedAfter: '2020-01-01' } }))
  expect(toldOf(rule, under(issue({})), { store: 'ios', ca: [root] })).toEqual(['pass'])
})

test('no anchor, nothing known of who issued it', () => {
  expect(toldOf(rule, under(issue({})))).toEqual(['not-applicable'])
  expect(toldOf(rule, chainFact([issue({ issuer: undefined as never })]))).toEqual(['not-applicable'])
})

test('an authority known by its name alone, where its root is gone', () => {
  const gone = issueCa({ subject: { cn: 'CA 沃通根证书', o: 'WoSign CA Limited' } })
  const found = judgeChain(rule, chainFact([issue({ issuer: gone }), gone]), { store: 'chrome' })
  expect(evidenceOf(found)).toMatchObject({ authority: 'WoSign' })
  expect(found).toMatchObject([{ status: 'fail', reason: 'distrusted' }])
})

describe('two ways up, one of them refused', () => {
  const good = issueCa({ subject: 'Good Root' })
  const bad = issueCa({ subject: 'Bad Root' })
  const key = intermediate.key
  const viaBad = issueCa({ subject: 'Shared', key, issuer: bad })
  const viaGood = issueCa({ subject: 'Shared', key, issuer: good })
  const leaf = issue({ issuer: viaBad })
  const refused = everywhere(bad, { limits: { appleIssuedAfter: '2020-01-01' } })
  const all = (sent: Parameters<typeof chainFact>[0]) =>
    [rule, trusted, validity, path].flatMap((one) => toldOf(one, chainFact(sent), { store: 'ios' }))

  test.each([[[leaf, viaBad, viaGood]], [[leaf, viaGood, viaBad]]])(
    'the other one saves it, in whatever order',
    (sent) => {
      buildIn(refused, everywhere(good))
      expect(all(sent)).toEqual(['pass', 'pass', 'pass', 'pass'])
    },
  )

  test('not when it has expired', () => {
    const expired = issueCa({
      ...{ subject: 'Shared', key, issuer: good },
      ...{ notBefore: new Date(NOW - 900 * DAY), notAfter: new Date(NOW - DAY) },
    })
    buildIn(refused, everywhere(good))
    expect(all([leaf, viaBad, expired]).filter((told) => told.startsWith('fail'))).not.toEqual([])
  })

  test('not when it may not issue', () => {
    const powerless = issueCa({ subject: 'Shared', key, issuer: good, ca: false })
    buildIn(refused, everywhere(good))
    expect(all([leaf, viaBad, powerless]).filter((told) => told.startsWith('fail'))).not.toEqual([])
  })

  test('not when the platform does not have its root', () => {
    buildIn(refused, recordOf(good, { windows: true }))
    expect(all([leaf, viaBad, viaGood]).filter((told) => told.startsWith('fail'))).not.toEqual([])
  })
})

test('is an error', () => {
  buildIn(everywhere(root, { limits: { appleIssuedAfter: '2020-01-01' } }))
  const chains = [under(issue({}))]
  const all = judgments(target([endpoint('93.184.216.34', { chains })]), { rules: [rule] })
  expect(column(all, rule.id, 'wechat-ios')).toEqual(['fail error distrusted'])
  expect(column(all, rule.id, 'alipay-android')).toEqual(['pass error'])
})
