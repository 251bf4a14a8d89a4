import { describe, expect, test } from 'vitest'
import { makeCertificate, makeOcspResponse, type OcspInput } from '../../../src/demo/index.js'
import type { ChainFact, RevocationAnswer } from '../../../src/facts/index.js'
import { readCertificate } from '../../../src/x509/index.js'
import {
  authority,
  base64,
  chainFact,
  DAY,
  evidenceOf,
  issue,
  judgeChain,
  NOW,
  STORES,
  toldOf,
} from '../../../test/helpers/chains.js'
import { column, endpoint, judgments, target } from '../../../test/helpers/targets.js'
import rule from './rule.js'

const { root, intermediate } = authority
const ca = [root]
const leaf = issue({})
const promising = issue({ tlsFeature: [5] })

const staple = (input: Partial<OcspInput> = {}) =>
  makeOcspResponse({ certificate: leaf, now: new Date(NOW), ...input }).toString('base64')
const stapled = (input: Partial<OcspInput> = {}, own = input.certificate ?? leaf) =>
  chainFact([own, intermediate], { ocspStaple: staple({ certificate: own, ...input }) })
const told = (chain: ChainFact, at = NOW) => toldOf(rule, chain, { ca, now: at })

describe('stapled', () => {
  test.each(STORES)('%s: good passes, revoked fails', (store) => {
    expect(toldOf(rule, stapled(), { ca, store })).toEqual(['pass'])
    expect(toldOf(rule, stapled({ status: 'revoked' }), { ca, store })).toEqual(['fail revoked-staple'])
  })

  test('what a revocation says', () => {
    const revokedAt = new Date('2026-11-01T08:00:00Z')
    const [finding] = judgeChain(rule, stapled({ status: 'revoked', revokedAt, reason: 1 }), { ca })
    expect(finding).toMatchObject({
      evidence: {
        certificate: { subject: 'api.example.com' },
        since: '2026-11-01T08:00:00Z',
        cause: 'keyCompromise',
      },
    })
  })

  test('how long a good one holds', () => {
    expect(evidenceOf(judgeChain(rule, stapled({ nextUpdate: new Date(NOW + DAY) }), { ca }))).toEqual({
      source: 'staple',
      until: '2026-11-21T12:00:00Z',
    })
    expect(evidenceOf(judgeChain(rule, stapled({ nextUpdate: null }), { ca })).until).toBeNull()
  })

  const stranger = makeCertificate({ subject: 'Stranger', ca: true, now: new Date(NOW) })
  test.each([
    ['a spoiled signature', { badSignature: true }],
    ['another authority', { issuer: intermediate, responder: stranger }],
    ['past its end', { nextUpdate: new Date(NOW - 1000) }],
    ['before its beginning', { thisUpdate: new Date(NOW + 1000) }],
    ['another certificate', { certificate: issue({}) }],
    ['a responder that does not answer', { responseStatus: 'tryLater' as const }],
  ])('revoked, but signed or dated wrongly, is a staple that does not hold: %s', (_, input) => {
    expect(told(stapled({ status: 'revoked', ...input }, leaf))).toEqual(['fail stale-staple'])
  })

  test('on its last second it holds, a second later it does not', () => {
    const chain = stapled({ status: 'revoked', nextUpdate: new Date(NOW + DAY) })
    expect(told(chain, NOW + DAY)).toEqual(['fail revoked-staple'])
    expect(told(chain, NOW + DAY + 1000)).toEqual(['fail stale-staple'])
  })

  test('rubbish does not hold, and a staple nobody can check counts for nothing', () => {
    expect(told(chainFact([leaf, intermediate], { ocspStaple: 'AAAA' }))).toEqual(['fail stale-staple'])
    const alone = chainFact([leaf], { ocspStaple: staple({ status: 'revoked' }) })
    expect(toldOf(rule, alone)).toEqual(['not-applicable'])
  })
})

describe('must-staple', () => {
  test('kept', () => expect(told(stapled({ certificate: promising }))).toEqual(['pass']))
  test('broken: nothing stapled', () => {
    expect(told(chainFact([promising, intermediate]))).toEqual(['fail no-staple'])
  })
  test.each([
    ['spoiled', { badSignature: true }, 'signature'],
    ['stale', { nextUpdate: new Date(NOW - 1000) }, 'stale'],
    ['of a responder that knows nothing', { status: 'unknown' as const }, 'responder'],
    ['of a responder in trouble', { responseStatus: 'tryLater' as const }, 'responder'],
  ])('broken: a staple that is %s', (_, input, why) => {
    const found = judgeChain(rule, stapled({ certificate: promising, ...input }), { ca })
    expect(found).toMatchObject([{ status: 'fail', reason: 'bad-staple', evidence: { why } }])
  })
  test('broken: rubbish', () => {
    expect(told(chainFact([promising, intermediate], { ocspStaple: 'AAAA' }))).toEqual(['fail bad-staple'])
  })
  test('revoked is revoked', () => {
    expect(told(stapled({ certificate: promising, status: 'revoked' }))).toEqual(['fail revoked-staple'])
  })
  test('another TLS feature promises nothing', () => {
    expect(told(chainFact([issue({ tlsFeature: [17] }), intermediate]))).toEqual(['not-applicable'])
  })
  test('a file can’t staple', () => {
    expect(told(chainFact([promising, intermediate], { fromFile: true }))).toEqual(['not-applicable'])
    // Only a request got it, and no staple was looked for there.
    expect(told(chainFact([promising, intermediate], { byRequest: true }))).toEqual(['not-applicable'])
  })
})

