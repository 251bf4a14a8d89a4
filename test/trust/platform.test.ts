import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  analyse,
  type JudgedPath,
  mayBeFetched,
  refusalOf,
  spanOfAny,
  trustedIn,
  trustSpans,
  versionsFrom,
} from '../../src/trust/index.js'
import { readCertificate } from '../../src/x509/index.js'
import { buildIn, everywhere, recordOf } from '../helpers/anchors.js'
import { authority, base64, chainFact, issue, issueCa, NOW, STORES } from '../helpers/chains.js'

afterEach(() => {
  vi.restoreAllMocks()
})

const { root, intermediate } = authority
const leaf = issue({})

describe('versions to look at', () => {
  test.each([
    [
      '10',
      '7.0',
      ['10', '11', '12', '12L', '13', '14', '15', '16', '17'],
      ['7.0', '7.1.1', '8.0', '8.1', '9'],
    ],
    ['17', '16', ['17'], ['16']],
    ['12', '12', ['12', '12L', '13', '14', '15', '16', '17'], []],
    ['12', '13', ['12', '12L', '13', '14', '15', '16', '17'], []],
    ['12.0', '11', ['12.0', '12L', '13', '14', '15', '16', '17'], ['11']],
    ['18', '17', ['18'], ['17']],
  ])('Android supported from %s, legacy from %s', (supported, legacy, now, before) => {
    const plan = versionsFrom('android', supported, legacy)
    expect(plan.supported).toEqual(now)
    expect(plan.legacy).toEqual(before)
  })
  test('one between two lists is named as asked for', () => {
    expect(versionsFrom('ios', '15.2', '12').supported.slice(0, 2)).toEqual(['15.2', '15.4'])
    expect(versionsFrom('ios', '15.2', '12').legacy.at(-1)).toBe('15.1')
  })
  test('one older than every list starts at the oldest', () => {
    expect(versionsFrom('android', '10', '2.3').legacy[0]).toBe('4.4')
  })
})

describe('trustedIn', () => {
  const record = recordOf(root, { android: [['8.0', '13']], chrome: true })
  const path = (more: Partial<JudgedPath>): JudgedPath => ({
    ...{ certificates: [readCertificate(leaf.der)], anchor: record, violations: [] },
    ...{ fetched: false, record, extra: false },
    ...more,
  })
  test.each([
    ['7.1', false],
    ['8.0', true],
    ['13', true],
    ['14', false],
  ])('Android %s: %s', (version, expected) => expect(trustedIn(path({}), 'android', version)).toBe(expected))
  test('lists without versions', () => {
    expect([trustedIn(path({}), 'chrome'), trustedIn(path({}), 'mozilla')]).toEqual([true, false])
  })
  test('a --ca anchor counts everywhere', () => {
    expect(trustedIn(path({ record: null, extra: true }), 'ios', '12')).toBe(true)
  })
  test('no anchor counts nowhere, and one without a record neither', () => {
    expect(trustedIn(path({ anchor: null, record: null }), 'android', '10')).toBe(false)
    expect(trustedIn(path({ record: null }), 'android', '10')).toBe(false)
  })
})

describe('spans for the report', () => {
  const spans = (sent = [leaf, intermediate], ca: string[] = []) =>
    trustSpans(analyse(chainFact(sent), { now: NOW, ca }))
  test('since and until', () => {
    buildIn(recordOf(root, { android: [['8.0', '13']], ios: [['14', null]], windows: true }))
    expect(spans()).toEqual({
      ios: { since: '14', until: null, root: expect.stringContaining('Test Root CA') },
      android: { since: '8.0', until: '13', root: expect.stringContaining('Test Root CA') },
      chrome: { since: null, until: null, root: null },
      mozilla: { since: null, until: null, root: null },
      windows: { since: null, until: null, root: expect.stringContaining('Test Root CA') },
    })
  })
  test('root and versions are of one path', () => {
    const newer = { ...recordOf(root, { android: [['14', null]] }), id: 'newer', name: 'Newer' }
    const older = { ...recordOf(root, { android: [['7.1.1', null]] }), id: 'older', name: 'Older' }
    expect(spanOfAny([newer, older], 'android')).toEqual({ since: '7.1.1', until: null, root: 'Older' })
    const gone = { ...recordOf(root, { android: [['7.1.1', '14']] }), id: 'gone', name: 'Gone' }
    expect(spanOfAny([newer, gone], 'android')).toEqual({ since: '7.1.1', until: null, root: 'Gone / Newer' })
  })
  test('an unknown root is in no list', () => {
    expect(Object.values(spans()).map((span) => span.root)).toEqual(Array(5).fill(null))
  })
  test('a --ca anchor is in all of them', () => {
    expect(
      Object.values(spans([leaf, intermediate], [base64(root)])).every((span) => span.root !== null),
    ).toBe(true)
  })
})

