import { describe, expect, test } from 'vitest'
import { compareReports } from '../../../src/report/diff/compare.js'
import type { CertificateSummary, Report, Result, Target, TrustSpan } from '../../../src/types.js'
import { passed, report, result, target, WECHAT } from '../sample.js'

const leaf = (part: Partial<CertificateSummary> = {}): CertificateSummary => ({
  subject: 'CN=api.example.com',
  issuer: 'CN=R11',
  names: ['api.example.com', 'www.example.com'],
  notBefore: '2026-09-11T00:00:00.000Z',
  notAfter: '2026-12-10T00:00:00.000Z',
  sha256: 'aa'.repeat(32),
  daysLeft: 20,
  keySha256: '11'.repeat(32),
  ...part,
})

const span = (
  since: string | null,
  until: string | null = null,
  root: string | null = 'Root',
): TrustSpan => ({ since, until, root })
const trusted = (part: Partial<NonNullable<Target['trust']>> = {}): NonNullable<Target['trust']> => ({
  ios: span('7'),
  android: span('7.0'),
  ...{ chrome: span(null), mozilla: span(null), windows: span(null) },
  ...part,
})

const host = (part: Partial<Target> = {}): Target =>
  target({ host: 'api.example.com', certificate: leaf(), trust: trusted(), ...part })
const one = (part: Partial<Target> = {}, rest: Partial<Report> = {}) =>
  report({ targets: [host(part)], ...rest })
const results = (...own: Result[]) => one({ results: own })
const chainFault = (part: Partial<Result> = {}) =>
  result({
    rule: 'certificate/chain-complete',
    reason: 'missing',
    message: 'The chain is incomplete.',
    ...part,
  })

describe('equal facts are equal reports', () => {
  test('whatever the language, the time, the numbers and the places say', () => {
    const before = results(chainFault({ evidence: { daysLeft: 20 } }))
    const after: Report = {
      ...results(chainFault({ message: '证书链不完整。', evidence: { reason: 'missing', daysLeft: 3 } })),
      at: '2026-12-01T00:00:00.000Z',
      durationMs: 9,
    }
    after.targets[0] = { ...(after.targets[0] as Target), certificate: leaf({ daysLeft: 9 }) }
    const diff = compareReports(before, after)
    expect(diff).toMatchObject({ exitCode: 0, targets: [], verdicts: [], config: [], added: [], removed: [] })
  })

  test('results in another order, or split by platform', () => {
    const [ios, android] = WECHAT.map((id) => chainFault({ platforms: [id] }))
    const whole = results(...passed('tls/version'), chainFault())
    const split = results(android as Result, ...passed('tls/version'), ios as Result)
    expect(compareReports(whole, split).targets).toEqual([])
  })
})

describe('findings', () => {
  const state = {
    pass: passed('certificate/chain-complete')[0] as Result,
    na: chainFault({ status: 'not-applicable' }),
    waived: chainFault({ status: 'waived' }),
    error: chainFault(),
    warning: chainFault({ level: 'warning' }),
    note: chainFault({ level: 'info' }),
    unknown: chainFault({ status: 'unknown' }),
    unsure: chainFault({ status: 'unknown', level: 'warning' }),
  }
  type Name = keyof typeof state

  test.each<[Name, Name, string | undefined, string | undefined, 0 | 1]>([
    ['pass', 'error', 'new', 'worse', 1],
    ['na', 'error', 'new', 'worse', 1],
    ['waived', 'error', 'new', 'worse', 1],
    ['pass', 'unknown', 'new', 'worse', 1],
    ['pass', 'warning', 'new', 'worse', 0],
    ['pass', 'unsure', 'new', 'neutral', 0],
    ['pass', 'note', 'new', 'neutral', 0],
    ['warning', 'error', 'worse', 'worse', 1],
    ['warning', 'unknown', 'worse', 'worse', 1],
    ['unknown', 'error', 'worse', 'worse', 1],
    ['error', 'unknown', 'undetermined', 'neutral', 0],
    ['error', 'warning', 'better', 'better', 0],
    ['error', 'pass', 'fixed', 'better', 0],
    ['unknown', 'pass', 'fixed', 'better', 0],
    ['note', 'pass', 'fixed', 'neutral', 0],
    ['error', 'waived', 'waived', 'neutral', 0],
    ['error', 'na', 'not-judged', 'neutral', 0],
    ['pass', 'na', undefined, undefined, 0],
    ['error', 'error', undefined, undefined, 0],
  ])('%s → %s', (before, after, change, direction, status) => {
    const diff = compareReports(results(state[before]), results(state[after]))
    const [finding] = diff.targets[0]?.findings ?? []
    expect([finding?.change, finding?.direction, diff.exitCode]).toEqual([change, direction, status])
  })

  test('the worst of several results of one rule counts, by platform', () => {
    const before = results(chainFault({ platforms: ['wechat-ios'] }))
    const after = results(chainFault({ level: 'warning' }), chainFault({ platforms: ['wechat-android'] }))
    expect(
      compareReports(before, after).targets[0]?.findings.map(({ platforms, change }) => [platforms, change]),
    ).toEqual([
      [['wechat-ios'], 'better'],
      [['wechat-android'], 'new'],
    ])
  })

  test('about the config are matched by what they are about', () => {
    const fault = (text: string) =>
      result({
        rule: 'domain/scheme',
        entry: { family: 'wechat', api: 'request', text, file: 'a.json', line: 3 },
      })
    const diff = compareReports(
      report({ config: [fault('http://a')] }),
      report({ config: [fault('http://b')] }),
    )
    expect(diff.config.map(({ about, change }) => [about, change])).toEqual([
      ['http://b', 'new'],
      ['http://a', 'not-judged'],
    ])
    expect(diff.exitCode).toBe(1)
  })
})

