/** What is reported between two looks, and that nothing is reported twice. */
import { expect, test } from 'vitest'
import type { Report, Target, Verdict } from '../../src/types.js'
import { changesOf, readState, stateAfter, stateText, type WatchState } from '../../src/watch/index.js'

const WITHIN = 30
const DAY = 86_400_000
const NOW = Date.parse('2026-11-27T00:00:00Z')

interface Look {
  android?: Verdict
  ios?: Verdict
  daysLeft?: number
  lifetime?: number
  sha256?: string
  own?: Verdict
  /** Of an intermediate certificate. */
  issuerDaysLeft?: number
  /** No certificate was sent. */
  down?: boolean
}

function target({
  android = 'pass',
  ios = 'pass',
  daysLeft = 60,
  lifetime = 90,
  sha256 = 'a',
  issuerDaysLeft,
  down = false,
}: Look): Target {
  const notAfter = NOW + daysLeft * DAY
  const iso = (at: number) => new Date(at).toISOString()
  return {
    ...{ host: 'api.example.com', port: 443, scheme: 'https', entries: [], results: [] },
    verdicts: { 'wechat-android': android, 'wechat-ios': ios },
    ...(!down && {
      certificate: {
        ...{ subject: '', issuer: '', names: [], daysLeft, sha256: sha256.repeat(64) },
        ...{ notBefore: iso(notAfter - lifetime * DAY), notAfter: iso(notAfter) },
        ...(issuerDaysLeft !== undefined && {
          issuerEnds: {
            ...{ subject: 'CN=CA', notBefore: iso(NOW - 300 * DAY), daysLeft: issuerDaysLeft },
            notAfter: iso(NOW + issuerDaysLeft * DAY),
          },
        }),
      },
    }),
  }
}

function look(of: Look) {
  const report = { at: '2026-11-27T00:00:00Z', verdict: of.android ?? 'pass', targets: [target(of)] }
  const platforms = ['wechat-ios', 'wechat-android']
  return {
    report: { ...report, platforms } as unknown as Report,
    own: of.own ?? 'pass',
    within: WITHIN,
  } as const
}

function remembered(state: WatchState): WatchState {
  const read = readState(stateText(state))
  if ('fault' in read) throw new Error(read.fault)
  return read
}

/** One look after another, from nothing. */
function told(...looks: Look[]): string[][] {
  let state: WatchState | null = null
  return looks.map((of) => {
    const now = look(of)
    const changes = changesOf(state, now)
    state = remembered(stateAfter(state, now))
    return changes.map((one) =>
      one.kind === 'verdict'
        ? `${one.target ?? 'own'} ${one.before} ${one.after} ${one.platforms}`
        : one.kind === 'config'
          ? 'config'
          : `${one.kind} ${'daysLeft' in one ? one.daysLeft : ''}`.trim(),
    )
  })
}

test('a change of verdict is reported once', () => {
  expect(told({}, { android: 'fail' }, { android: 'fail' }, {})).toEqual([
    [],
    ['api.example.com pass fail wechat-android'],
    [],
    ['api.example.com fail pass wechat-android'],
  ])
})

test('at the first look only what is wrong is reported', () => {
  expect(told({ android: 'warn' })).toEqual([[]])
  expect(told({ android: 'unknown' })).toEqual([['api.example.com null unknown wechat-ios,wechat-android']])
})

test('another platform that fails is a change, though the worst stays', () => {
  expect(told({ android: 'fail' }, { android: 'fail', ios: 'fail' })[1]).toEqual([
    'api.example.com fail fail wechat-ios',
  ])
})

test('lists and source are reported by themselves', () => {
  expect(told({}, { own: 'fail' }, { own: 'fail' })).toEqual([
    [],
    ['own pass fail wechat-ios,wechat-android'],
    [],
  ])
})

test('each span before the end of a certificate is reported once', () => {
  expect(
    told(
      { daysLeft: 31 },
      { daysLeft: 30 },
      { daysLeft: 29 },
      { daysLeft: 13 },
      { daysLeft: 2 },
      { daysLeft: -1 },
    ),
  ).toEqual([[], ['renewal 30'], [], ['renewal 13'], ['renewal 2'], ['renewal -1']])
})

test('a chain is good until the first of its certificates ends', () => {
  expect(
    told({ daysLeft: 80, issuerDaysLeft: 40 }, { daysLeft: 75, issuerDaysLeft: 4 }, { daysLeft: 74 }),
  ).toEqual([[], ['renewal 4'], []])
  const [change] = changesOf(null, look({ daysLeft: 75, issuerDaysLeft: 4 }))
  expect(change).toMatchObject({ kind: 'renewal', intermediate: true, daysLeft: 4 })
})

test('a renewal is reported where it was due', () => {
  expect(told({ daysLeft: 20 }, { daysLeft: 89, sha256: 'b' }, { daysLeft: 88, sha256: 'c' })).toEqual([
    ['renewal 20'],
    ['renewed'],
    [],
  ])
})

test('an outage makes no certificate forgotten', () => {
  const [due, down] = [{ daysLeft: 20 }, { daysLeft: 20, down: true }]
  expect(told(due, down, down, due, { daysLeft: 13 })).toEqual([['renewal 20'], [], [], [], ['renewal 13']])
  expect(told(due, down, down, { daysLeft: 89, sha256: 'b' })).toEqual([['renewal 20'], [], [], ['renewed']])
  expect(told(down, { daysLeft: 40 }, down, due)).toEqual([[], [], [], ['renewal 20']])
})

test('a certificate that lives for six days is due in its last third', () => {
  expect(told({ daysLeft: 5, lifetime: 6 }, { daysLeft: 2, lifetime: 6 })).toEqual([[], ['renewal 2']])
})

test.each([
  ['', { fault: 'not-json' }],
  ['{"seen": [,]}', { fault: 'not-json' }],
  ['null', { fault: 'shape', path: [] }],
  ['[]', { fault: 'shape', path: ['schemaVersion'] }],
  ['{"schemaVersion": 2}', { fault: 'shape', path: ['schemaVersion'] }],
])('%s is no state', (text, fault) => {
  expect(readState(text)).toEqual(fault)
})

test('what an older version remembered can be read', () => {
  const old = { target: 'a.cn', verdicts: { 'wechat-ios': 'fail' }, window: null }
  const head = { schemaVersion: 1, at: '', verdict: 'fail', own: 'pass', configUsable: true }
  expect(readState(JSON.stringify({ ...head, seen: [old], waiting: [] }))).toMatchObject({ seen: [old] })
})
