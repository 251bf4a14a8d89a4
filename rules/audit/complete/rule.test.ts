import { describe, expect, test } from 'vitest'
import { addressGaps, type Gap, gapsOf, judgeAudit, type Looked } from '../../../src/engine/index.js'
import type { Entry, Result } from '../../../src/types.js'
import { context } from '../../../test/helpers/chains.js'
import { dnsAnswer, dnsFact, endpoint, target } from '../../../test/helpers/targets.js'
import { CLAUSES, RULES } from '../../index.js'

const entry = (family: Entry['family'], text = 'https://a.cn'): Entry => ({ family, api: 'request', text })
const result = (more: Partial<Result> = {}): Result => ({
  rule: 'tls/version',
  status: 'pass',
  level: 'error',
  platforms: ['wechat-ios'],
  ...more,
})
const looked = (more: Partial<Looked> = {}): Looked => ({
  platforms: ['wechat-ios', 'alipay-ios'],
  entries: [entry('wechat')],
  listed: new Set(['wechat']),
  resultsOf: () => [result()],
  results: [result()],
  ...more,
})

describe('what was chosen and not looked at', () => {
  test('nothing', () => expect(gapsOf('wechat-ios', looked())).toEqual([]))
  test('a platform without a list', () => {
    expect(gapsOf('alipay-ios', looked())).toEqual([{ kind: 'no-list', family: 'alipay' }])
  })
  test('an entry nothing is said of', () => {
    const gap = { kind: 'no-result', entries: ['https://a.cn'], count: 1 }
    expect(gapsOf('wechat-ios', looked({ resultsOf: () => [] }))).toEqual([gap])
    const elsewhere = result({ platforms: ['wechat-android'] })
    expect(gapsOf('wechat-ios', looked({ resultsOf: () => [elsewhere] }))).toEqual([gap])
    const nothing = result({ status: 'not-applicable' })
    expect(gapsOf('wechat-ios', looked({ resultsOf: () => [nothing] }))).toEqual([gap])
  })
  test("an empty share isn't a gap, a source without a single rule is one", () => {
    expect(gapsOf('wechat-ios', looked({ entries: [], results: [] }))).toEqual([])
    const source = { entries: [], listed: null }
    expect(gapsOf('wechat-ios', looked({ ...source, results: [] }))).toEqual([{ kind: 'no-rule' }])
    expect(gapsOf('wechat-ios', looked(source))).toEqual([])
  })
  test.each([
    [[], []],
    [['198.51.100.2'], [{ kind: 'addresses-left', tried: 1, known: 2, left: ['198.51.100.2'] }]],
  ] as [string[], Gap[]][])('addresses beyond those that were asked: %j', (more, gaps) => {
    const dns = dnsFact(dnsAnswer('answered', '198.51.100.1', ...more))
    expect(addressGaps(target([endpoint('198.51.100.1')], { dns }))).toEqual(gaps)
  })
})

test.each<Gap>([
  { kind: 'no-list', family: 'alipay' },
  { kind: 'not-compared', folder: 'mp' },
  { kind: 'not-read-for', family: 'alipay', folder: 'mp' },
  { kind: 'no-result', entries: ['https://a.cn'], count: 1 },
  { kind: 'no-source', folder: 'mp' },
  { kind: 'not-probed', entries: ['udp://a.cn'], count: 1 },
  { kind: 'no-rule' },
  { kind: 'untold', rules: ['tls/reachable'], count: 20 },
  { kind: 'addresses-left', tried: 16, known: 17, left: ['198.51.100.17'] },
  { kind: 'facts-missing', lacking: ['198.51.100.1 nameless'], count: 1 },
  { kind: 'shares-missing', shares: ['2/3'], count: 1, targets: 7 },
  { kind: 'results-missing', rules: ['certificate/hostname'], count: 1 },
  { kind: 'not-looked', vantage: 'hk', why: 'timed-out' },
  { kind: 'no-such-os', os: 'ios', version: '99', newest: '26' },
])('$kind is unknown, an error that no setting lowers', (gap) => {
  const overrides = { 'audit/complete': { level: 'off' as const } }
  const setting = {
    rules: RULES,
    clauses: CLAUSES,
    overrides,
    platforms: ['wechat-ios', 'mpaas-ios'] as const,
  }
  const told = judgeAudit('gap', () => [{ facts: { gap } }], context(), setting)
  expect(told).toMatchObject([
    { rule: 'audit/complete', status: 'unknown', reason: gap.kind, level: 'error', platforms: { length: 2 } },
  ])
  expect(judgeAudit('gap', () => [{ facts: { gap: null } }], context(), setting)).toMatchObject([
    { status: 'pass' },
  ])
  expect(judgeAudit('gap', () => [], context(), setting)).toEqual([])
})

test.each([
  ['old-lists', 'info'],
  ['outdated-lists', 'warning'],
] as const)('%s: %s', (kind, level) => {
  const setting = { rules: RULES, clauses: CLAUSES, overrides: {}, platforms: ['wechat-ios'] as const }
  const gap = { kind, readOn: '2026-01-01', days: 130 }
  expect(judgeAudit('gap', () => [{ facts: { gap } }], context(), setting)).toMatchObject([
    { status: 'fail', reason: kind, level },
  ])
})