describe('verdicts', () => {
  test.each([
    ['pass', 'warn', 'worse', 1],
    ['pass', 'unknown', 'worse', 1],
    ['unknown', 'fail', 'worse', 1],
    ['fail', 'unknown', 'better', 0],
    ['fail', 'pass', 'better', 0],
  ] as const)('%s → %s', (before, after, direction, status) => {
    const diff = compareReports(
      one({ verdicts: { 'wechat-ios': before, 'wechat-android': 'pass' } }),
      one({ verdicts: { 'wechat-ios': after, 'wechat-android': 'pass' } }),
    )
    expect(diff.targets[0]?.verdicts).toEqual([{ platforms: ['wechat-ios'], before, after, direction }])
    expect(diff.exitCode).toBe(status)
  })

  test('a platform judged only now is worse when it fails, and told in any case', () => {
    const more = (verdict: 'pass' | 'fail'): Report => ({
      ...one({ verdicts: { 'wechat-ios': 'pass', 'wechat-android': 'pass', 'alipay-ios': verdict } }),
      platforms: [...WECHAT, 'alipay-ios'],
      verdicts: { 'wechat-ios': 'pass', 'wechat-android': 'pass', 'alipay-ios': verdict },
    })
    expect(compareReports(one(), more('pass'))).toMatchObject({
      exitCode: 0,
      platforms: { added: ['alipay-ios'] },
    })
    expect(compareReports(one(), more('fail')).exitCode).toBe(1)
    expect(compareReports(more('fail'), one())).toMatchObject({
      exitCode: 0,
      platforms: { removed: ['alipay-ios'] },
    })
  })
})

describe('targets', () => {
  test('added and removed; the port and the scheme tell them apart', () => {
    const diff = compareReports(report({ targets: [host()] }), report({ targets: [host({ port: 8443 })] }))
    expect(diff.added.map(({ target: name }) => name)).toEqual(['api.example.com:8443'])
    expect(diff.removed).toEqual(['api.example.com'])
    expect(diff.exitCode).toBe(0)
  })

  test.each([
    ['fail', 1],
    ['unknown', 1],
    ['warn', 0],
    ['pass', 0],
  ] as const)('an added one that is "%s"', (verdict, status) => {
    const added = host({ host: 'new.example.com', verdicts: { 'wechat-ios': verdict } })
    expect(compareReports(one(), report({ targets: [host(), added] })).exitCode).toBe(status)
  })
})

