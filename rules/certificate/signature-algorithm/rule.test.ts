import { describe, expect, test } from 'vitest'
import { type Hash, type Issued, type KeyKind, makeAuthority } from '../../../src/demo/index.js'
import {
  authority,
  chainFact,
  evidenceOf,
  HOST,
  issue,
  issueCa,
  judgeChain,
  NOW,
  toldOf,
} from '../../../test/helpers/chains.js'
import { column, endpoint, judgments, target } from '../../../test/helpers/targets.js'
import rule from './rule.js'

const rsa = makeAuthority({ name: 'RSA', key: 'rsa-2048', now: new Date(NOW) })
const { root, intermediate } = authority

describe('the leaf’s signature', () => {
  test.each<[KeyKind, Hash, boolean, string]>([
    ['rsa-2048', 'sha256', false, 'pass'],
    ['rsa-2048', 'sha384', false, 'pass'],
    ['rsa-2048', 'sha512', false, 'pass'],
    ['rsa-2048', 'sha1', false, 'fail weak-hash'],
    ['rsa-2048', 'md5', false, 'fail weak-hash'],
    ['rsa-2048', 'sha256', true, 'pass'],
    ['rsa-2048', 'sha1', true, 'fail weak-hash'],
    ['ec-p256', 'sha256', false, 'pass'],
    ['ec-p256', 'sha1', false, 'fail weak-hash'],
  ])('%s with %s, PSS %s: %s', (key, hash, pss, expected) => {
    const issuer = key === 'ec-p256' ? authority : rsa
    const leaf = issue({ issuer: issuer.intermediate, hash, pss })
    const sent = chainFact([leaf, issuer.intermediate])
    expect(toldOf(rule, sent, { ca: [issuer.root] })).toEqual([expected])
  })

  test('an Edwards curve hashes by itself', () => {
    const edwards = issueCa({ subject: 'Edwards', key: 'ed25519' })
    expect(toldOf(rule, chainFact([issue({ issuer: edwards })]), { ca: [edwards] })).toEqual(['pass'])
  })
})

describe('by hand: hashes the factory doesn’t make', () => {
  // sha256WithRSAEncryption ends in 0b, sha224WithRSAEncryption in 0e, 1.2.840.113549.1.1.99 is nobody's.
  const oid = Buffer.from('06092a864886f70d01010b', 'hex')
  const signedWith = (last: number, { der }: Issued) => {
    const bytes = Buffer.from(der)
    for (let at = bytes.indexOf(oid); at >= 0; at = bytes.indexOf(oid, at + 1))
      bytes[at + oid.length - 1] = last
    return bytes.toString('base64')
  }
  const leaf = issue({ issuer: rsa.intermediate })
  const changed = (last: number) => chainFact([signedWith(last, leaf), rsa.intermediate])
  test.each([
    [0x0b, 'pass'],
    [0x0e, 'fail sha224'],
    [0x63, 'unknown unknown-algorithm'],
  ])('%d: %s', (last, expected) => {
    expect(toldOf(rule, changed(last), { ca: [rsa.root] })).toEqual([expected])
    const above = chainFact([leaf, signedWith(last, rsa.intermediate)])
    expect(toldOf(rule, above, { ca: [rsa.root] })).toEqual([expected.replace(/ (?=\w)/, ' issuer-')])
  })
  test('levels: Android takes SHA-224, nobody takes what nobody knows', () => {
    const levels = (last: number) => {
      const all = judgments(target([endpoint('93.184.216.34', { chains: [changed(last)] })]), {
        rules: [rule],
        ca: [rsa.root],
      })
      return (['wechat-ios', 'wechat-android', 'wechat-devtools'] as const).map((platform) =>
        column(all, rule.id, platform).join(),
      )
    }
    expect(levels(0x0e)).toEqual(['fail error sha224', 'not-applicable error sha224', 'fail error sha224'])
    expect(levels(0x63)).toEqual(Array(3).fill('unknown error unknown-algorithm'))
  })
})

describe('every certificate of the path but the anchor', () => {
  const key = intermediate.key
  const old = issueCa({ subject: { cn: 'Test TLS CA 1', o: 'Test' }, key, issuer: root, hash: 'sha1' })
  const leaf = issue({})

  test('an intermediate', () => {
    const found = judgeChain(rule, chainFact([leaf, old]), { ca: [root] })
    expect(evidenceOf(found)).toMatchObject({ certificate: { subject: 'Test TLS CA 1' } })
  })
  test.each([[[leaf, old, intermediate]], [[leaf, intermediate, old]]])(
    'an old issue beside a new one harms nobody',
    (sent) => {
      expect(toldOf(rule, chainFact(sent), { ca: [root] })).toEqual(['pass'])
    },
  )
  test('how a root signed itself is nobody’s concern', () => {
    const oldRoot = issueCa({ subject: 'Old Root', hash: 'sha1' })
    const below = issue({ issuer: oldRoot })
    expect(toldOf(rule, chainFact([below, oldRoot]), { ca: [oldRoot] })).toEqual(['pass'])
    expect(toldOf(rule, chainFact([below, oldRoot]))).toEqual(['pass'])
  })
  test('a cross-signed root is an intermediate', () => {
    const crossed = issueCa({ subject: 'Crossed', issuer: root, hash: 'sha1' })
    expect(toldOf(rule, chainFact([issue({ issuer: crossed }), crossed]), { ca: [root] })).toEqual([
      'fail issuer-weak-hash',
    ])
  })
  test('a self-signed leaf is judged', () => {
    const own = issue({ issuer: undefined as never, hash: 'sha1' })
    expect(judgeChain(rule, chainFact([own]))).toMatchObject([
      { status: 'fail', evidence: { certificate: { subject: HOST } } },
    ])
  })
})

test('a leaf our reader can’t make out', () => {
  expect(toldOf(rule, chainFact(['AAAA']))).toEqual(['unknown not-observed'])
})

test('SHA-1 is an error everywhere', () => {
  const chains = [chainFact([issue({ hash: 'sha1' }), intermediate])]
  const all = judgments(target([endpoint('93.184.216.34', { chains })]), { rules: [rule], ca: [root] })
  expect(all).toMatchObject([{ status: 'fail', level: 'error', platforms: { length: 7 } }])
})
