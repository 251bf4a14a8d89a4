import { describe, expect, test } from 'vitest'
import { nameDer } from '../../src/demo/authority.js'
import { type DistrustQuestion, distrustOf, removalOf } from '../../src/trust/distrust.js'
import { EVENTS } from '../../src/trust/events.js'
import { anchorStore } from '../../src/trust/store.js'
import type { Store } from '../../src/trust/versions.js'
import { readName } from '../../src/x509/index.js'

const anchor = (name: string) => {
  const found = anchorStore().anchors.find((candidate) => candidate.name === name)
  if (!found) throw new Error(`no ${name}`)
  return found
}
const ask = (store: Store, more: Partial<DistrustQuestion>) =>
  distrustOf({
    record: null,
    issuers: [],
    notBefore: Date.parse('2026-10-01'),
    earliestSct: Date.parse('2026-10-01'),
    at: Date.parse('2026-11-20'),
    store,
    ...more,
  })
const organisation = (o: string) => [readName(nameDer({ o, cn: 'Some CA' }))]

describe('SCT limits of Chrome', () => {
  const record = anchor('DigiCert Trusted Root G4')
  test.each([
    ['on the last second', '2026-06-30T23:59:59Z', null],
    ['a second later', '2026-07-01T00:00:00Z', 'sct-after'],
  ])('%s', (_, sct, mechanism) => {
    const earliestSct = Date.parse(sct)
    expect(ask('chrome', { record, earliestSct })?.mechanism ?? null).toBe(mechanism)
    expect(ask('ios', { record, earliestSct })).toBeNull()
    expect(ask('android', { record, earliestSct })).toBeNull()
  })

  test('it names root, date and source, and is confirmed', () => {
    expect(ask('chrome', { record })).toMatchObject({
      authority: 'DigiCert Trusted Root G4',
      date: '2026-06-30T23:59:59Z',
      certainty: 'confirmed',
      fromVersion: null,
    })
  })

  test('without any SCT it is no more than a note', () => {
    expect(ask('chrome', { record, earliestSct: null })?.certainty).toBe('unsure')
    const notBefore = Date.parse('2026-06-01')
    expect(ask('chrome', { record, earliestSct: null, notBefore })).toBeNull()
  })

  test('before the date comes, it does not hold', () => {
    const record = anchor('D-TRUST BR Root CA 1 2020')
    expect(ask('chrome', { record })).toBeNull()
    const late = Date.parse('2027-10-01')
    expect(ask('chrome', { record, earliestSct: late, at: late })?.mechanism).toBe('sct-after')
  })
})

describe('Apple', () => {
  const record = anchor('Entrust Root Certification Authority - G2')
  test.each([
    ['on the last day', '2024-11-15T12:00:00Z', null],
    ['the day after', '2024-11-16T00:00:00Z', 'issued-after'],
  ])('Entrust, issued %s', (_, issued, mechanism) => {
    const question = { record, notBefore: Date.parse(issued), at: Date.parse('2025-06-01') }
    expect(ask('ios', question)?.mechanism ?? null).toBe(mechanism)
  })

  test.each([
    ['2016-11-30T23:59:59Z', false],
    ['2016-12-01T00:00:00Z', true],
  ])('StartCom, issued %s', (issued, refused) => {
    const question = { record: anchor('StartCom Certification Authority'), notBefore: Date.parse(issued) }
    expect(ask('ios', question) !== null).toBe(refused)
  })

  test('Symantec: refused since 2020-02-25 on every version that counts', () => {
    const record = anchor('GeoTrust Primary Certification Authority - G2')
    expect(ask('ios', { record })).toMatchObject({
      mechanism: 'blocked',
      fromVersion: '11',
      certainty: 'confirmed',
    })
    expect(ask('ios', { record, at: Date.parse('2020-02-24') })).toBeNull()
  })

  test('TrustCor is not confirmed: a note', () => {
    expect(ask('ios', { record: anchor('TrustCor ECA-1') })?.certainty).toBe('unsure')
  })
})

describe('Android removes from lists', () => {
  test.each([
    ['Certification Authority of WoSign', '8.1'],
    ['CNNIC ROOT', '7.0'],
    ['China Internet Network Information Center EV Certificates Root', '8.1'],
    ['GeoTrust Global CA', '12'],
    ['VeriSign Universal Root Certification Authority', '14'],
    ['Entrust Root Certification Authority - G2', '17'],
    ['TrustCor ECA-1', '11'],
  ])('%s: from Android %s', (name, fromVersion) => {
    expect(removalOf(anchor(name), 'android')).toMatchObject({ mechanism: 'removed', fromVersion })
    // Older versions still trust it: no refusal.
    expect(ask('android', { record: anchor(name) })).toBeNull()
  })

  test('what is still listed is not removed', () => {
    expect(removalOf(anchor('AffirmTrust Commercial'), 'android')).toBeNull()
    expect(removalOf(anchor('ISRG Root X1'), 'android')).toBeNull()
  })
})

describe('names count only where there is no anchor', () => {
  const stores: Store[] = ['ios', 'android', 'chrome']
  test.each(stores)('WoSign on %s', (store) => {
    expect(ask(store, { issuers: organisation('WoSign CA Limited') })?.authority).toBe('WoSign')
    expect(ask(store, { issuers: organisation('WoTrus CA Limited') })).toBeNull()
  })

  test('a brand under a living root is nobody to refuse', () => {
    const record = anchor('DigiCert Global Root G2')
    expect(ask('ios', { record, issuers: organisation('GeoTrust Inc.') })).toBeNull()
    expect(ask('ios', { record: null, issuers: organisation('DigiCert Inc') })).toBeNull()
  })

  test('part of a name is not the name', () => {
    expect(ask('chrome', { issuers: organisation('Equifax Workforce') })).toBeNull()
  })
})

test('Chrome has dropped the DigiCert roots of 2006', () => {
  const record = anchor('DigiCert Global Root CA')
  expect(ask('chrome', { record })?.mechanism).toBe('removed')
  expect(ask('chrome', { record, at: Date.parse('2026-04-14') })).toBeNull()
  expect(ask('android', { record })).toBeNull()
})

test('every event has a date and says where it comes from', () => {
  for (const { date, source } of EVENTS) {
    expect(Number.isFinite(Date.parse(date)), date).toBe(true)
    expect(source.title).not.toBe('')
    if (source.url !== undefined) expect(source.url).toMatch(/^https:\/\//)
  }
})
