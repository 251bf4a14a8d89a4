/** What the page draws, before it is drawn: chains, versions, renewals, places. */
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/report/causes.js'
import { boxesOf, shortSubject } from '../../src/report/html/chain.js'
import { dayOf } from '../../src/report/html/dates.js'
import { breakable, escaped, html, stringOf } from '../../src/report/html/markup.js'
import { renewalsOf } from '../../src/report/html/renewal.js'
import { snippetHostOf } from '../../src/report/html/snippets.js'
import { stepsOf } from '../../src/report/html/versions.js'
import type { CertificateSummary, ChainLink, Result, Target } from '../../src/types.js'
import { link } from './html-sample.js'
import { report, result, target } from './sample.js'

describe('templates', () => {
  test('escape whatever is put into them, and keep what a template made', () => {
    const inner = html`<b>${'<&"\'>'}</b>`
    expect(stringOf(html`<p>${inner}${['a', 1, null, false]}</p>`)).toBe(
      '<p><b>&lt;&amp;&quot;&#39;&gt;</b>a1</p>',
    )
  })
  test('an object that only looks like markup is text of none', () =>
    expect(escaped('\u200b<')).toBe('\\u200b&lt;'))
  test('names break after their dots only', () =>
    expect(stringOf(breakable('a.b..c<'))).toBe('a.<wbr>b..<wbr>c&lt;'))
})

const LEAF = link('CN=a.example', 'CN=I1')
const I1 = link('CN=I1', 'CN=Root')
const seen = (chain: ChainLink[], results: Result[] = []) => {
  const { boxes } = boxesOf(target({ host: 'a.example', chain, results }), chain)
  return boxes.map(({ name, position, issuedBefore, flags }) => [
    name,
    position,
    issuedBefore,
    flags.map(({ kind }) => kind).join(),
  ])
}

describe('chains', () => {
  test('as it should be', () =>
    expect(seen([LEAF, I1])).toEqual([
      ['a.example', 1, null, ''],
      ['I1', 2, true, ''],
    ]))

  test('what was added stands where it belongs, not at the end', () =>
    expect(seen([LEAF, link('CN=X', 'CN=Y'), { ...I1, sent: false }])).toEqual([
      ['a.example', 1, null, ''],
      ['I1', null, true, 'missing'],
      ['X', 2, false, ''],
    ]))

  test('a missing issuer that was not found either is drawn by its name', () => {
    const missing = result({
      rule: 'certificate/chain-complete',
      evidence: { certificate: { subject: 'a.example', sha256: LEAF.sha256 }, missing: 'I1' },
    })
    expect(seen([LEAF], [missing])).toEqual([
      ['a.example', 1, null, ''],
      ['I1', null, true, 'missing'],
    ])
    expect(seen([LEAF], [{ ...missing, status: 'pass' }])).toHaveLength(1)
  })

  test('disorder: neither names the next as its issuer', () =>
    expect(seen([LEAF, link('CN=Root2', 'CN=Root2'), I1]).map(([, , issued]) => issued)).toEqual([
      null,
      false,
      false,
    ]))

  test('faults stand at their certificate: by fingerprint or by place', () => {
    const expired = result({
      rule: 'certificate/validity',
      reason: 'expired',
      evidence: { certificate: { subject: 'I1', sha256: I1.sha256 }, notAfter: '2026-11-02T12:00:00Z' },
    })
    const surplus = result({
      rule: 'certificate/chain-surplus',
      evidence: { certificates: [{ position: 3, subject: 'Root', why: 'root' }] },
    })
    const root = link('CN=Root', 'CN=Root')
    const kinds = seen([LEAF, I1, root], [expired, expired, surplus]).map(([, , , flags]) => flags)
    expect(kinds).toEqual(['', 'expired', 'surplusRoot'])
  })

  test('at most twelve are drawn, the rest is counted', () => {
    const chain = Array.from({ length: 100 }, () => LEAF)
    const { boxes, more } = boxesOf(target({ host: 'a.example' }), chain)
    expect([boxes.length, more]).toEqual([12, 88])
  })

  test.each([
    ["CN=R11,O=Let's Encrypt,C=US", 'R11'],
    ['C=US,CN=a\\, b', 'a, b'],
    ['O=No name', 'O=No name'],
    ['OU=x+CN=both', 'both'],
    ['XCN=no', 'XCN=no'],
    ['', ''],
  ])('name of %j', (subject, name) => expect(shortSubject(subject)).toBe(name))
})

