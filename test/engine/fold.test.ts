import { describe, expect, test } from 'vitest'
import { foldConsequences, type Presupposition } from '../../src/engine/index.js'
import type { Level, Result, Status } from '../../src/types.js'

const result = (
  rule: string,
  status: Status,
  level: Level = 'error',
  more: Partial<Result> = {},
): Result => ({
  rule,
  status,
  level,
  platforms: ['wechat-ios', 'wechat-android'],
  ...more,
})
const rules = (presupposed: Record<string, (string | Presupposition)[]>) =>
  Object.entries(presupposed).map(([id, list]) => ({
    id,
    presupposes: list.map((one) => (typeof one === 'string' ? { rule: one } : one)),
  }))
const fold = (
  results: Result[],
  presupposed: Record<string, (string | Presupposition)[]>,
  addresses: string[] = ['192.0.2.1'],
) =>
  foldConsequences(results, rules(presupposed), addresses).map(
    ({ rule, status, platforms, followsFrom, consequences }) =>
      [
        rule,
        status,
        platforms.map((id) => id.slice(7)).join(' '),
        ...(followsFrom ? [`from ${followsFrom}`] : []),
        ...(consequences ? [`so ${consequences.join(' ')}`] : []),
      ].join(' | '),
  )

test('what could not be determined is told under the finding it follows from', () => {
  expect(fold([result('a', 'fail'), result('b', 'unknown')], { b: ['a'] })).toEqual([
    'a | fail | ios android | so b',
    'b | not-applicable | ios android | from a',
  ])
})

test('a failure stands by itself unless it is declared to follow', () => {
  const both = [result('a', 'fail'), result('b', 'fail')]
  expect(fold(both, { b: ['a'] })).toEqual(['a | fail | ios android', 'b | fail | ios android'])
  expect(fold(both, { b: [{ rule: 'a', failures: true }] })[1]).toBe(
    'b | not-applicable | ios android | from a',
  )
})

test('only the reasons named explain', () => {
  const because = (reason: string) => [
    result('a', 'fail', 'error', { evidence: { reason } }),
    result('b', 'unknown'),
  ]
  expect(fold(because('x'), { b: [{ rule: 'a', reasons: ['x'] }] })).toHaveLength(2)
  expect(fold(because('x'), { b: [{ rule: 'a', reasons: ['x'] }] })[1]).toContain('from a')
  expect(fold(because('y'), { b: [{ rule: 'a', reasons: ['x'] }] })[1]).toBe('b | unknown | ios android')
})

test('a rule that does not work is told by itself', () => {
  const broken = result('b', 'unknown', 'error', { evidence: { reason: 'rule-failed' } })
  expect(fold([result('a', 'fail'), broken], { b: ['a'] })[1]).toBe('b | unknown | ios android')
})

describe('no verdict gets better', () => {
  test.each<[string, Result, Result]>([
    ['a warning explains no error', result('a', 'fail', 'warning'), result('b', 'unknown')],
    ['what is unknown explains no failure', result('a', 'unknown'), result('b', 'fail')],
    ['what is waived explains nothing', result('a', 'waived'), result('b', 'unknown')],
    ['what passed explains nothing', result('a', 'pass'), result('b', 'unknown')],
  ])('%s', (_, cause, finding) => {
    expect(fold([cause, finding], { b: [{ rule: 'a', failures: true }] })[1]).toBe(
      `b | ${finding.status} | ios android`,
    )
  })

  test('on a platform without the cause the finding stays', () => {
    const found = [result('a', 'fail', 'error', { platforms: ['wechat-ios'] }), result('b', 'unknown')]
    expect(fold(found, { b: ['a'] })).toEqual([
      'a | fail | ios | so b',
      'b | unknown | android',
      'b | not-applicable | ios | from a',
    ])
  })

  test('rules that presuppose each other both stay', () => {
    const found = [result('a', 'unknown'), result('b', 'unknown'), result('c', 'unknown')]
    expect(fold(found, { a: ['b'], b: ['a'], c: ['b'] })).toEqual([
      'a | unknown | ios android',
      'b | unknown | ios android',
      'c | unknown | ios android',
    ])
  })
})

test('the end of a line of causes is the cause of all', () => {
  const found = [result('a', 'fail'), result('b', 'unknown'), result('c', 'unknown')]
  expect(fold(found, { c: ['b'], b: ['a'] })).toEqual([
    'a | fail | ios android | so b c',
    'b | not-applicable | ios android | from a',
    'c | not-applicable | ios android | from a',
  ])
})

test('of one rule’s findings the hardest is the cause, then the first, where the evidence is alike', () => {
  const of = (level: Level, lacking: string) => result('a', 'fail', level, { evidence: { lacking } })
  const own = { a: [{ rule: 'a', failures: true as const, alike: 'lacking' }] }
  expect(fold([of('warning', 'x'), of('error', 'x'), of('error', 'x'), of('error', 'y')], own)).toEqual([
    'a | not-applicable | ios android | from a',
    'a | fail | ios android',
    'a | not-applicable | ios android | from a',
    'a | fail | ios android',
  ])
})

describe('addresses', () => {
  const at = (rule: string, ...addresses: string[]) =>
    result(rule, 'unknown', 'error', addresses.length > 0 ? { evidence: { addresses } } : {})
  const ALL = ['192.0.2.1', '192.0.2.2']

  test('a cause at one address explains nothing at another, nor everywhere', () => {
    expect(fold([at('a', ALL[0] as string), at('b', ALL[1] as string)], { b: ['a'] }, ALL)[1]).toContain(
      'b | unknown',
    )
    expect(fold([at('a', ALL[0] as string), at('b')], { b: ['a'] }, ALL)[1]).toContain('b | unknown')
  })

  test('causes at every address explain what holds everywhere', () => {
    const found = [at('a', ALL[0] as string), at('a', ALL[1] as string), at('b')]
    expect(fold(found, { b: ['a'] }, ALL)[2]).toContain('from a')
  })

  test('a cause without addresses is everywhere', () => {
    expect(fold([at('a'), at('b', ALL[1] as string)], { b: ['a'] }, ALL)[1]).toContain('from a')
  })
})
