import { describe, expect, test } from 'vitest'
import { cadenceOf } from '../../../src/report/renewals/cadence.js'
import { renewalPlan } from '../../../src/report/renewals/plan.js'
import type { Report } from '../../../src/types.js'
import { result, target } from '../sample.js'
import { all, certificate, NOW, served, soonest } from './sample.js'

const DAY = 86_400_000
const plan = (report: Report, within: number | null = null, allowUnknown = false) =>
  renewalPlan(report, { within: within === null ? null : within * DAY, allowUnknown })

test('soonest first, each with its days, lifetime and who is affected', () => {
  const { renewals, exitCode } = plan(
    all(
      served('late.example.com', certificate(60)),
      served('soon.example.com', certificate(10), {
        entries: [
          { family: 'wechat', api: 'request', text: 'https://soon.example.com' },
          { family: 'wechat', api: 'uploadFile', text: 'https://soon.example.com' },
          { family: 'alipay', api: 'request', text: 'https://soon.example.com' },
        ],
      }),
    ),
  )
  expect(exitCode).toBe(0)
  expect(renewals.map(({ servedAt, daysLeft, state }) => [servedAt[0]?.host, daysLeft, state])).toEqual([
    ['soon.example.com', 10, 'due'],
    ['late.example.com', 60, 'later'],
  ])
  expect(renewals[0]).toMatchObject({
    lifetimeDays: 90,
    platforms: ['wechat-ios', 'wechat-android'],
    apis: [
      { family: 'wechat', apis: ['request', 'uploadFile'] },
      { family: 'alipay', apis: ['request'] },
    ],
  })
})

describe('from when on it is due', () => {
  test.each([
    [398, 368],
    [90, 60],
    [47, 47 - 47 / 3],
    [6, 4],
  ])('a certificate of %d days after %d of them', (lifetime, days) => {
    const [one] = plan(all(served('a.example.com', certificate(lifetime, lifetime)))).renewals
    expect((Date.parse(one?.renewFrom ?? '') - Date.parse(NOW)) / DAY).toBeCloseTo(days, 2)
  })

  test('as many days before as the config says', () => {
    const days = soonest('a.example.com', 60, { threshold: 45 })
    const [one] = plan(all(served('a.example.com', certificate(60), { results: [days] }))).renewals
    expect((Date.parse(one?.expires ?? '') - Date.parse(one?.renewFrom ?? '')) / DAY).toBe(45)
  })
})

describe('the exit status', () => {
  test.each([
    ['a day later than asked', 31, 30, 0],
    ['to the second', 30, 30, 1],
    ['inside', 29, 30, 1],
    ['expired', -1, 30, 1],
    ['expired, nothing asked', -1, null, 1],
    ['soon, nothing asked', 1, null, 0],
    ['only what has expired is asked for', 1, 0, 0],
  ] as const)('%s', (_, ends, within, status) => {
    const { exitCode, renewals, laterCount } = plan(all(served('a.example.com', certificate(ends))), within)
    expect(exitCode).toBe(status)
    expect(renewals.length + laterCount).toBe(1)
    expect(renewals).toHaveLength(within !== null && status === 0 ? 0 : 1)
  })

  test('the last second still belongs to the lifetime', () => {
    const leaf = (ms: number) =>
      certificate(0, 90, { notAfter: new Date(Date.parse(NOW) - ms).toISOString() })
    const stateAt = (ms: number) => plan(all(served('a.example.com', leaf(ms)))).renewals[0]?.state
    expect([stateAt(0), stateAt(999), stateAt(1000)]).toEqual(['due', 'due', 'expired'])
  })

  test('a certificate that is not valid yet must be replaced at once', () => {
    const early = certificate(91, 90)
    expect(plan(all(served('a.example.com', early)), 30)).toMatchObject({
      exitCode: 1,
      renewals: [{ state: 'not-yet-valid' }],
    })
  })

  const silent = target({
    host: 'silent.example.com',
    entries: [{ family: 'wechat', api: 'request', text: 'https://silent.example.com' }],
    results: [
      result({ rule: 'tls/version', status: 'unknown', reason: 'not-observed', message: 'no' }),
      result({ rule: 'tls/reachable', status: 'unknown', reason: 'no-answer', message: 'It stayed silent.' }),
    ],
  })

  test('a host that showed nothing is 3, never 0, unless that is allowed; something urgent goes before', () => {
    expect(plan(all(silent))).toMatchObject({
      exitCode: 3,
      unseen: [{ host: 'silent.example.com', reason: 'not-observed', message: 'It stayed silent.' }],
    })
    expect(plan(all(silent), null, true).exitCode).toBe(0)
    expect(plan(all(silent, served('a.example.com', certificate(3))), 30).exitCode).toBe(1)
  })

  test('an entry that names no server, and dates nobody can read, are 3 as well', () => {
    const entry = { family: 'wechat', api: 'request', text: 'http://x.example.com' } as const
    const stray = { ...all(), config: [result({ rule: 'domain/scheme', message: 'no https', entry })] }
    expect(plan(stray)).toMatchObject({ exitCode: 3, unseen: [{ host: entry.text, reason: 'no-target' }] })
    const broken = certificate(5, 90, { notAfter: '' })
    expect(plan(all(served('a.example.com', broken)))).toMatchObject({
      exitCode: 3,
      renewals: [],
      unseen: [{ reason: 'unreadable-dates' }],
    })
  })

  test('udp and tcp have no certificate, and a family with nothing else was not looked at', () => {
    const udp = target({ host: 'u.example.com', scheme: 'udp' })
    const good = served('a.example.com', certificate(60))
    expect(plan(all(udp, good))).toMatchObject({ exitCode: 0, unseen: [] })
    const unseen = [{ host: 'wechat', reason: 'no-server', message: '' }]
    expect(plan(all(udp))).toMatchObject({ exitCode: 3, unseen })
    expect(plan(all(udp), null, true)).toMatchObject({ exitCode: 0, unseen })
  })

  test('a family without a list is named', () => {
    const both: Report = {
      ...all(served('a.example.com', certificate(60))),
      platforms: ['wechat-ios', 'alipay-ios'],
    }
    expect(plan(both)).toMatchObject({ exitCode: 3, unseen: [{ host: 'alipay', reason: 'no-server' }] })
  })
})

