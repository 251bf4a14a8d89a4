import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { freshKey, type Issued } from '../../src/demo/index.js'
import { analyse, chainToServe, type ServeQuestion, whyNotServed } from '../../src/trust/index.js'
import { buildIn, everywhere, recordOf } from '../helpers/anchors.js'
import { base64, chainFact, issue, issueCa, NOW } from '../helpers/chains.js'

const QUESTION: ServeQuestion = {
  platforms: ['wechat-ios', 'wechat-android', 'wechat-devtools'],
  supportedOs: { ios: '15', android: '10' },
  legacyOs: { ios: '12', android: '7.0' },
}

/** An old root everybody has, a new one some have, and the new one's key signed by the old. */
const old = issueCa({ subject: 'Old Root' })
const key = freshKey('ec-p256')
const young = issueCa({ subject: 'New Root', key })
const cross = issueCa({ subject: 'New Root', key, issuer: old })
const middle = issueCa({ subject: 'Middle', issuer: young })
const leaf = issue({ issuer: middle })
const ALL = [leaf, middle, cross, young, old]

const analysisOf = (sent: readonly Issued[], ca: readonly Issued[] = []) =>
  analyse(chainFact(sent), { now: NOW, ca: ca.map(base64) })
const subjects = (sent: readonly Issued[], more: Partial<ServeQuestion> = {}, ca: readonly Issued[] = []) => {
  const served = chainToServe(analysisOf(sent, ca), { ...QUESTION, ...more })
  return served?.certificates.map(({ subject, issuer }) =>
    subject.commonName === 'New Root' ? `New Root by ${issuer.commonName}` : subject.commonName,
  )
}
const SHORT = ['api.example.com', 'Middle']
const LONG = [...SHORT, 'New Root by Old Root']

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a new root that only newer phones have', () => {
  const since = (android: string) =>
    recordOf(young, { ios: [['12', null]], android: [[android, null]], chrome: true, mozilla: true })

  test.each([
    ['7.0', SHORT],
    ['10', LONG], // 7.0 to 9 are legacy: lost without the cross-sign
    ['14', LONG],
  ])('in Android since %s', (version, expected) => {
    buildIn(everywhere(old), since(version))
    expect(subjects(ALL)).toEqual(expected)
    expect(subjects([leaf, old, cross, middle])).toEqual(expected)
  })

  test('iOS alone, which has it, needs no cross-sign', () => {
    buildIn(everywhere(old), since('14'))
    expect(subjects(ALL, { platforms: ['wechat-ios'] })).toEqual(SHORT)
  })

  test('who supports newer phones only sends less', () => {
    buildIn(everywhere(old), since('14'))
    const newer = { supportedOs: { ios: '15', android: '14' }, legacyOs: { ios: '12', android: '14' } }
    expect(subjects(ALL, newer)).toEqual(SHORT)
  })

  test('without the cross-sign nothing serves, and it is said whom not', () => {
    buildIn(everywhere(old), since('14'))
    const analysis = analysisOf([leaf, middle])
    expect(chainToServe(analysis, QUESTION)).toBeNull()
    const why = whyNotServed(analysis, QUESTION)
    expect(why.path?.anchor?.name).toBe('CN=New Root')
    expect(why.lost[0]).toBe('android 10')
    expect(why.lost.every((name) => name.startsWith('android'))).toBe(true)
    expect(why.lost).toContain('android 13')
    expect(why.lost).not.toContain('android 14')
    expect(why.refused).toEqual([])
  })

  test('versions below the supported ones are reported, not demanded', () => {
    buildIn(everywhere(old), since('9'))
    const served = chainToServe(analysisOf([leaf, middle]), QUESTION)
    expect(served?.certificates).toHaveLength(2)
    expect(served?.legacyLost).toContain('android 7.0')
    expect(served?.legacyLost).not.toContain('android 9')
  })
})

test('the root is never sent, an anchor that is the leaf always', () => {
  expect(subjects([leaf, middle, young], {}, [young])).toEqual(SHORT)
  const own = issueCa({ subject: 'api.example.com', ca: false, names: ['api.example.com'] })
  expect(subjects([own], {}, [own])).toEqual(['api.example.com'])
})

describe('a way that a platform refuses', () => {
  const refusing = everywhere(young, { limits: { appleIssuedAfter: '2020-01-01' } })

  test('is not taken where there is another', () => {
    buildIn(everywhere(old), refusing)
    expect(subjects(ALL)).toEqual(LONG)
  })

  test('is reported where there is none', () => {
    buildIn(refusing)
    const analysis = analysisOf([leaf, middle])
    expect(chainToServe(analysis, QUESTION)).toBeNull()
    const { refused, lost } = whyNotServed(analysis, QUESTION)
    expect(refused).toEqual([{ store: 'ios', authority: expect.any(String) }])
    expect(lost.every((name) => name.startsWith('ios'))).toBe(true)
    expect(chainToServe(analysis, { ...QUESTION, platforms: ['mpaas-android'] })?.certificates).toHaveLength(
      2,
    )
  })
})

describe('a way that no phone accepts', () => {
  beforeEach(() => buildIn(everywhere(old)))
  test.each([
    ['an expired intermediate', issueCa({ subject: 'Short', issuer: old, notAfter: new Date(NOW - 1000) })],
    ['an issuer that is no authority', issueCa({ subject: 'Powerless', issuer: old, ca: false })],
  ])('%s', (_, issuer) => {
    const analysis = analysisOf([issue({ issuer }), issuer])
    expect(chainToServe(analysis, QUESTION)).toBeNull()
    expect(whyNotServed(analysis, QUESTION).path).toBeNull()
  })

  test('the valid one of two of the same name and key', () => {
    const twin = freshKey('ec-p256')
    const dead = issueCa({ subject: 'Twin', key: twin, issuer: old, notAfter: new Date(NOW - 1000) })
    const alive = issueCa({ subject: 'Twin', key: twin, issuer: old })
    const served = chainToServe(analysisOf([issue({ issuer: alive }), dead, alive]), QUESTION)
    expect(served?.certificates[1]?.sha256).toBe(analysisOf([alive]).leaf?.sha256)
  })
})

test('a leaf whose issuer is nowhere', () => {
  expect(subjects([leaf])).toBeUndefined()
  expect(whyNotServed(analysisOf([leaf]), QUESTION)).toMatchObject({ path: null, refused: [] })
})
