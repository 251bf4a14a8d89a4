/** certificate/trusted over built-in roots: which versions have them, by which path. */
import { X509Certificate } from 'node:crypto'
import { rootCertificates } from 'node:tls'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { AnchorRecord, Store, VersionRange } from '../../../src/trust/index.js'
import { buildIn, everywhere, recordOf } from '../../../test/helpers/anchors.js'
import {
  type Asked,
  authority,
  chainFact,
  DAY,
  evidenceOf,
  issue,
  issueCa,
  judgeChain,
  NOW,
  toldOf,
} from '../../../test/helpers/chains.js'
import { column, endpoint, judgments, target } from '../../../test/helpers/targets.js'
import chainComplete from '../chain-complete/rule.js'
import validity from '../validity/rule.js'
import rule from './rule.js'

afterEach(() => {
  vi.restoreAllMocks()
})

const { root, intermediate } = authority
const leaf = issue({})
const chain = () => chainFact([leaf, intermediate])
const ask = (record: Partial<AnchorRecord>, asked: Asked) => {
  buildIn(recordOf(root, record))
  return toldOf(rule, chain(), asked)
}

describe('versions, by default supported from iOS 15 and Android 10 on, legacy from iOS 12 and Android 7.0 on', () => {
  test.each<[Store, VersionRange[], string]>([
    ['android', [['4.4', null]], 'pass'],
    ['android', [['7.0', null]], 'pass'],
    ['android', [['7.1', null]], 'fail legacy-lost'],
    ['android', [['10', null]], 'fail legacy-lost'],
    ['android', [['11', null]], 'fail not-built-in'],
    ['android', [['17', null]], 'fail not-built-in'],
    ['android', [['4.4', '17']], 'pass'],
    ['android', [['4.4', '16']], 'fail not-built-in'],
    ['android', [['4.4', '9']], 'fail not-built-in'],
    [
      'android',
      [
        ['4.4', '8.1'],
        ['10', null],
      ],
      'fail legacy-lost',
    ],
    [
      'android',
      [
        ['4.4', '13'],
        ['15', null],
      ],
      'fail not-built-in',
    ],
    ['android', [], 'fail not-built-in'],
    ['ios', [['7', null]], 'pass'],
    ['ios', [['12', null]], 'pass'],
    ['ios', [['12.1.3', null]], 'fail legacy-lost'],
    ['ios', [['15', null]], 'fail legacy-lost'],
    ['ios', [['15.1', null]], 'fail not-built-in'],
    ['ios', [['7', '26']], 'pass'],
    ['ios', [['7', '18']], 'fail not-built-in'],
    ['ios', [], 'fail not-built-in'],
  ])('%s %j: %s', (store, ranges, expected) =>
    expect(ask({ [store]: ranges }, { store })).toEqual([expected]),
  )

  test.each([
    ['10', '7.0', 'fail not-built-in'],
    ['11', '7.0', 'fail legacy-lost'],
    ['11', '10', 'fail legacy-lost'],
    ['11', '11', 'pass'],
    ['12', '11', 'pass'],
    ['99', '11', 'pass'],
  ])('in Android 11 and later, supported from %s, legacy from %s: %s', (supported, legacy, expected) => {
    const supportedOs = { ios: '15', android: supported }
    const legacyOs = { ios: '12', android: legacy }
    const asked = { supportedOs, legacyOs }
    expect(ask({ android: [['11', null]] }, { store: 'android', ...asked })).toEqual([expected])
  })

  test('a version newer than every list is judged by the newest', () => {
    const asked = { supportedOs: { ios: '15', android: '99' }, legacyOs: { ios: '12', android: '99' } }
    expect(ask({ android: [['4.4', '16']] }, { store: 'android', ...asked })).toEqual(['fail not-built-in'])
  })

  test.each([
    [true, 'pass'],
    [false, 'fail not-built-in'],
  ])('Chromium’s list has no versions: %s', (chrome, expected) =>
    expect(ask({ chrome }, { store: 'chrome' })).toEqual([expected]),
  )

  test('another platform’s root is complete, but not trusted', () => {
    buildIn(recordOf(root, { windows: true }))
    expect(toldOf(rule, chain())).toEqual(['fail not-built-in'])
    expect(toldOf(chainComplete, chain())).toEqual(['pass'])
  })

  test('evidence names the versions that are lost, and since when the root is there', () => {
    buildIn(recordOf(root, { android: [['12', null]] }))
    expect(evidenceOf(judgeChain(rule, chain()))).toMatchObject({
      os: 'android',
      since: '12',
      lost: ['10', '11'],
      supported: '10',
      newestKnown: '17',
    })
  })

  test('levels', () => {
    buildIn(recordOf(root, { android: [['8.0', null]], ios: [['17', null]], chrome: true }))
    const all = judgments(target([endpoint('93.184.216.34', { chains: [chain()] })]), { rules: [rule] })
    expect(column(all, rule.id, 'wechat-android')).toEqual(['fail warning legacy-lost'])
    expect(column(all, rule.id, 'wechat-ios')).toEqual(['fail error not-built-in'])
    expect(column(all, rule.id, 'wechat-devtools')).toEqual(['pass error'])
  })
})

