import { describe, expect, test } from 'vitest'
import type { ChainFact } from '../../../src/facts/index.js'
import { readCertificate } from '../../../src/x509/index.js'
import {
  authority,
  base64,
  chainFact,
  evidenceOf,
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
const AIA = 'http://ca.example.net/intermediate.crt'
const plain = issue({})
const pointing = issue({ caIssuers: [AIA] })
const fetched = (leaf: { der: Buffer }, more: object): Partial<ChainFact> => ({
  fetched: [{ of: readCertificate(leaf.der).sha256, url: AIA, ...more }],
})

test.each(STORES)('%s: a --ca anchor counts as built in', (store) => {
  const found = judgeChain(rule, chainFact([plain, intermediate]), { ca, store })
  expect(found).toMatchObject([{ status: 'pass', evidence: { extra: true } }])
})

test.each(STORES)('%s: the leaf given as anchor', (store) => {
  expect(toldOf(rule, chainFact([plain]), { ca: [plain], store })).toEqual(['pass'])
})

describe('an unknown root', () => {
  test.each(STORES)('%s: sent', (store) => {
    const found = judgeChain(rule, chainFact([plain, intermediate, root]), { store })
    expect(evidenceOf(found)).toMatchObject({ root: 'Test Root CA', rootSent: true })
    expect(toldOf(rule, chainFact([plain, intermediate, root]), { store })).toEqual(['fail unknown-root'])
  })
  test.each(STORES)('%s: not sent', (store) => {
    const found = judgeChain(rule, chainFact([plain, intermediate]), { store })
    expect(found).toMatchObject([{ status: 'fail', reason: 'unknown-root' }])
    expect(evidenceOf(found)).toMatchObject({
      last: { subject: 'Test TLS CA 1' },
      root: 'Test Root CA',
      rootSent: false,
    })
  })
  test('that names an address for its own issuer is unknown all the same', () => {
    const lost = issueCa({ subject: 'Lost Root', caIssuers: ['http://ca.example.net/root.crt'] })
    const leaf = issue({ issuer: lost })
    expect(toldOf(rule, chainFact([leaf, lost]), { store: 'ios' })).toEqual(['fail unknown-root'])
  })
  test('a namesake of a known anchor with another key', () => {
    const namesake = issueCa({ subject: { cn: 'Test Root CA', o: 'Test' } })
    const leaf = issue({ issuer: namesake })
    expect(toldOf(rule, chainFact([leaf, namesake]), { ca })).toEqual(['fail unknown-root'])
  })
  test("an issuer that isn't an authority is certificate/chain-complete’s", () => {
    const leaf = issue({ issuer: issueCa({ subject: 'No CA', ca: false, issuer: root }) })
    expect(toldOf(rule, chainFact([leaf, leaf.issuer as never]))).toEqual(['fail unknown-root'])
  })
})

describe('an issuer that was not sent', () => {
  test.each([
    ['ios', 'unknown could-be-fetched'],
    ['android', 'fail unknown-root'],
    ['chrome', 'unknown could-be-fetched'],
  ] as const)('%s, with AIA, nothing fetched: %s', (store, expected) => {
    expect(toldOf(rule, chainFact([pointing]), { ca, store })).toEqual([expected])
  })
  test.each(STORES)('%s: without AIA the chain can’t be fixed', (store) => {
    expect(toldOf(rule, chainFact([plain]), { ca, store })).toEqual(['fail unknown-root'])
  })
  test.each(STORES)('%s: judged on the fixed path', (store) => {
    const chain = chainFact([pointing], fetched(pointing, { certificates: [base64(intermediate)] }))
    expect(toldOf(rule, chain, { ca, store })).toEqual(['pass'])
  })
  test('what was fetched ends at an unknown root', () => {
    const chain = chainFact([pointing], fetched(pointing, { certificates: [base64(intermediate)] }))
    expect(toldOf(rule, chain, { store: 'ios' })).toEqual(['fail unknown-root'])
    expect(toldOf(rule, chain, { store: 'android' })).toEqual(['fail unknown-root'])
  })
  test('the address said no', () => {
    const chain = chainFact([pointing], fetched(pointing, { failure: '404', refused: true }))
    expect(toldOf(rule, chain, { ca, store: 'ios' })).toEqual(['fail unknown-root'])
  })
  test('the address was silent', () => {
    const chain = chainFact([pointing], fetched(pointing, { failure: 'timeout' }))
    expect(toldOf(rule, chain, { ca, store: 'ios' })).toEqual(['unknown could-be-fetched'])
  })
  test('above an intermediate', () => {
    const sub = issueCa({ subject: 'Sub', issuer: intermediate, caIssuers: [AIA] })
    const chain = chainFact([issue({ issuer: sub }), sub])
    expect(toldOf(rule, chain, { ca, store: 'ios' })).toEqual(['unknown could-be-fetched'])
    expect(toldOf(rule, chain, { ca, store: 'android' })).toEqual(['fail unknown-root'])
  })
})

test.each(STORES)('%s: a self-signed leaf is certificate/self-signed’s', (store) => {
  const own = issue({ issuer: undefined as never })
  expect(toldOf(rule, chainFact([own]), { store })).toEqual(['fail unknown-root'])
  expect(toldOf(rule, chainFact([own]), { store, ca: [own] })).toEqual(['pass'])
})

test('a lone authority as leaf is an unknown root', () => {
  const lone = issueCa({ subject: 'Lone', issuer: root })
  expect(toldOf(rule, chainFact([lone]))).toEqual(['fail unknown-root'])
})

test('whose key it is another rule says', () => {
  const chain = chainFact([plain, intermediate], { keyProof: 'invalid' })
  expect(toldOf(rule, chain, { ca })).toEqual(['pass'])
})

test('a root reissued with the same key is the same anchor', () => {
  const again = issueCa({
    subject: { cn: 'Test Root CA', o: 'Test' },
    key: root.key,
    serial: Buffer.from([9]),
  })
  expect(toldOf(rule, chainFact([plain, intermediate, again]), { ca })).toEqual(['pass'])
  expect(toldOf(rule, chainFact([plain, intermediate]), { ca: [again] })).toEqual(['pass'])
})

describe('what our reader can’t make out', () => {
  const garbage = Buffer.from('3003020101', 'hex').toString('base64')
  test('the leaf', () => {
    expect(toldOf(rule, chainFact([garbage, intermediate]), { ca })).toEqual(['unknown not-observed'])
  })
  test('a certificate that may lead on', () => {
    const sub = issueCa({ subject: 'Sub', issuer: intermediate })
    const chain = chainFact([issue({ issuer: sub }), sub, garbage])
    expect(toldOf(rule, chain, { ca })).toEqual(['unknown not-observed'])
  })
})

test('levels: errors, also where it could be fetched', () => {
  const levels = (chain: ChainFact) => {
    const all = judgments(target([endpoint('93.184.216.34', { chains: [chain] })]), {
      rules: [rule],
      now: NOW,
    })
    return (['wechat-ios', 'wechat-android', 'wechat-devtools'] as const).map((platform) =>
      column(all, rule.id, platform).join(),
    )
  }
  expect(levels(chainFact([plain, intermediate]))).toEqual(Array(3).fill('fail error unknown-root'))
  const open = 'unknown error could-be-fetched'
  expect(levels(chainFact([pointing]))).toEqual([open, 'fail error unknown-root', open])
})
