import { describe, expect, test } from 'vitest'
import { type Judgment, settle } from '../../src/engine/index.js'
import type { Result } from '../../src/types.js'

const cite = { title: 't', quote: 'q', readOn: '2026-11-01' }
const judgment = (rule: string, more: Partial<Judgment> = {}): Judgment => ({
  rule,
  status: 'fail',
  level: 'error',
  platforms: ['wechat-ios', 'wechat-android'],
  evidence: {},
  cite,
  ...more,
})
const resultOf = ({ rule, status, level, platforms, evidence, entry }: Judgment): Result => ({
  rule,
  status,
  level,
  platforms,
  evidence,
  fix: 'fix it',
  ...(entry && { entry }),
})
const settled = (judgments: Judgment[], change: (results: Result[]) => Result[] = (same) => same) =>
  settle(judgments, change(judgments.map(resultOf)))
const words = (results: readonly Result[]) =>
  results.map(({ rule, status, platforms, followsFrom = '-' }) =>
    [rule, status, platforms.map((id) => id.slice(7)).join('+'), followsFrom].join(' '),
  )

describe('a finding another rule tells', () => {
  const same = judgment('b', { toldBy: ['a'] })

  test('is reported once, on the platforms where the other tells it', () => {
    const other = judgment('a', { platforms: ['wechat-ios'] })
    const { results } = settled([other, same])
    expect(words(results)).toEqual(['a fail ios -', 'b not-applicable ios a', 'b fail android -'])
    expect(results.map(({ fix }) => fix)).toEqual(['fix it', undefined, 'fix it'])
  })

  test.each(['pass', 'not-applicable'] as const)('stays where the other says %s', (status) => {
    expect(words(settled([judgment('a', { status }), same]).results)[1]).toBe('b fail ios+android -')
  })

  test('stays where the other is off', () => {
    expect(words(settled([same]).results)).toEqual(['b fail ios+android -'])
  })

  test('a waiver of the other covers it, being of the same fact', () => {
    const waived = (results: Result[]) =>
      results.map((one) => (one.rule === 'a' ? { ...one, status: 'waived' as const } : one))
    expect(words(settled([judgment('a'), same], waived).results)[1]).toBe('b not-applicable ios+android a')
  })

  test.each([
    [['192.0.2.1', '192.0.2.2'], 'b not-applicable ios+android a'],
    [['192.0.2.2'], 'b fail ios+android -'],
  ])('of the addresses %j of the other', (addresses, expected) => {
    const other = judgment('a', { evidence: { addresses } })
    const here = { ...same, evidence: { addresses: ['192.0.2.1'] } }
    expect(words(settled([other, here]).results)[1]).toBe(expected)
  })

  test('stays an error where the other is lowered to a warning', () => {
    const other = judgment('a', { level: 'warning', lowered: ['wechat-ios'] })
    expect(words(settled([other, same]).results).slice(1)).toEqual([
      'b fail ios -',
      'b not-applicable android a',
    ])
    const light = { ...same, level: 'warning' as const }
    expect(words(settled([other, light]).results)[1]).toBe('b not-applicable ios+android a')
  })

  test('at another place of the source is another one', () => {
    const at = (line: number) => ({
      family: 'wechat' as const,
      api: 'request' as const,
      text: 'x',
      file: 'a.js',
      line,
      column: 1,
    })
    const two = (line: number) =>
      words(settled([judgment('a', { entry: at(1) }), { ...same, entry: at(line) }]).results)[1]
    expect(two(1)).toBe('b not-applicable ios+android a')
    expect(two(2)).toBe('b fail ios+android -')
  })
})

describe('what was left to others', () => {
  const left = (rules: string[], addresses: string[] | null = null): Judgment =>
    judgment('b', {
      status: 'pass',
      left: [{ platform: 'wechat-ios', rules, level: 'error', addresses }],
    })

  test('is reported by one of them', () => {
    expect(settled([left(['x', 'a']), judgment('a')]).untold('wechat-ios')).toBeNull()
    expect(settled([left(['a']), judgment('a', { level: 'warning' })]).untold('wechat-ios')).toBeNull()
  })

  test('is a gap where none tells it, by their names', () => {
    const { untold } = settled([left(['x', 'a']), judgment('c')])
    expect(untold('wechat-ios')).toEqual({ rules: ['a', 'x'], count: 1 })
    expect(untold('wechat-android')).toBeNull()
  })

  test('is not reported by itself, as information, on another platform or at another address', () => {
    const gap = { rules: ['a'], count: 1 }
    expect(settled([left(['b']), judgment('b')]).untold('wechat-ios')).toEqual({ rules: ['b'], count: 1 })
    expect(settled([left(['a']), judgment('a', { level: 'info' })]).untold('wechat-ios')).toEqual(gap)
    const elsewhere = judgment('a', { platforms: ['wechat-android'] })
    expect(settled([left(['a']), elsewhere]).untold('wechat-ios')).toEqual(gap)
    const other = judgment('a', { evidence: { addresses: ['192.0.2.2'] } })
    expect(settled([left(['a'], ['192.0.2.1']), other]).untold('wechat-ios')).toEqual(gap)
  })

  test('is not reported as an error by one that is lowered', () => {
    const lowered = judgment('a', { level: 'warning', lowered: ['wechat-ios'] })
    expect(settled([left(['a']), lowered]).untold('wechat-ios')).toEqual({ rules: ['a'], count: 1 })
    expect(
      settled([left(['a']), { ...lowered, lowered: ['wechat-android'] }]).untold('wechat-ios'),
    ).toBeNull()
  })

  test('is one gap for all platforms that have it', () => {
    const other = judgment('c', {
      status: 'pass',
      left: [{ platform: 'wechat-android', rules: ['x'], level: 'error', addresses: null }],
    })
    const { untold } = settled([left(['a']), other])
    expect(untold('wechat-ios')).toEqual({ rules: ['a', 'x'], count: 2 })
    expect(untold('wechat-android')).toEqual(untold('wechat-ios'))
    expect(untold('wechat-devtools')).toBeNull()
  })
})