describe('asked for', () => {
  const of = readCertificate(leaf.der).sha256
  const issuer = readCertificate(intermediate.der).sha256
  const answer = (more: Partial<RevocationAnswer> = {}): RevocationAnswer => ({
    ...{ of, source: 'crl', url: 'http://ca.example/1.crl' },
    ...more,
  })
  const good = { status: 'good' as const, thisUpdate: NOW - DAY, nextUpdate: NOW + DAY }
  const revoked = { status: 'revoked' as const, at: NOW - DAY, reason: 'superseded' }
  const asked = (...revocation: RevocationAnswer[]) => chainFact([leaf, intermediate], { revocation })

  test.each([
    ['good', [answer({ found: good })], ['pass']],
    ['revoked', [answer({ found: revoked })], ['fail revoked']],
    ['no answer', [answer({ failure: 'timeout' })], ['unknown no-answer']],
    [
      'no answer from one, good from another',
      [answer({ failure: 'HTTP 500' }), answer({ found: good })],
      ['pass'],
    ],
    ['nobody to ask', [], ['not-applicable']],
    [
      'the intermediate revoked',
      [answer({ found: good }), answer({ of: issuer, found: revoked })],
      ['fail issuer-revoked'],
    ],
    [
      'silence about the intermediate',
      [answer({ found: good }), answer({ of: issuer })],
      ['unknown issuer-no-answer'],
    ],
    ['another certificate', [answer({ of: '00', found: revoked })], ['not-applicable']],
  ])('%s', (_, answers, expected) => expect(told(asked(...answers))).toEqual(expected))

  test('an answer holds to its end', () => {
    const chain = asked(answer({ found: good }))
    expect(told(chain, NOW + DAY)).toEqual(['pass'])
    expect(told(chain, NOW + DAY + 1)).toEqual(['unknown no-answer'])
    expect(told(chain, NOW - DAY - 1)).toEqual(['unknown no-answer'])
  })

  test('judged for a day before, it was not revoked yet', () => {
    const chain = asked(answer({ found: revoked }))
    expect(told(chain, NOW - DAY)).toEqual(['fail revoked'])
    expect(told(chain, NOW - DAY - 1)).toEqual(['not-applicable'])
  })

  test('what is wrong above the leaf hides nothing that is wrong with it', () => {
    const above = answer({ of: issuer, found: revoked })
    expect(told(asked(above, answer({ failure: 'timeout' })))).toEqual([
      'fail issuer-revoked',
      'unknown no-answer',
    ])
    const broken = stapled({ certificate: promising, nextUpdate: new Date(NOW - DAY) })
    expect(told({ ...broken, revocation: [above] })).toEqual(['fail issuer-revoked', 'fail bad-staple'])
  })

  test('evidence says which certificate, and who was asked in vain', () => {
    expect(evidenceOf(judgeChain(rule, asked(answer({ of: issuer, found: revoked })), { ca }))).toMatchObject(
      {
        certificate: { subject: 'Test TLS CA 1' },
        source: 'crl',
      },
    )
    expect(evidenceOf(judgeChain(rule, asked(answer({ failure: 'timeout' })), { ca })).asked).toEqual([
      { url: 'http://ca.example/1.crl', failure: 'timeout' },
    ])
  })

  test('silence is undetermined, as hard as what it may hide', () => {
    expect(levels(asked(answer({ failure: 'timeout' })))).toEqual([
      'unknown error no-answer',
      'unknown warning no-answer',
      'unknown error no-answer',
    ])
  })
})

function levels(chain: ChainFact) {
  const all = judgments(target([endpoint('93.184.216.34', { chains: [chain] })]), { rules: [rule], ca })
  const platforms = ['wechat-ios', 'wechat-android', 'wechat-devtools'] as const
  return platforms.map((platform) => column(all, rule.id, platform).join())
}

test('levels', () => {
  expect(levels(stapled({ status: 'revoked' }))).toEqual(Array(3).fill('fail error revoked-staple'))
  expect(levels(stapled({ badSignature: true }))).toEqual([
    'not-applicable error stale-staple',
    'fail warning stale-staple',
    'not-applicable error stale-staple',
  ])
  const asked = {
    of: readCertificate(leaf.der).sha256,
    source: 'crl' as const,
    url: 'http://ca.example/1.crl',
  }
  const found = { status: 'revoked' as const, at: NOW - DAY, reason: 'superseded' }
  expect(levels(chainFact([leaf, intermediate], { revocation: [{ ...asked, found }] }))).toEqual([
    'fail error revoked',
    'fail warning revoked',
    'fail error revoked',
  ])
  expect(levels(chainFact([promising, intermediate]))).toEqual(Array(3).fill('fail warning no-staple'))
  const spoiled = stapled({ certificate: promising, badSignature: true })
  expect(levels(spoiled)).toEqual(Array(3).fill('fail warning bad-staple'))
})

test("no address for revocation isn't a finding", () => {
  expect(levels(chainFact([leaf, intermediate]))).toEqual([
    'not-applicable error',
    'not-applicable error',
    'not-applicable error',
  ])
})

test('a leaf our reader can’t make out', () => {
  expect(toldOf(rule, chainFact([base64(leaf).slice(0, 40)]))).toEqual(['unknown not-observed'])
})
