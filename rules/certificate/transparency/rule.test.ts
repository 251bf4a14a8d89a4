import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type CertificateInput, makeOcspResponse, type OcspInput, sctList } from '../../../src/demo/index.js'
import type { ChainFact } from '../../../src/facts/index.js'
import { buildIn, everywhere } from '../../../test/helpers/anchors.js'
import { authority, chainFact, issue, NOW, toldOf } from '../../../test/helpers/chains.js'
import { column, endpoint, judgments, target } from '../../../test/helpers/targets.js'
import rule from './rule.js'

const { root, intermediate } = authority
beforeEach(() => buildIn(everywhere(root)))
afterEach(() => {
  vi.restoreAllMocks()
})

/** One SCT of each log named. */
const scts = (...logs: number[]) =>
  sctList(logs.map((log) => ({ logId: Buffer.alloc(32, log), timestamp: new Date('2018-01-01T00:00:00Z') })))

function chain(
  from: string,
  days: number,
  logs: number[],
  more: Partial<ChainFact> = {},
  extra: Partial<CertificateInput> = {},
) {
  const notBefore = new Date(`${from}T00:00:00Z`)
  const notAfter = new Date(notBefore.getTime() + days * 86_400_000)
  const embedded = logs.length > 0 ? { scts: scts(...logs) } : {}
  return chainFact([issue({ notBefore, notAfter, ...embedded, ...extra }), intermediate], more)
}
const told = (...args: Parameters<typeof chain>) => toldOf(rule, chain(...args), { now: NOW, store: 'ios' })

describe('embedded, by lifetime', () => {
  test.each([
    [180, [1, 2], 'pass'],
    [180, [1], 'fail too-few'],
    [181, [1, 2, 3], 'pass'],
    [181, [1, 2], 'fail too-few'],
    [90, [], 'fail none'],
    [90, [1, 1], 'fail too-few'],
    [300, [1, 1, 2, 2], 'fail too-few'],
  ])('%d days, logs %j: %s', (days, logs, expected) =>
    expect(told('2026-01-01', days, logs)).toEqual([expected]),
  )
})

describe('sent along in the handshake', () => {
  test.each([
    [[1, 2], 'pass'],
    [[1], 'fail too-few'],
    [[1, 1], 'fail too-few'],
  ])('logs %j: %s', (logs, expected) => {
    const more = { sctList: scts(...logs).toString('base64') }
    expect(told('2026-01-01', 90, [], more)).toEqual([expected])
    expect(told('2026-01-01', 300, [], more)).toEqual([expected])
  })
  test('a broken list counts for nothing', () => {
    expect(told('2026-01-01', 90, [], { sctList: 'AAAA' })).toEqual(['fail none'])
    // Only a request got it, and what came with the handshake was not read.
    expect(told('2026-01-01', 90, [1], { byRequest: true })).toEqual(['not-applicable'])
    expect(told('2026-01-01', 90, [1, 2], { byRequest: true })).toEqual(['pass'])
  })
})

describe('stapled in an OCSP answer', () => {
  const leaf = issue({})
  const stapledTo = (logs: number[], input: Partial<OcspInput> = {}, more: Partial<ChainFact> = {}) => {
    const made = makeOcspResponse({ certificate: leaf, now: new Date(NOW), scts: scts(...logs), ...input })
    return chainFact([input.certificate ?? leaf, intermediate], {
      ocspStaple: made.toString('base64'),
      ...more,
    })
  }
  test.each([
    ['ios', [1, 2], 'pass'],
    ['ios', [1], 'fail too-few'],
    ['ios', [1, 1], 'fail too-few'],
    ['chrome', [1, 2], 'fail none'],
    ['android', [1, 2], 'fail none'],
  ] as const)('%s, logs %j: %s', (store, logs, expected) => {
    expect(toldOf(rule, stapledTo([...logs]), { store })).toEqual([expected])
  })

  test.each([
    ['not signed by who may', { badSignature: true }],
    ['past its end', { nextUpdate: new Date(NOW - 1000) }],
    ['about a revoked certificate', { status: 'revoked' as const }],
  ])('an answer %s counts for nothing', (_, input) => {
    expect(toldOf(rule, stapledTo([1, 2], input), { store: 'ios' })).toEqual(['fail none'])
  })

  test('on iOS one of two logs outside the certificate is enough', () => {
    const embedded = issue({ scts: scts(1) })
    const mixed = stapledTo([2], { certificate: embedded })
    expect(toldOf(rule, mixed, { store: 'ios' })).toEqual(['pass'])
    expect(toldOf(rule, mixed, { store: 'chrome' })).toEqual(['fail too-few'])
    const sent = chainFact([embedded, intermediate], { sctList: scts(2).toString('base64') })
    expect(toldOf(rule, sent, { store: 'ios' })).toEqual(['pass'])
    expect(toldOf(rule, sent, { store: 'chrome' })).toEqual(['fail too-few'])
    const same = stapledTo([1], { certificate: embedded })
    expect(toldOf(rule, same, { store: 'ios' })).toEqual(['fail too-few'])
  })
})

describe('older ones by months (Apple)', () => {
  test.each([
    ['2021-04-20', 398, [1, 2], 'pass'],
    ['2021-04-21', 398, [1, 2], 'fail too-few'],
    ['2021-04-20', 800, [1, 2, 3], 'pass'],
    ['2021-04-20', 800, [1, 2], 'fail too-few'],
  ])('from %s, %d days, logs %j: %s', (from, days, logs, expected) =>
    expect(told(from, days, logs)).toEqual([expected]),
  )
})

describe('from when on', () => {
  test.each([
    ['2018-10-15', undefined, 'not-applicable'],
    ['2018-10-16', undefined, 'fail none'],
    ['2018-04-30', '2018-05-01', 'not-applicable'],
    ['2018-05-01', '2018-05-01', 'fail none'],
  ])('issued %s, demanded from %s: %s', (from, issuedFrom, expected) => {
    const parameters = issuedFrom === undefined ? {} : { issuedFrom }
    expect(toldOf(rule, chain(from, 90, []), { parameters })).toEqual([expected])
  })
})

test('below a --ca anchor, and below none, nobody asks', () => {
  expect(toldOf(rule, chain('2026-01-01', 90, []), { ca: [root] })).toEqual(['not-applicable'])
  vi.restoreAllMocks()
  expect(toldOf(rule, chain('2026-01-01', 90, []))).toEqual(['not-applicable'])
})

test('a leaf our reader can’t make out', () => {
  expect(toldOf(rule, chainFact(['AAAA']))).toEqual(['unknown not-observed'])
})

test('an error on iOS and in developer tools, a note on Android', () => {
  const chains = [chain('2026-10-01', 90, [])]
  const all = judgments(target([endpoint('93.184.216.34', { chains })]), { rules: [rule] })
  const platforms = ['wechat-ios', 'wechat-android', 'wechat-devtools'] as const
  expect(platforms.map((platform) => column(all, rule.id, platform).join())).toEqual([
    'fail error none',
    'fail info none',
    'fail error none',
  ])
})