describe('two ways up', () => {
  const old = issueCa({ subject: 'Old Root' })
  const young = issueCa({ subject: 'Young Root' })
  const under = (issuer: typeof old, more = {}) =>
    issueCa({ subject: 'Shared CA', key: intermediate.key, issuer, ...more })
  const shared = under(young)
  const cross = under(old)
  const below = issue({ issuer: shared })
  const YOUNG = {
    android: [['14', null]] as VersionRange[],
    ios: [['17', null]] as VersionRange[],
    chrome: true,
  }

  test('a dropped cross-sign: complete, and trusted by the newer versions only', () => {
    buildIn(recordOf(young, YOUNG), everywhere(old))
    const dropped = chainFact([below, shared])
    expect(toldOf(chainComplete, dropped)).toEqual(['pass'])
    expect(toldOf(rule, dropped)).toEqual(['fail not-built-in'])
    expect(toldOf(rule, chainFact([below, shared, cross]))).toEqual(['pass'])
    expect(toldOf(rule, chainFact([below, cross]))).toEqual(['pass'])
  })

  test('versions may be served by different paths', () => {
    buildIn(recordOf(young, YOUNG), recordOf(old, { android: [['4.4', '13']] }))
    expect(toldOf(rule, chainFact([below, cross, shared]))).toEqual(['pass'])
    expect(toldOf(rule, chainFact([below, cross]))).toEqual(['fail not-built-in'])
    expect(toldOf(rule, chainFact([below, shared]))).toEqual(['fail not-built-in'])
  })

  test('platforms take different paths', () => {
    buildIn(recordOf(young, { android: [['4.4', null]] }), recordOf(old, { ios: [['7', null]] }))
    const both = chainFact([below, cross, shared])
    expect(evidenceOf(judgeChain(rule, both, { store: 'android' })).root).toContain('Young Root')
    expect(evidenceOf(judgeChain(rule, both, { store: 'ios' })).root).toContain('Old Root')
    expect(toldOf(rule, both, { store: 'chrome' })).toEqual(['fail not-built-in'])
  })

  test('an expired cross-sign beside a trusted root harms nobody', () => {
    const expired = under(old, { notBefore: new Date(NOW - 900 * DAY), notAfter: new Date(NOW - DAY) })
    buildIn(everywhere(young), everywhere(old))
    for (const sent of [
      [below, expired, shared],
      [below, shared, expired],
    ]) {
      expect(toldOf(rule, chainFact(sent))).toEqual(['pass'])
      expect(toldOf(validity, chainFact(sent))).toEqual(['pass'])
    }
  })

  test('versions that have only the expired way are lost', () => {
    const expired = under(old, { notBefore: new Date(NOW - 900 * DAY), notAfter: new Date(NOW - DAY) })
    buildIn(recordOf(young, YOUNG), everywhere(old))
    const sent = chainFact([below, expired, shared])
    const told = [...toldOf(rule, sent), ...toldOf(validity, sent)]
    expect(told.some((one) => one.startsWith('fail'))).toBe(true)
    expect(toldOf(rule, sent)).toEqual(['fail not-built-in'])
  })

  test('a way that Android would have to fetch counts only where nothing else is', () => {
    buildIn(recordOf(young, YOUNG), everywhere(old))
    const found = { of: '', url: '', certificates: [cross.der.toString('base64')] }
    const sent = chainFact([below, shared], { fetched: [found] })
    expect(toldOf(rule, sent, { store: 'android' })).toEqual(['fail not-built-in'])
    expect(toldOf(rule, sent, { store: 'ios' })).toEqual(['pass'])
  })
})

describe('real roots, served as leaf', () => {
  const real = (name: string) => {
    const pem = rootCertificates.find((one) => new X509Certificate(one).subject.includes(name))
    if (pem === undefined) throw new Error(`Node has no ${name}`)
    return chainFact([new X509Certificate(pem).raw.toString('base64')])
  }
  test.each([
    ['ISRG Root X1', 'pass', 'fail legacy-lost'],
    ['ISRG Root X2', 'fail not-built-in', 'fail not-built-in'],
    ['UCA Global G2 Root', 'fail not-built-in', 'fail legacy-lost'],
    ['GlobalSign Root R46', 'fail legacy-lost', 'fail not-built-in'],
    ['DigiCert Global Root G2', 'pass', 'pass'],
  ])('%s: iOS %s, Android %s', (name, ios, android) => {
    expect(toldOf(rule, real(name), { store: 'ios' })).toEqual([ios])
    expect(toldOf(rule, real(name), { store: 'android' })).toEqual([android])
    expect(toldOf(rule, real(name), { store: 'chrome' })).toEqual(['pass'])
  })
})
