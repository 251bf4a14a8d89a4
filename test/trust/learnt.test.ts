/** What was believed otherwise once, until clients were run and lists read again: held fast in our own data. */
import { describe, expect, test } from 'vitest'
import { CLAUSES } from '../../rules/index.js'
import { EVENTS } from '../../src/trust/events.js'
import { anchorStore, isTrusted, spanOf } from '../../src/trust/store.js'
import { listsOf, newestKnown } from '../../src/trust/versions.js'
import type { Family, Runtime } from '../../src/types.js'

const anchor = (name: string) => {
  const found = anchorStore().anchors.find((one) => one.name === name)
  if (!found) throw new Error(`no ${name}`)
  return found
}
const clause = (rule: string, runtime: Runtime, family: Family = 'wechat') => {
  const found = CLAUSES[family].find((one) => one.rule === rule && one.on.includes(runtime))
  if (!found) throw new Error(`no ${rule} on ${runtime}`)
  return found
}
const level = (rule: string, reason: string, runtime: Runtime, family?: Family) => {
  const { level } = clause(rule, runtime, family)
  return typeof level === 'string' ? level : level[reason]
}
const FAMILIES: Family[] = ['wechat', 'alipay', 'mpaas']

describe('keys and their uses', () => {
  test('Chromium knows curves by name, and no keys but RSA and EC', () => {
    expect(clause('certificate/key-strength', 'devtools').parameters).toMatchObject({
      curves: ['P-256', 'P-384', 'P-521'],
      types: ['rsa', 'ec'],
    })
    for (const reason of ['curve', 'key-type', 'issuer-curve', 'issuer-key-type'])
      expect(level('certificate/key-strength', reason, 'devtools')).toBe('error')
  })
  test.each(FAMILIES)(
    '%s on Android: conscrypt looks at the purposes of the leaf, and not at whether there are any',
    (family) => {
      expect(level('certificate/extended-key-usage', 'wrong', 'android', family)).toBe('error')
      for (const reason of ['any-only', 'server-gated', 'absent'])
        expect(level('certificate/extended-key-usage', reason, 'android', family)).toBe('not-demanded')
    },
  )
  test('an intermediate’s purposes: no check known on Android', () => {
    expect(level('certificate/path', 'intermediate-usage', 'android')).toBe('warning')
  })
  test('keyUsage against the key exchange: Chromium refuses, BoringSSL holds RSA in TLS 1.2 against it of late', () => {
    for (const reason of ['no-signature', 'no-signature-rsa', 'no-encipherment'])
      expect(level('certificate/key-usage', reason, 'devtools')).toBe('error')
    expect(level('certificate/key-usage', 'no-signature', 'android')).toBe('error')
    expect(level('certificate/key-usage', 'no-signature-rsa', 'android')).toBe('warning')
  })
})

describe('names, staples, lifetimes', () => {
  test('a dot at the end of a name is taken by Chromium and conscrypt', () => {
    expect(clause('certificate/hostname', 'devtools').parameters).toMatchObject({ trailingDot: true })
    expect(clause('certificate/hostname', 'android').parameters).toMatchObject({ trailingDot: true })
    expect(clause('certificate/hostname', 'ios').parameters).not.toHaveProperty('trailingDot')
  })
  test.each(FAMILIES)(
    '%s on Android: a revoked staple is refused, one out of date at least a warning',
    (family) => {
      expect(level('certificate/revocation', 'revoked-staple', 'android', family)).toBe('error')
      expect(level('certificate/revocation', 'stale-staple', 'android', family)).toBe('warning')
    },
  )
  test('Chromium has one limit of 398 days, whenever issued', () => {
    expect(level('certificate/lifetime', 'over-398-chromium', 'devtools')).toBe('error')
    expect(level('certificate/lifetime', 'over-825-ios', 'devtools')).toBe('not-demanded')
    expect(level('certificate/lifetime', 'over-398-chromium', 'ios')).toBe('not-demanded')
  })
})

describe('roots', () => {
  test('ISRG Root X1 came with Android 7.1.1 and iOS 10.1', () => {
    expect(spanOf(anchor('ISRG Root X1'), 'android').since).toBe('7.1.1')
    expect(isTrusted(anchor('ISRG Root X1'), 'android', '7.1')).toBe(false)
    expect(spanOf(anchor('ISRG Root X1'), 'ios').since).toBe('10.1')
    expect(spanOf(anchor('ISRG Root X2'), 'android').since).toBe('14')
    expect(spanOf(anchor('ISRG Root X2'), 'ios').since).toBe('15.4')
  })
  test.each([
    ['Entrust.net Certification Authority (2048)', '15'],
    ['Entrust Root Certification Authority - G4', '15'],
    ['Entrust Root Certification Authority', '16'],
    ['Entrust Root Certification Authority - G2', '16'],
    ['Entrust Root Certification Authority - EC1', '16'],
    ['AffirmTrust Commercial', null],
  ])('%s: last in Android %s', (name, last) => {
    expect(spanOf(anchor(name), 'android').until).toBe(last)
  })
  test('the dates of Android’s removals are those of the lists without them', () => {
    const dateOf = (version: string) => listsOf('android').find((list) => list.version === version)?.date
    const removed = (family: string) =>
      EVENTS.find((event) => event.store === 'android' && event.family === family)?.date
    expect(removed('entrust-2048')).toBe(dateOf('16'))
    expect(removed('entrust')).toBe(dateOf('17'))
  })
  test('Symantec on iOS: the end alone, no window of 2018', () => {
    const own = EVENTS.filter(({ store, family }) => store === 'ios' && family === 'symantec')
    expect(own.map(({ mechanism }) => mechanism)).toEqual(['blocked'])
    expect(isTrusted(anchor('GeoTrust Global CA'), 'ios', '11')).toBe(false)
  })
  test('no list newer than iOS 26 and Android 17 is known', () => {
    expect(newestKnown('ios').version).toBe('26')
    expect(newestKnown('android').version).toBe('17')
  })
})

/** Of which roots there is none on iOS, and since when the others know them. */
describe('authorities of mainland China', () => {
  test.each([
    ['CFCA EV ROOT', '10.1', '6.0'],
    ['GDCA TrustAUTH R5 ROOT', '12.1.3', '9'],
    ['UCA Global G2 Root', null, '10'],
    ['UCA Extended Validation Root', null, '10'],
    ['vTrus Root CA', null, '14'],
    ['vTrus ECC Root CA', null, '14'],
    ['TrustAsia Global Root CA G3', null, '15'],
    ['TrustAsia TLS RSA Root CA', null, '17'],
    ['Sectigo Public Server Authentication Root R46', '17.4', '15'],
  ])('%s: iOS %s, Android %s', (name, ios, android) => {
    expect([spanOf(anchor(name), 'ios').since, spanOf(anchor(name), 'android').since]).toEqual([ios, android])
  })
})
