import { describe, expect, test } from 'vitest'
import { makeAuthority } from '../../../src/demo/index.js'
import type { ChainFact } from '../../../src/facts/index.js'
import { readCertificate } from '../../../src/x509/index.js'
import {
  authority,
  base64,
  chainFact,
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
const AIA = 'http://ca.example.net/intermediate.crt'
const plain = issue({})
const pointing = issue({ caIssuers: [AIA] })
const ca = [root]
const idOf = (der: Buffer) => readCertificate(der).sha256

/** The result of looking for the leaf's issuer. */
const asked = (leaf: { der: Buffer }, more: object): NonNullable<ChainFact['fetched']> => [
  { of: idOf(leaf.der), url: AIA, ...more },
]

test.each(STORES)('%s: leaf and intermediate are complete', (store) => {
  const found = judgeChain(rule, chainFact([plain, intermediate]), { ca, store })
  expect(found).toMatchObject([
    {
      status: 'pass',
      evidence: { certificates: [HOST, 'Test TLS CA 1'], root: expect.stringContaining('Test Root CA') },
    },
  ])
})

test.each(STORES)('%s: the root sent along changes nothing', (store) => {
  expect(toldOf(rule, chainFact([plain, intermediate, root]), { ca, store })).toEqual(['pass'])
})

test.each(STORES)('%s: order, duplicates and strangers change nothing', (store) => {
  const stranger = makeAuthority({ name: 'Stranger', now: new Date(NOW) }).intermediate
  const mixed = chainFact([plain, stranger, root, intermediate, intermediate, plain])
  expect(toldOf(rule, mixed, { ca, store })).toEqual(['pass'])
})

describe('the leaf alone', () => {
  test.each([
    ['ios', 'fail missing'],
    ['android', 'fail missing'],
    ['chrome', 'fail missing'],
  ] as const)('%s, no AIA: %s', (store, expected) => {
    expect(toldOf(rule, chainFact([plain]), { ca, store })).toEqual([expected])
  })

  test.each([
    ['ios', 'fail fetchable'],
    ['android', 'fail missing'],
    ['chrome', 'fail fetchable'],
  ] as const)('%s, with AIA, nothing fetched: %s', (store, expected) => {
    expect(toldOf(rule, chainFact([pointing]), { ca, store })).toEqual([expected])
    expect(toldOf(rule, chainFact([pointing]), { ca, store, fetch: false })).toEqual([expected])
  })

  test.each([
    ['ios', 'fail fetchable'],
    ['android', 'fail missing'],
    ['chrome', 'fail fetchable'],
  ] as const)('%s, fixed by fetching, is never complete: %s', (store, expected) => {
    const chain = chainFact([pointing], {
      fetched: asked(pointing, { certificates: [base64(intermediate)] }),
    })
    const found = judgeChain(rule, chain, { ca, store })
    expect(found).toMatchObject([{ status: 'fail' }])
    expect(toldOf(rule, chain, { ca, store })).toEqual([expected])
    expect(evidenceOf(found)).toMatchObject({
      certificate: { subject: HOST },
      missing: 'Test TLS CA 1',
      found: { subject: 'Test TLS CA 1', sha256: idOf(intermediate.der) },
      sent: 1,
    })
  })

  test.each([
    ['the address says no', { failure: '404', refused: true }, 'fail missing'],
    ['the address is silent', { failure: 'timeout' }, 'fail fetchable'],
    [
      'what it gives leads nowhere',
      { certificates: [base64(makeAuthority({ name: 'Other' }).root)] },
      'fail missing',
    ],
  ])('on iOS when %s: %s', (_, outcome, expected) => {
    const chain = chainFact([pointing], { fetched: asked(pointing, outcome) })
    expect(toldOf(rule, chain, { ca, store: 'ios' })).toEqual([expected])
  })

  test.each(['ldap:///CN=CA', 'https://ca.example.net/ca.crt', 'file:///ca.crt'])(
    'an address no phone follows is none: %s',
    (url) => {
      const chain = chainFact([issue({ caIssuers: [url] })])
      expect(toldOf(rule, chain, { ca, store: 'ios' })).toEqual(['fail missing'])
    },
  )

  test('a stranger beside it does not help', () => {
    const stranger = makeAuthority({ name: 'Stranger', now: new Date(NOW) }).intermediate
    expect(toldOf(rule, chainFact([plain, stranger]), { ca })).toEqual(['fail missing'])
  })

  test('nor does a namesake of the intermediate with another key', () => {
    const namesake = issueCa({ subject: { cn: 'Test TLS CA 1', o: 'Test' }, issuer: root })
    expect(toldOf(rule, chainFact([plain, namesake]), { ca })).toEqual(['fail missing'])
  })
})

describe('two intermediates', () => {
  const second = issueCa({ subject: 'Second', issuer: issueCa({ subject: 'First', issuer: root }) })
  const first = second.issuer
  if (!first) throw new Error('signed by nobody')
  const leaf = issue({ issuer: second })
  const pointingLeaf = issue({ issuer: second, caIssuers: ['http://ca.example.net/second.crt'] })

  test('both sent', () => {
    expect(toldOf(rule, chainFact([leaf, second, first]), { ca })).toEqual(['pass'])
  })
  test('the upper one missing ends in an authority: certificate/trusted speaks', () => {
    expect(toldOf(rule, chainFact([leaf, second]), { ca })).toEqual(['not-applicable'])
  })
  test('the lower one missing', () => {
    expect(toldOf(rule, chainFact([leaf, first]), { ca })).toEqual(['fail missing'])
  })
  test('the upper one found by fetching', () => {
    const chain = chainFact([leaf, second], { fetched: asked(second, { certificates: [base64(first)] }) })
    expect(toldOf(rule, chain, { ca, store: 'android' })).toEqual(['fail missing'])
    expect(toldOf(rule, chain, { ca, store: 'ios' })).toEqual(['fail fetchable'])
  })
  test('the lower one found, the upper one never asked for', () => {
    const half = issueCa({ subject: 'Half', issuer: first, caIssuers: ['http://ca.example.net/first.crt'] })
    const below = issue({ issuer: half, caIssuers: ['http://ca.example.net/half.crt'] })
    const chain = chainFact([below], { fetched: asked(below, { certificates: [base64(half)] }) })
    expect(toldOf(rule, chain, { ca, store: 'ios' })).toEqual(['fail fetchable'])
    expect(toldOf(rule, chain, { ca, store: 'android' })).toEqual(['fail missing'])
  })
  test('the lower one found, the upper one nowhere', () => {
    const chain = chainFact([pointingLeaf], {
      fetched: asked(pointingLeaf, { certificates: [base64(second)] }),
    })
    expect(toldOf(rule, chain, { ca, store: 'ios' })).toEqual(['fail missing'])
    expect(toldOf(rule, chain, { ca, store: 'android' })).toEqual(['fail missing'])
  })
})

describe('not for this rule to say', () => {
  test.each(STORES)('%s: an unknown root, sent or not', (store) => {
    expect(toldOf(rule, chainFact([plain, intermediate, root]), { store })).toEqual(['not-applicable'])
    expect(toldOf(rule, chainFact([plain, intermediate]), { store })).toEqual(['not-applicable'])
  })
  test.each(STORES)('%s: a self-signed leaf', (store) => {
    const own = issue({ issuer: undefined as never })
    expect(toldOf(rule, chainFact([own]), { store })).toEqual(['not-applicable'])
    expect(toldOf(rule, chainFact([own]), { store, ca: [own] })).toEqual(['pass'])
  })
  test('a leaf that is given as anchor', () => {
    expect(toldOf(rule, chainFact([plain]), { ca: [plain] })).toEqual(['pass'])
  })
})

describe('what our reader can’t make out', () => {
  const garbage = Buffer.from('3003020101', 'hex').toString('base64')

  test.each(STORES)('%s: the leaf', (store) => {
    expect(toldOf(rule, chainFact([garbage, intermediate]), { ca, store })).toEqual(['unknown not-observed'])
  })
  test('a certificate that may be the missing one', () => {
    expect(toldOf(rule, chainFact([plain, garbage]), { ca })).toEqual(['unknown not-observed'])
  })
  test('a certificate that is not needed', () => {
    expect(toldOf(rule, chainFact([plain, intermediate, garbage]), { ca })).toEqual(['pass'])
  })
  test('a chain longer than we follow', () => {
    const chain = [issueCa({ subject: 'CA 0', issuer: root })]
    for (let index = 1; index <= 14; index++) {
      chain.unshift(issueCa({ subject: `CA ${index}`, issuer: chain[0] as never }))
    }
    const leaf = issue({ issuer: chain[0] as never })
    expect(toldOf(rule, chainFact([leaf, ...chain]), { ca })).toEqual(['unknown not-observed'])
  })
})

test('levels: an error where nothing is fetched, a warning where it is', () => {
  const levels = (leaf: typeof plain) => {
    const chains = [chainFact([leaf])]
    const all = judgments(target([endpoint('93.184.216.34', { chains })]), { rules: [rule], ca })
    return (['wechat-ios', 'wechat-android', 'wechat-devtools', 'alipay-ios', 'mpaas-android'] as const).map(
      (platform) => column(all, rule.id, platform).join(),
    )
  }
  const missing = 'fail error missing'
  const fetchable = 'fail warning fetchable'
  expect(levels(plain)).toEqual([missing, missing, missing, missing, missing])
  expect(levels(pointing)).toEqual([fetchable, missing, fetchable, fetchable, missing])
})
