import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldConsequences, type Presupposition, verdictsOf } from '../../src/engine/index.js'
import type { Entry, Level, PlatformId, Result, Status } from '../../src/types.js'
import { runs } from '../helpers/thorough.js'

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

test('what could not be determined is reported under the finding it follows from', () => {
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

test('a rule that does not work is reported by itself', () => {
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

describe('a rejected entry', () => {
  const entry = (text: string, more: Partial<Entry> = {}): Entry => ({
    ...{ family: 'wechat', api: 'request', text },
    ...more,
  })
  const folding = [
    { id: 'domain/x', subject: 'entry' as const, rejects: ['bad'] },
    { id: 'tls/x', subject: 'endpoint' as const },
    { id: 'domain/y', subject: 'entry' as const },
  ]
  const bad = (of: Entry, more: Partial<Result> = {}) =>
    result('domain/x', 'fail', 'error', { entry: of, evidence: { reason: 'bad' }, ...more })
  const told = (results: Result[], entries: Entry[]) =>
    foldConsequences(results, folding, ['192.0.2.1'], entries).map(
      ({ rule, status, platforms, followsFrom }) =>
        `${rule} ${status} ${platforms.join(' ')} ${followsFrom ?? ''}`.trim(),
    )
  const a = entry('https://a.cn/x')
  const fine = entry('https://a.cn')
  const BOTH = 'wechat-ios wechat-android'

  test('is judged as an entry only', () => {
    expect(told([bad(a), result('tls/x', 'fail'), result('domain/y', 'fail')], [a])).toEqual([
      `domain/x fail ${BOTH}`,
      `tls/x not-applicable ${BOTH} domain/x`,
      `domain/y fail ${BOTH}`,
    ])
  })

  test.each<[string, Result[], Entry[]]>([
    ['beside one that is taken', [bad(a)], [a, fine]],
    ['for another reason', [bad(a, { evidence: { reason: 'ugly' } })], [a]],
    ['where the rejection is waived', [{ ...bad(a), status: 'waived' }], [a]],
    ['where the rejection weighs less', [{ ...bad(a), level: 'warning' }], [a]],
    ['where nothing leads to the server', [bad(a)], [fine]],
  ])('the server is judged %s', (_, results, entries) => {
    expect(told([...results, result('tls/x', 'fail')], entries)).toContain(`tls/x fail ${BOTH}`)
  })

  test('on the platforms of its family', () => {
    const other = entry('https://a.cn', { family: 'alipay' })
    const found = result('tls/x', 'fail', 'error', { platforms: ['wechat-ios', 'alipay-ios'] })
    expect(told([bad(a, { platforms: ['wechat-ios'] }), found], [a, other])).toEqual([
      'domain/x fail wechat-ios',
      'tls/x fail alipay-ios',
      'tls/x not-applicable wechat-ios domain/x',
    ])
  })
})

test('whatever is found and declared: no verdict changes, and nothing is reported under what does not fail there', () => {
  const PLATFORMS: PlatformId[] = ['wechat-ios', 'wechat-android', 'alipay-ios']
  const RULES = ['a', 'b', 'c', 'd'] as const
  const entries: Entry[] = [
    { family: 'wechat', api: 'request', text: 'x' },
    { family: 'wechat', api: 'request', text: 'y' },
    { family: 'alipay', api: 'request', text: 'x' },
  ]
  const found = fc.record({
    rule: fc.constantFrom(...RULES),
    status: fc.constantFrom<Status>('pass', 'fail', 'unknown', 'waived', 'not-applicable'),
    level: fc.constantFrom<Level>('error', 'warning', 'info'),
    platforms: fc.subarray(PLATFORMS, { minLength: 1 }),
    evidence: fc.record(
      {
        reason: fc.constantFrom('x', 'y'),
        addresses: fc.subarray(['192.0.2.1', '192.0.2.2'], { minLength: 1 }),
      },
      { requiredKeys: ['reason'] },
    ),
    entry: fc.constantFrom(undefined, ...entries),
  })
  const presupposition = fc.record(
    { rule: fc.constantFrom(...RULES), reasons: fc.constant(['x']), failures: fc.constant(true as const) },
    { requiredKeys: ['rule'] },
  )
  const declared = fc.tuple(
    ...RULES.map((id) =>
      fc.record({
        id: fc.constant(id),
        subject: fc.constantFrom('entry' as const, 'endpoint' as const),
        presupposes: fc.array(presupposition, { maxLength: 3 }),
        rejects: fc.subarray(['x', 'y']),
      }),
    ),
  )
  fc.assert(
    fc.property(fc.array(found, { maxLength: 8 }), declared, (made, rules) => {
      const results = made.map(({ entry, ...rest }): Result => ({ ...rest, ...(entry && { entry }) }))
      const folded = foldConsequences(results, rules, ['192.0.2.1', '192.0.2.2'], entries)
      for (const failOn of ['error', 'warning'] as const)
        expect(verdictsOf(folded, PLATFORMS, failOn)).toEqual(verdictsOf(results, PLATFORMS, failOn))
      const roots = (rule: string | undefined, platform: PlatformId) =>
        folded.filter(
          (one) =>
            one.rule === rule &&
            one.platforms.includes(platform) &&
            (one.status === 'fail' || one.status === 'unknown'),
        )
      for (const { followsFrom, platforms, rule } of folded.filter((one) => one.followsFrom)) {
        for (const platform of platforms) {
          const causes = roots(followsFrom, platform)
          expect(causes).not.toEqual([])
          if (rule !== followsFrom)
            expect(causes.flatMap(({ consequences = [] }) => consequences)).toContain(rule)
        }
      }
    }),
    { numRuns: runs(1000) },
  )
})