describe('versions', () => {
  const row = (
    os: 'ios' | 'android',
    since: string | null,
    until: string | null,
    root: string | null = 'R',
  ) =>
    stepsOf(os, { since, until, root })
      .map(({ version, trusted }) =>
        trusted === 'none' ? '-' : trusted === 'part' ? `${version}?` : version,
      )
      .join(' ')
  test.each([
    [row('ios', '12', null), '- - - 12 13 14 15 16 17 18 26'],
    [row('ios', '12.1.3', null), '- - - 12? 13 14 15 16 17 18 26'],
    [row('android', '7.1', null), '- - 7? 8 9 10 11 12 13 14 15 16 17'],
    [row('android', '7.0', null), '- - 7 8 9 10 11 12 13 14 15 16 17'],
    [row('android', '12L', null), '- - - - - - - 12? 13 14 15 16 17'],
    [row('ios', null, null), '9 10 11 12 13 14 15 16 17 18 26'],
    [row('ios', '9', '14.5'), '9 10 11 12 13 14? - - - - -'],
    [row('ios', null, null, null), '- - - - - - - - - - -'],
    [row('ios', '27', null), '- - - - - - - - - - - 27'],
    [row('ios', 'soon', null), '- - - - - - - - - - -'],
  ])('%s', (shown, expected) => expect(shown).toBe(expected))
})

describe('renewals', () => {
  const NOW = '2026-11-20T00:00:00.000Z'
  const day = (days: number) => new Date(Date.parse(NOW) + days * 86_400_000).toISOString()
  const dated = (from: number, to: number, sha256 = 'aa'): CertificateSummary => ({
    ...{ subject: 'CN=a', issuer: 'CN=b', names: [], sha256, daysLeft: to },
    ...{ notBefore: day(from), notAfter: day(to) },
  })
  const one = (host: string, certificate: CertificateSummary, part: Partial<Target> = {}) =>
    target({ host, certificate, ...part })
  const renewals = (...targets: Target[]) => renewalsOf(report({ at: NOW, targets }))
  const states = (...targets: Target[]) =>
    renewals(...targets).map(({ hosts, state, renewFrom }) => [hosts.join(), state, dayOf(renewFrom)])

  test('30 days, or a third of a short lifetime', () =>
    expect(states(one('long', dated(-300, 65)), one('short', dated(-3.3, 3.3, 'bb')))).toEqual([
      ['short', 'later', '2026-11-21'],
      ['long', 'later', '2026-12-25'],
    ]))

  test.each([
    [dated(-300, 30), 'later'],
    [dated(-300, 29.99), 'due'],
    [dated(-300, 0), 'due'],
    [dated(-300, -1), 'expired'],
    [dated(1, 90), 'not-yet-valid'],
  ] as const)('%#: %s', (certificate, state) => expect(states(one('a', certificate))[0]?.[1]).toBe(state))

  test('hosts with one certificate share a line; one without readable dates has none', () => {
    const same = dated(-10, 80)
    const broken = { ...same, sha256: 'bb', notAfter: '' }
    expect(states(one('a', same), one('b', same), one('c', broken)).map(([hosts]) => hosts)).toEqual(['a,b'])
  })

  test("an intermediate that ends first is reported, and the config's number of days counts", () => {
    const soon = result({
      rule: 'certificate/expires-soon',
      evidence: { certificate: { subject: 'I1', sha256: 'x' }, notAfter: day(40), threshold: 60 },
    })
    const [renewal] = renewals(one('a', dated(-300, 65), { results: [soon] }))
    expect(renewal).toMatchObject({ endsFirst: 'I1', daysLeft: 40, state: 'due' })
  })

  test('an intermediate that has ended makes the chain an ended one', () => {
    const ended = result({
      rule: 'certificate/validity',
      reason: 'expired',
      evidence: { certificate: { subject: 'I1', sha256: 'x' }, notAfter: day(-4) },
    })
    const [renewal] = renewals(one('a', dated(-300, 65), { results: [ended] }))
    expect(renewal).toMatchObject({ endsFirst: 'I1', state: 'expired' })
  })

  test('a second certificate, for other clients, has a line of its own', () => {
    const chains = [
      { addresses: ['203.0.113.1'], clients: ['tls1.2-rsa'], chain: [], certificate: dated(-10, 4, 'bb') },
    ]
    expect(states(one('a', dated(-10, 80), { chains })).map(([, state]) => state)).toEqual(['due', 'later'])
  })
})

describe('a host in a command', () => {
  const finding = (name: string, port?: number) =>
    ({ names: [`${name}:${port}`, name], ...(port === undefined ? {} : { port }) }) as Finding
  test.each([
    ['api.example.cn', 'api.example.cn'],
    ['$(reboot).example.com', 'api.example.com'],
    ['-o.example.com', 'api.example.com'],
    ['a.example.com;', 'api.example.com'],
    ['a b', 'api.example.com'],
    ['[2001:db8::1]', 'api.example.com'],
  ])('%s', (name, host) => expect(snippetHostOf(finding(name, 8443))).toEqual({ host, port: 8443 }))
})