describe('several certificates', () => {
  const [rsa, ec] = [certificate(20), certificate(70)]
  const chain = [{ subject: 'x', issuer: 'y', sha256: rsa.sha256, sent: true }]
  const both = served('a.example.com', ec, {
    chains: [
      { addresses: ['203.0.113.1', '203.0.113.2'], clients: ['tls1.3'], chain, certificate: ec },
      { addresses: ['203.0.113.1', '203.0.113.2'], clients: ['tls1.2-rsa'], chain, certificate: rsa },
    ],
    results: [soonest('a.example.com', 20)],
  })

  test('of one host are listed each, with the clients that get it', () => {
    const { renewals } = plan(all(both))
    expect(renewals.map(({ servedAt, daysLeft }) => [servedAt[0]?.clients, daysLeft])).toEqual([
      [['tls1.2-rsa'], 20],
      [['tls1.3'], 70],
    ])
    expect(renewals.map(({ endsFirst }) => endsFirst)).toEqual([null, null])
  })

  test('a half-renewed cluster is reported by address', () => {
    const cluster = served('a.example.com', ec, {
      chains: [
        { addresses: ['203.0.113.1'], clients: ['tls1.3'], chain, certificate: ec },
        { addresses: ['203.0.113.2'], clients: ['tls1.3'], chain, certificate: rsa },
      ],
    })
    expect(plan(all(cluster), 30)).toMatchObject({
      exitCode: 1,
      laterCount: 1,
      renewals: [{ servedAt: [{ addresses: ['203.0.113.2'] }] }],
    })
  })

  test('of many hosts the same is listed once', () => {
    const { renewals } = plan(
      all(served('a.example.com', rsa), served('b.example.com', rsa), served('c.example.com', ec)),
    )
    expect(renewals.map(({ servedAt }) => servedAt.map(({ host }) => host))).toEqual([
      ['a.example.com', 'b.example.com'],
      ['c.example.com'],
    ])
  })
})

describe('an intermediate that ends before the leaf', () => {
  test('sets the date, and is named', () => {
    const early = soonest('a.example.com', 12, { certificate: { subject: 'Old CA', sha256: 'ff' } })
    expect(plan(all(served('a.example.com', certificate(60), { results: [early] })), 30)).toMatchObject({
      exitCode: 1,
      renewals: [{ daysLeft: 12, endsFirst: 'Old CA' }],
    })
  })

  test('that has ended already, which another rule tells', () => {
    const ended = result({
      rule: 'certificate/validity',
      reason: 'expired',
      evidence: { notAfter: '2026-11-01T00:00:00Z', certificate: { subject: 'Old CA' } },
    })
    expect(plan(all(served('a.example.com', certificate(60), { results: [ended] })))).toMatchObject({
      exitCode: 1,
      renewals: [{ state: 'expired', endsFirst: 'Old CA' }],
    })
  })
})

describe('how often', () => {
  const days = (lifetime: number, at: string) =>
    cadenceOf(lifetime, Date.parse(at)).map(({ from, lifetimeDays, everyDays }) => [
      from,
      lifetimeDays,
      everyDays,
    ])

  test.each([
    [
      398,
      '2026-01-01',
      [
        [null, 398, 368],
        ['2026-03-15', 200, 170],
        ['2027-03-15', 100, 70],
        ['2029-03-15', 47, 31],
      ],
    ],
    [
      398,
      '2026-03-14T23:59:59Z',
      [
        [null, 398, 368],
        ['2026-03-15', 200, 170],
        ['2027-03-15', 100, 70],
        ['2029-03-15', 47, 31],
      ],
    ],
    [
      398,
      '2026-03-15',
      [
        [null, 200, 170],
        ['2027-03-15', 100, 70],
        ['2029-03-15', 47, 31],
      ],
    ],
    [
      90,
      '2026-11-20',
      [
        [null, 90, 60],
        ['2029-03-15', 47, 31],
      ],
    ],
    [47, '2026-11-20', [[null, 47, 31]]],
    [6, '2030-01-01', [[null, 6, 4]]],
  ])('%d days, seen on %s', (lifetime, at, expected) => {
    expect(days(lifetime, at.includes('T') ? at : `${at}T00:00:00Z`)).toEqual(expected)
  })
})
