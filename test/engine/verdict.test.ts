import { describe, expect, test } from 'vitest'
import { exitCodeOf, verdictsOf, worst } from '../../src/engine/index.js'
import type { Level, Result, Status, Verdict } from '../../src/types.js'

const result = (status: Status, level: Level, platforms: Result['platforms'] = ['wechat-ios']): Result => ({
  rule: 'test/rule',
  status,
  level,
  platforms,
})
const verdict = (results: Result[], failOn: 'error' | 'warning' = 'error') =>
  verdictsOf(results, ['wechat-ios'], failOn)['wechat-ios']

test.each<[Status, Level, Verdict, Verdict]>([
  ['fail', 'error', 'fail', 'fail'],
  ['fail', 'warning', 'warn', 'fail'],
  ['fail', 'info', 'pass', 'pass'],
  ['unknown', 'error', 'unknown', 'unknown'],
  ['unknown', 'warning', 'pass', 'pass'],
  ['unknown', 'info', 'pass', 'pass'],
  ['pass', 'error', 'pass', 'pass'],
  ['not-applicable', 'error', 'pass', 'pass'],
  ['waived', 'error', 'pass', 'pass'],
  ['waived', 'warning', 'pass', 'pass'],
])('%s %s: %s, with --fail-on warning %s', (status, level, expected, strict) => {
  expect(verdict([result(status, level)])).toBe(expected)
  expect(verdict([result(status, level)], 'warning')).toBe(strict)
})

describe('order: fail, unknown, warn, pass', () => {
  const ALL: Verdict[] = ['fail', 'unknown', 'warn', 'pass']
  test('the worst wins in whatever order', () => {
    for (let from = 0; from < ALL.length; from++) {
      const some = ALL.slice(from)
      expect(worst(some)).toBe(ALL[from])
      expect(worst([...some].reverse())).toBe(ALL[from])
    }
    expect(worst([])).toBe('unknown')
  })
  test('over results', () => {
    const [fail, unknown, warn, pass] = [
      result('fail', 'error'),
      result('unknown', 'error'),
      result('fail', 'warning'),
      result('pass', 'error'),
    ]
    expect(verdict([pass, warn, unknown, fail])).toBe('fail')
    expect(verdict([pass, warn, unknown])).toBe('unknown')
    expect(verdict([pass, warn])).toBe('warn')
    expect(verdict([warn, unknown], 'warning')).toBe('fail')
  })
})

test('a platform hears of what names it, and has no verdict where nothing does', () => {
  const results = [result('fail', 'error', ['wechat-android'])]
  expect(verdictsOf(results, ['wechat-ios', 'wechat-android'], 'error')).toEqual({ 'wechat-android': 'fail' })
})

test.each([
  ['fail', false, 1],
  ['fail', true, 1],
  ['unknown', false, 3],
  ['unknown', true, 0],
  ['warn', false, 0],
  ['pass', false, 0],
] as const)('%s, unknown allowed %s: exit status %d', (one, allowUnknown, expected) =>
  expect(exitCodeOf(one, { failOn: 'error', allowUnknown })).toBe(expected),
)