describe('certificates', () => {
  const change = (after: Partial<CertificateSummary>, before: Partial<CertificateSummary> = {}) =>
    compareReports(
      one({ certificate: leaf(before) }),
      one({ certificate: leaf({ sha256: 'bb'.repeat(32), ...after }) }),
    )

  test.each([
    ['same', {}, {}],
    ['changed', { keySha256: '22'.repeat(32) }, {}],
  ] as const)('replaced: %s key', (key, after, before) => {
    expect(change(after, before)).toMatchObject({
      exitCode: 0,
      targets: [{ certificate: { key, issuerChanged: false } }],
    })
  })

  test('the key of an older report is not known', () => {
    const { keySha256: _, ...old } = leaf()
    const diff = compareReports(
      one({ certificate: old }),
      one({ certificate: leaf({ sha256: 'bb'.repeat(32) }) }),
    )
    expect(diff.targets[0]?.certificate?.key).toBe('unknown')
  })

  test.each<[string, string[], string[], string[], string[], 0 | 1]>([
    ['lost', ['a.example.com', 'b.example.com'], ['a.example.com'], ['b.example.com'], [], 1],
    ['gained', ['a.example.com'], ['a.example.com', 'b.example.com'], [], ['b.example.com'], 0],
    ['covered by a wildcard from now on', ['a.example.com'], ['*.example.com'], [], ['*.example.com'], 0],
    [
      'a wildcard covers no parent',
      ['example.com'],
      ['*.example.com'],
      ['example.com'],
      ['*.example.com'],
      1,
    ],
    ['nor two labels', ['a.b.example.com'], ['*.example.com'], ['a.b.example.com'], ['*.example.com'], 1],
    ['a wildcard lost', ['*.example.com'], ['a.example.com'], ['*.example.com'], [], 1],
    ['only case differs', ['A.example.com'], ['a.EXAMPLE.com'], [], [], 0],
    ['an address is no label', ['10.0.0.1'], ['*.0.0.1'], ['10.0.0.1'], ['*.0.0.1'], 1],
  ])('names: %s', (_, before, after, lost, gained, status) => {
    const diff = change({ names: after }, { names: before })
    expect(diff.targets[0]?.names ?? { lost: [], gained: [] }).toEqual({ lost, gained })
    expect(diff.exitCode).toBe(status)
  })

  test('a name that only one of two certificates lost is lost to whoever gets that one', () => {
    const other = leaf({ sha256: 'cc'.repeat(32), names: ['api.example.com'] })
    const chain = { addresses: [], clients: [], chain: [] }
    const after = one({
      chains: [
        { ...chain, certificate: leaf() },
        { ...chain, certificate: other },
      ],
    })
    expect(compareReports(one(), after)).toMatchObject({
      exitCode: 1,
      targets: [{ names: { lost: ['www.example.com'] }, alsoServed: { added: [{ sha256: other.sha256 }] } }],
    })
  })

  test('intermediates that changed', () => {
    const link = (subject: string, sent = true) => ({
      subject,
      issuer: 'x',
      sha256: subject.padEnd(64, '0'),
      sent,
    })
    const chain = (...subjects: string[]) =>
      one({ chain: [link('leaf'), ...subjects.map((name) => link(name))] })
    expect(compareReports(chain('R11'), chain('R12')).targets[0]?.chain).toEqual({
      before: ['R11'],
      after: ['R12'],
    })
    expect(compareReports(chain('R11'), chain('R11')).targets).toEqual([])
    const fixed = one({ chain: [link('leaf'), link('R11', false)] })
    expect(compareReports(fixed, chain()).targets).toEqual([])
  })
})

describe('phones', () => {
  test.each<[string, TrustSpan, TrustSpan, string | undefined]>([
    ['needs a newer one', span('7.0'), span('7.1.1'), 'worse'],
    ['compared as numbers', span('9'), span('10'), 'worse'],
    ['reaches older ones', span('10'), span('9'), 'better'],
    ['will be dropped', span('7'), span('7', '17'), 'worse'],
    ['is dropped later', span('7', '16'), span('7', '17'), 'better'],
    ['nowhere any more', span('7'), span(null, null, null), 'worse'],
    ['somewhere now', span(null, null, null), span('7'), 'better'],
    ['another root, the same versions', span('7'), span('7', null, 'Other'), undefined],
    ['some lost and some gained', span('7', '16'), span('9'), 'worse'],
  ])('%s', (_, before, after, direction) => {
    const diff = compareReports(
      one({ trust: trusted({ android: before }) }),
      one({ trust: trusted({ android: after }) }),
    )
    expect(diff.targets[0]?.phones[0]?.direction).toBe(direction)
    expect(diff.exitCode).toBe(direction === 'worse' ? 1 : 0)
  })

  test('lists no phone goes by are reported, and break nothing', () => {
    const diff = compareReports(one(), one({ trust: trusted({ windows: span(null, null, null) }) }))
    expect(diff).toMatchObject({
      exitCode: 0,
      targets: [{ phones: [{ list: 'windows', direction: 'neutral' }] }],
    })
  })
})