describe('refusals', () => {
  const path = (more: Parameters<typeof everywhere>[1], ca: string[] = []) => {
    buildIn(everywhere(root, more))
    const analysis = analyse(chainFact([leaf, intermediate]), { now: NOW, ca })
    return STORES.map((store) => refusalOf(analysis, analysis.best(store), store)?.mechanism ?? null)
  }
  test('nothing is held against an ordinary authority', () => expect(path({})).toEqual([null, null, null]))
  test('Apple’s limit holds on iOS alone', () => {
    expect(path({ limits: { appleIssuedAfter: '2020-01-01' } })).toEqual(['issued-after', null, null])
  })
  test('what is unsure refuses nothing', () => {
    // No SCT: the date of issue only hints at when one would have been made.
    expect(path({ limits: { chromeSctNotAfter: '2020-01-01T00:00:00Z' } })).toEqual([null, null, null])
  })
  test('never against a --ca anchor', () => {
    expect(path({ limits: { appleIssuedAfter: '2020-01-01' } }, [base64(root)])).toEqual([null, null, null])
  })
})

describe('the best path', () => {
  const other = issueCa({ subject: 'Other Root' })
  const cross = issueCa({ subject: { cn: 'Test TLS CA 1', o: 'Test' }, key: intermediate.key, issuer: other })
  const best = (fact = chainFact([leaf, cross, intermediate])) => {
    const analysis = analyse(fact, { now: NOW, ca: [] })
    return STORES.map((store) => analysis.best(store).anchor?.name.replace(/^.*CN=([^,]*).*$/, '$1'))
  }
  test('the newest list decides, each platform’s own', () => {
    buildIn(
      recordOf(root, { ios: [['7', null]], android: [['4.4', '15']] }),
      recordOf(other, { android: [['14', null]], chrome: true }),
    )
    expect(best()).toEqual(['Test Root CA', 'Other Root', 'Other Root'])
  })
  test('what was sent comes before what would have to be fetched, on Android', () => {
    buildIn(recordOf(root, { ios: [['7', '15']], android: [['4.4', '15']] }), everywhere(other))
    const fetched = [{ of: '', url: '', certificates: [base64(cross)] }]
    expect(best(chainFact([leaf, intermediate], { fetched }))).toEqual([
      'Other Root',
      'Test Root CA',
      'Other Root',
    ])
  })
  test('a path of sent certificates is there even when only a fetched one leads on', () => {
    buildIn(everywhere(root))
    const fetched = [{ of: '', url: '', certificates: [base64(intermediate)] }]
    const analysis = analyse(chainFact([leaf], { fetched }), { now: NOW, ca: [] })
    for (const store of STORES) {
      expect(analysis.bestSent(store)).toMatchObject({ anchor: null, fetched: false })
      expect(analysis.best(store)).toMatchObject({ fetched: true })
      expect(analysis.best(store).anchor).not.toBeNull()
    }
  })
  test('the same question is answered once', () => {
    const fact = chainFact([leaf, intermediate])
    expect(analyse(fact, { now: NOW, ca: [] })).toBe(analyse(fact, { now: NOW, ca: [] }))
    expect(analyse(fact, { now: NOW, ca: [base64(root)] })).not.toBe(analyse(fact, { now: NOW, ca: [] }))
    expect(analyse(fact, { now: NOW + 1, ca: [] })).not.toBe(analyse(fact, { now: NOW, ca: [] }))
  })

  test('of the instants of a long run the last are kept', () => {
    const fact = chainFact([leaf, intermediate])
    const first = analyse(fact, { now: NOW, ca: [] })
    for (let later = 1; later <= 100; later += 1) analyse(fact, { now: NOW + later, ca: [] })
    expect(analyse(fact, { now: NOW, ca: [] })).not.toBe(first)
    expect(analyse(fact, { now: NOW, ca: [] }).best('ios')).toEqual(first.best('ios'))
  })
})

describe('may an issuer be fetched', () => {
  const pointing = readCertificate(issue({ caIssuers: ['http://ca.example.net/ca.crt'] }).der)
  const asked = (more: object) => chainFact([], { fetched: [{ of: pointing.sha256, url: '', ...more }] })
  test.each([
    ['not looked for', chainFact([]), true],
    [
      'looked for somebody else’s',
      chainFact([], { fetched: [{ of: 'other', url: '', refused: true }] }),
      true,
    ],
    ['silent', asked({ failure: 'timeout' }), true],
    ['refused', asked({ failure: '404', refused: true }), false],
    ['found', asked({ certificates: ['AAAA'] }), false],
  ])('%s: %s', (_, chain, expected) => {
    expect(mayBeFetched(chain, 'ios', pointing)).toBe(expected)
    expect(mayBeFetched(chain, 'chrome', pointing)).toBe(expected)
    expect(mayBeFetched(chain, 'android', pointing)).toBe(false)
  })
  test('not where no address is named', () => {
    expect(mayBeFetched(chainFact([]), 'ios', readCertificate(leaf.der))).toBe(false)
  })
})
