import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { lists } from '../../src/trust/data.js'
import { FAMILIES, SYMANTEC } from '../../src/trust/families.js'
import {
  type AnchorRecord,
  anchorStore,
  isTrusted,
  presence,
  spanOf,
  spanOfAny,
} from '../../src/trust/store.js'
import { listsOf } from '../../src/trust/versions.js'
import { source } from './shared.js'

const found = source()
const named = (name: string): AnchorRecord => {
  const [anchor, ...others] = anchorStore().anchors.filter((candidate) => candidate.name === name)
  if (!anchor || others.length > 0) throw new Error(`${others.length + 1} anchors are called ${name}`)
  return anchor
}

describe.skipIf(found === null)('the packed lists are those collected', () => {
  const { data } = found ?? { data: { anchors: [], versions: { apple: [], android: [] } } }

  test('every anchor, with its ranges', () => {
    const rows = lists().anchors.map(({ subject, spki, ios, android, mozilla, chrome, windows }) => ({
      ...{ ios, android, mozilla, chrome, windows },
      subject: subject.toString('base64'),
      spki: spki.toString('base64'),
    }))
    const expected = data.anchors.map(({ ios, android, mozilla, chrome, windows, subject, spki }) => ({
      ...{ ios, android, mozilla, chrome, windows },
      ...{ subject, spki },
    }))
    const order = (a: { subject: string; spki: string }, b: { subject: string; spki: string }) =>
      a.subject + a.spki < b.subject + b.spki ? -1 : 1
    expect(rows.sort(order)).toEqual(expected.sort(order))
  })

  test('the newest lists have as many roots as published', () => {
    const { mozilla, chrome, apple, android } = found?.data.versions ?? {}
    const count = (list: 'mozilla' | 'chrome') =>
      anchorStore().anchors.filter((anchor) => anchor[list]).length
    expect(count('mozilla')).toBe(mozilla?.count)
    expect(count('chrome')).toBe(chrome?.count)
    const inNewest = (os: 'ios' | 'android') =>
      lists().anchors.filter((anchor) => anchor[os].some(([, last]) => last === null)).length
    expect(inNewest('ios')).toBe(apple?.at(-1)?.count)
    expect(inNewest('android')).toBe(android?.at(-1)?.count)
  })

  // Both lists put versions in their order, so positions can be compared without comparing versions.
  test.each(['ios', 'android'] as const)('%s: the count of every version', (os) => {
    const versions = (os === 'ios' ? data.versions.apple : data.versions.android).map(({ v }) => v)
    expect(versions.length).toBeGreaterThan(15)
    for (const [position, version] of versions.entries()) {
      const listed = data.anchors.filter((anchor) =>
        anchor[os].some(([first, last]) => {
          const until = last === null ? versions.length : versions.indexOf(last)
          return versions.indexOf(first) <= position && position <= until
        }),
      )
      const wavering = listsOf(os)[position]?.wavering ?? []
      const expected = listed.filter((anchor) => {
        const id = idOf(anchor)
        return (
          !wavering.includes(id) && !(os === 'ios' && position >= versions.indexOf('11') && SYMANTEC.has(id))
        )
      })
      const trusted = anchorStore().anchors.filter((anchor) => isTrusted(anchor, os, version))
      expect([version, trusted.length]).toEqual([version, expected.length])
    }
  })
})

const idOf = ({ subject, spki }: { subject: string; spki: string }) =>
  createHash('sha256')
    .update(Buffer.concat([Buffer.from(subject, 'base64'), Buffer.from(spki, 'base64')]))
    .digest('hex')
    .slice(0, 12)

