import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { makeAuthority } from '../../../src/demo/index.js'
import type { ChainFact } from '../../../src/facts/index.js'
import {
  authority,
  chainFact,
  evidenceOf,
  issue,
  issueCa,
  judgeChain,
  NOW,
  toldOf,
} from '../../../test/helpers/chains.js'
import { column, endpoint, judgments, target } from '../../../test/helpers/targets.js'
import rule from './rule.js'

const { root, intermediate } = authority
const ca = [root]
const rsa = (bits: number) => generateKeyPairSync('rsa', { modulusLength: bits }).privateKey
const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve }).privateKey
const held = (key: KeyObject) => chainFact([issue({ key }), intermediate])

describe('RSA', () => {
  test.each([
    [2048, 'pass'],
    [2047, 'fail weak'],
    [1024, 'fail weak'],
    [1023, 'fail too-weak'],
  ])('%d bits: %s', (bits, expected) => expect(toldOf(rule, held(rsa(bits)), { ca })).toEqual([expected]))
})

describe('EC', () => {
  test.each([
    ['P-384', 'pass'],
    ['P-256', 'pass'],
    ['P-521', 'pass'],
    ['secp224r1', 'fail curve'],
    ['prime192v1', 'fail curve'],
    ['secp256k1', 'fail curve'],
    ['brainpoolP256r1', 'fail curve'],
    ['brainpoolP224r1', 'fail curve'],
    ['SM2', 'fail curve'],
  ])('%s: %s', (curve, expected) => expect(toldOf(rule, held(ec(curve)), { ca })).toEqual([expected]))

  test.each([
    [{ ec: 224 }, 'pass'],
    [{ ec: 225, ecFloor: 224 }, 'fail weak'],
    [{ ec: 225, ecFloor: 225 }, 'fail too-weak'],
  ])('both sides of each limit, with 224 bits: %j', (parameters, expected) => {
    expect(
      toldOf(rule, held(ec('secp224r1')), { ca, parameters: { curves: ['P-224', 'P-256'], ...parameters } }),
    ).toEqual([expected])
  })

  test('the limits themselves', () => {
    expect(rule.parameters).toMatchObject({ rsa: 2048, ec: 256, rsaFloor: 1024, ecFloor: 160 })
  })
})

describe('keys the demands don’t speak of are unknown, never strong', () => {
  test.each([
    ['ed25519', generateKeyPairSync('ed25519').privateKey],
    ['ed448', generateKeyPairSync('ed448').privateKey],
    ['dsa', generateKeyPairSync('dsa', { modulusLength: 2048, divisorLength: 256 }).privateKey],
  ])('%s', (type, key) => {
    const found = judgeChain(rule, held(key), { ca })
    expect(found).toMatchObject([{ status: 'unknown', reason: 'unknown-key', evidence: { type } }])
  })
})

describe('every certificate of the path but the anchor', () => {
  const weakRoot = issueCa({ subject: 'Weak Root', key: rsa(1024) })
  const weak = issueCa({ subject: 'Weak CA', key: rsa(1024), issuer: root })

  test('a weak intermediate', () => {
    const found = judgeChain(rule, chainFact([issue({ issuer: weak }), weak]), { ca })
    expect(evidenceOf(found)).toMatchObject({ certificate: { subject: 'Weak CA' }, bits: 1024, least: 2048 })
  })
  test('a weak anchor counts for nobody, sent or not', () => {
    const leaf = issue({ issuer: weakRoot })
    expect(toldOf(rule, chainFact([leaf]), { ca: [weakRoot] })).toEqual(['pass'])
    expect(toldOf(rule, chainFact([leaf, weakRoot]), { ca: [weakRoot] })).toEqual(['pass'])
  })
  test('a weak stranger counts for nobody', () => {
    expect(toldOf(rule, chainFact([issue({}), weak, intermediate]), { ca })).toEqual(['pass'])
  })
  test('a leaf that is an anchor is judged as usual', () => {
    const leaf = issue({ key: rsa(1024) })
    expect(toldOf(rule, chainFact([leaf]), { ca: [leaf] })).toEqual(['fail weak'])
  })
  test('each weak one is reported', () => {
    const leaf = issue({ issuer: weak, key: rsa(1023) })
    expect(toldOf(rule, chainFact([leaf, weak]), { ca })).toEqual(['fail too-weak', 'fail issuer-weak'])
  })
  test('a strong way up is taken before a weak one', () => {
    const other = makeAuthority({ name: 'Other', now: new Date(NOW) }).root
    const long = issueCa({ subject: 'Long', issuer: issueCa({ subject: 'Middle', issuer: root }) })
    const short = issueCa({ subject: 'Long', key: long.key, issuer: other, hash: 'sha1' })
    const sent = [issue({ issuer: long }), short, long, long.issuer as never]
    const weakWay = [issue({ issuer: weak }), weak]
    expect(toldOf(rule, chainFact(sent), { ca: [root, other] })).toEqual(['pass'])
    expect(toldOf(rule, chainFact(weakWay), { ca: [root, other] })).toEqual(['fail issuer-weak'])
  })
})

test('a leaf our reader can’t make out', () => {
  expect(toldOf(rule, chainFact(['AAAA']))).toEqual(['unknown not-observed'])
})

const PSS = { modulusLength: 2048, hashAlgorithm: 'sha256', mgf1HashAlgorithm: 'sha256' }

test.each<[string, KeyObject, string[]]>([
  ['weak', rsa(1024), ['fail error weak', 'fail warning weak', 'fail warning weak']],
  ['too weak', rsa(1023), Array(3).fill('fail error too-weak')],
  ['Ed25519', generateKeyPairSync('ed25519').privateKey, ['unknown error unknown-key', ...refusedKind()]],
  [
    'an RSA key of its own kind',
    generateKeyPairSync('rsa-pss', PSS).privateKey,
    ['pass error', ...refusedKind()],
  ],
  ['P-384', ec('P-384'), Array(3).fill('pass error')],
  ['P-224', ec('P-224'), ['fail error weak', 'fail warning weak', 'fail error curve']],
  ['secp256k1', ec('secp256k1'), Array(3).fill('fail error curve')],
  ['SM2', ec('SM2'), Array(3).fill('fail error curve')],
])('levels: %s, in the leaf and above it', (_, key, expected) => {
  const above = issueCa({ subject: 'Above', key, issuer: root })
  const chains: [ChainFact, string][] = [
    [held(key), ''],
    [chainFact([issue({ issuer: above }), above]), 'issuer-'],
  ]
  for (const [chain, holder] of chains) {
    const all = judgments(target([endpoint('93.184.216.34', { chains: [chain] })]), { rules: [rule], ca })
    const platforms = ['wechat-ios', 'wechat-android', 'wechat-devtools'] as const
    expect(platforms.map((platform) => column(all, rule.id, platform).join())).toEqual(
      expected.map((one) => one.replace(/ (?=[\w-]+$)(?!error$)/, ` ${holder}`)),
    )
  }
})

function refusedKind(): string[] {
  return ['fail error key-type', 'fail error key-type']
}