describe('anchors', () => {
  test('ids are different, keys can be read', () => {
    const { anchors } = anchorStore()
    expect(new Set(anchors.map(({ id }) => id)).size).toBe(anchors.length)
    const unreadable = anchors.filter((anchor) => anchor.publicKey() === null).map(({ name }) => name)
    expect(unreadable).toEqual([])
    expect(anchorStore().byId('no such id')).toBeNull()
  })

  test('are found by subject, all that share it', () => {
    const isrg = named('ISRG Root X1')
    expect(anchorStore().bySubject(isrg.subjectCanonical)).toEqual([isrg])
    const twins = anchorStore().anchors.filter(
      ({ name }) => name === 'Government Root Certification Authority',
    )
    expect(twins).toHaveLength(2)
    expect(anchorStore().bySubject(twins[0]?.subjectCanonical ?? '')).toEqual(twins)
    expect(anchorStore().bySubject('')).toEqual([])
  })

  test('every one is found by its own subject', () => {
    for (const anchor of anchorStore().anchors) {
      const same = anchorStore().anchors.filter(
        ({ subjectCanonical }) => subjectCanonical === anchor.subjectCanonical,
      )
      expect(anchorStore().bySubject(anchor.subjectCanonical), anchor.name).toEqual(same)
    }
  })

  test.each([
    ['ISRG Root X1', '10.1', '7.1.1'],
    ['ISRG Root X2', '15.4', '14'],
    ['DigiCert Global Root G2', '7', '5.0'],
    ['GlobalSign Root CA - R6', '14.5', '10'],
    ['CFCA EV ROOT', '10.1', '6.0'],
    ['GDCA TrustAUTH R5 ROOT', '12.1.3', '9'],
    ['UCA Global G2 Root', null, '10'],
    ['vTrus Root CA', null, '14'],
  ])('%s: iOS from %s, Android from %s, to this day', (name, ios, android) => {
    const anchor = anchorStore().anchors.find((candidate) => candidate.name.startsWith(name))
    if (!anchor) throw new Error(`no ${name}`)
    const root = anchor.name
    expect(spanOf(anchor, 'ios')).toEqual({ since: ios, until: null, root: ios === null ? null : root })
    expect(spanOf(anchor, 'android')).toEqual({ since: android, until: null, root })
  })

  test('versions between and beyond the lists', () => {
    const isrg = named('ISRG Root X1')
    expect(isTrusted(isrg, 'ios', '9.3.5')).toBe(false)
    expect(isTrusted(isrg, 'ios', '10.1.0')).toBe(true)
    expect(isTrusted(isrg, 'ios', '27.1')).toBe(true)
    expect(isTrusted(isrg, 'android', '7.0')).toBe(false)
    expect(isTrusted(isrg, 'android', '7.1')).toBe(false)
    expect(isTrusted(isrg, 'android', '7.1.1')).toBe(true)
    expect(presence(isrg, 'ios', '6.1')).toBe('unknown')
    expect(isTrusted(isrg, 'ios', '6.1')).toBe(false)
  })

  test('what only some phones of a version have is not trusted there', () => {
    const trustcor = named('TrustCor RootCert CA-1')
    expect(presence(trustcor, 'android', '10')).toBe('all')
    for (const version of ['11', '12', '12L', '13'])
      expect(presence(trustcor, 'android', version)).toBe('some')
    expect(isTrusted(trustcor, 'android', '13')).toBe(false)
    expect(presence(trustcor, 'android', '14')).toBe('none')
    const globalsign = named('GlobalSign Root CA')
    expect(presence(globalsign, 'android', '15')).toBe('all')
    expect(presence(globalsign, 'android', '16')).toBe('some')
    expect(presence(globalsign, 'android', '17')).toBe('none')
  })

  test('lists without versions have no dates', () => {
    const isrg = named('ISRG Root X1')
    expect(spanOf(isrg, 'chrome')).toEqual({ since: null, until: null, root: 'ISRG Root X1' })
    expect(spanOf(named('DigiCert Global Root CA'), 'chrome').root).toBeNull()
    expect(isTrusted(isrg, 'mozilla')).toBe(true)
  })

  test('two anchors together: the unbroken run that lasts longest', () => {
    const [x1, x2] = [named('ISRG Root X1'), named('ISRG Root X2')]
    expect(spanOfAny([x2, x1], 'ios')).toEqual({ since: '10.1', until: null, root: 'ISRG Root X1' })
    const aaa = named('AAA Certificate Services')
    const r46 = named('Sectigo Public Server Authentication Root R46')
    // Neither covers it alone.
    const both = `${aaa.name} / ${r46.name}`
    expect(spanOfAny([aaa, r46], 'android')).toEqual({ since: '4.4', until: null, root: both })
    const cnnic = named('CNNIC ROOT')
    expect(spanOfAny([cnnic, r46], 'android')).toEqual({ since: '15', until: null, root: r46.name })
    expect(spanOfAny([cnnic], 'android')).toEqual({ since: '4.4', until: '6.0', root: cnnic.name })
    expect(spanOfAny([], 'ios')).toEqual({ since: null, until: null, root: null })
  })
})

describe('families', () => {
  test('every anchor named in them exists', () => {
    for (const { anchors } of Object.values(FAMILIES)) {
      for (const id of anchors) expect(anchorStore().byId(id), id).not.toBeNull()
    }
  })

  test('the Symantec family is whole, and no DigiCert brand is in it', () => {
    const owners =
      /2\.5\.4\.10=(verisign, inc\.|geotrust inc\.|thawte[^\n]*|symantec corporation|equifax[^\n]*)(\n|$)/
    const owned = anchorStore().anchors.filter(({ subjectCanonical }) => owners.test(subjectCanonical))
    expect(new Set(owned.map(({ id }) => id))).toEqual(SYMANTEC)
  })

  test('iOS goes on listing VeriSign G5, and TLS under it is dead', () => {
    const g5 = named('VeriSign Class 3 Public Primary Certification Authority - G5')
    expect(lists().anchors.find(({ id }) => id === g5.id)?.ios).toEqual([['7', '18']])
    expect(spanOf(g5, 'ios')).toEqual({ since: '7', until: '10.2', root: g5.name })
    expect(isTrusted(named('GeoTrust Primary Certification Authority - G2'), 'ios')).toBe(false)
  })
})
