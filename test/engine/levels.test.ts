/** Clauses and overrides: which reason weighs how much, and for whom. */
import { describe, expect, test } from 'vitest'
import {
  defineRule,
  evidence,
  fail,
  notApplicable,
  notObserved,
  pass,
  unknown,
} from '../../src/engine/index.js'
import { endpoint, target } from '../helpers/targets.js'
import { clause, finding, run } from './plain.js'

const facts = target([endpoint('93.184.216.34')])
const bare = (found: ReturnType<typeof run>) =>
  found.map(({ status, reason, level, platforms }) => ({
    status,
    level,
    platforms,
    ...(reason ? { reason } : {}),
  }))

describe('reasons to levels', () => {
  test('one level for every reason', () => {
    expect(bare(run(finding(fail('a', {}), fail('b', {})), [clause(['ios'], 'warning')], facts))).toEqual([
      { status: 'fail', reason: 'a', level: 'warning', platforms: ['wechat-ios'] },
      { status: 'fail', reason: 'b', level: 'warning', platforms: ['wechat-ios'] },
    ])
  })

  test('one level per reason; what is not demanded is no pass', () => {
    const clauses = [
      clause(['ios'], { a: 'error', b: 'info', c: 'error' }),
      clause(['android'], { a: 'not-demanded', b: 'warning', c: 'error' }),
    ]
    const found = run(finding(fail('a', { n: 1 })), clauses, facts)
    expect(bare(found)).toEqual([
      { status: 'fail', reason: 'a', level: 'error', platforms: ['wechat-ios'] },
      { status: 'not-applicable', reason: 'a', level: 'error', platforms: ['wechat-android'] },
    ])
    expect(found[1]?.evidence).toEqual({ n: 1 })
  })

  test('a pass beside what is not demanded is a pass on its own evidence', () => {
    const clauses = [clause(['ios'], { a: 'not-demanded', b: 'error', c: 'error' })]
    const found = run(finding(fail('a', { n: 1 }), pass({ n: 2 })), clauses, facts)
    expect(found).toMatchObject([{ status: 'pass', evidence: { n: 2 } }])
  })

  test('a reason that the clause does not name is a fault of the clause, never a pass', () => {
    const clauses = [clause(['ios'], { a: 'warning' })]
    for (const one of [fail('b', { n: 1 }), unknown('b', {})]) {
      expect(run(finding(one), clauses, facts, { level: 'info' })).toMatchObject([
        {
          status: 'unknown',
          reason: 'rule-failed',
          level: 'error',
          evidence: { fault: 'no-clause', detail: 'b' },
        },
      ])
    }
  })

  test('a fact that could not be had weighs as much as the worst it may hide', () => {
    const clauses = [
      clause(['ios'], { a: 'error', b: 'info', c: 'not-demanded' }),
      clause(['android'], { a: 'not-demanded', b: 'warning', c: 'not-demanded' }),
      clause(['devtools'], 'info'),
    ]
    expect(bare(run(finding(notObserved('dns', 'timeout')), clauses, facts))).toEqual([
      { status: 'unknown', reason: 'not-observed', level: 'error', platforms: ['wechat-ios'] },
      { status: 'unknown', reason: 'not-observed', level: 'warning', platforms: ['wechat-android'] },
      { status: 'unknown', reason: 'not-observed', level: 'info', platforms: ['wechat-devtools'] },
    ])
  })

  test('a platform without a clause is told nothing', () => {
    expect(run(finding(fail('a', {})), [clause(['ios'], 'error')], facts, {}, ['wechat-android'])).toEqual([])
  })
})

describe('one judgment, many columns', () => {
  const everywhere = [clause(['ios', 'android', 'devtools'], 'error')]

  test('the same finding at the same level is one result', () => {
    expect(bare(run(finding(fail('a', { n: 1 })), everywhere, facts))).toEqual([
      {
        status: 'fail',
        reason: 'a',
        level: 'error',
        platforms: ['wechat-ios', 'wechat-android', 'wechat-devtools'],
      },
    ])
  })
  test('another level is another result', () => {
    const clauses = [clause(['ios'], 'error'), clause(['android', 'devtools'], 'warning')]
    expect(run(finding(fail('a', {})), clauses, facts)).toHaveLength(2)
  })
  test('other evidence is another result', () => {
    expect(run(finding(fail('a', { n: 1 }), fail('a', { n: 2 })), everywhere, facts)).toHaveLength(2)
  })
  test('a fault hides what passed beside it', () => {
    expect(bare(run(finding(pass({}), fail('a', {}), notApplicable), everywhere, facts))).toMatchObject([
      { status: 'fail' },
    ])
  })
  test('an unknown does too', () => {
    expect(bare(run(finding(pass({}), unknown('a', {})), everywhere, facts))).toMatchObject([
      { status: 'unknown' },
    ])
  })
  test('nothing to judge beside a pass is a pass, alone it is not', () => {
    expect(bare(run(finding(notApplicable, pass({})), everywhere, facts))).toMatchObject([{ status: 'pass' }])
    expect(bare(run(finding(notApplicable), everywhere, facts))).toMatchObject([{ status: 'not-applicable' }])
  })
})

describe('overrides', () => {
  const clauses = [
    clause(['ios'], { a: 'error', b: 'info', c: 'error' }),
    clause(['android'], { a: 'not-demanded', b: 'warning', c: 'info' }),
  ]

  test('off', () => {
    expect(run(finding(fail('a', {})), clauses, facts, { level: 'off' })).toEqual([])
  })
  test('a level replaces that of every reason that is demanded', () => {
    const found = run(finding(fail('a', {}), fail('b', {}), unknown('c', {})), clauses, facts, {
      level: 'warning',
    })
    expect(found.map(({ reason, level, platforms }) => [reason, level, platforms.join()])).toEqual([
      ['a', 'warning', 'wechat-ios'],
      ['b', 'warning', 'wechat-ios,wechat-android'],
      ['c', 'warning', 'wechat-ios,wechat-android'],
    ])
  })
  test('a level makes no demand of a reason the platform doesn’t name', () => {
    const found = run(finding(fail('a', {})), clauses, facts, { level: 'error' }, ['wechat-android'])
    expect(bare(found)).toEqual([
      { status: 'not-applicable', reason: 'a', level: 'error', platforms: ['wechat-android'] },
    ])
  })

  test('a level by reason is that of no other; one that is not demanded stays so', () => {
    const levels = { a: 'info', b: 'off' } as const
    const found = run(finding(fail('a', {}), fail('b', {}), unknown('c', {})), clauses, facts, { levels })
    expect(
      found.map(({ status, reason, level, platforms }) => [status, reason, level, platforms.join()]),
    ).toEqual([
      ['fail', 'a', 'info', 'wechat-ios'],
      ['unknown', 'c', 'error', 'wechat-ios'],
      ['unknown', 'c', 'info', 'wechat-android'],
    ])
  })
  test('what is turned off is no pass', () => {
    const found = run(finding(fail('a', {})), clauses, facts, { levels: { a: 'off' } }, ['wechat-ios'])
    expect(bare(found)).toEqual([
      { status: 'not-applicable', reason: 'a', level: 'error', platforms: ['wechat-ios'] },
    ])
  })
  test('what was not observed weighs as much as what is left', () => {
    const levels = { a: 'off', b: 'warning', c: 'off' } as const
    const found = run(finding(notObserved('dns', 'timeout')), clauses, facts, { levels }, ['wechat-ios'])
    expect(bare(found)).toMatchObject([{ status: 'unknown', level: 'warning' }])
  })

  const counting = defineRule({
    id: 'test/rule',
    subject: 'target',
    needs: [],
    parameters: { least: 1, most: 9 },
    evidence: evidence<{ pass: { least: number; most: number } }>(),
    reasons: {},
    judge: (_, { least, most }) => [pass({ least, most })],
  })
  test('parameters: the rule’s, then the clause’s, then the user’s', () => {
    const own = [
      clause(['ios'], 'error', { parameters: { least: 2, most: 8 } }),
      clause(['android'], 'error'),
    ]
    const told = (parameters = {}) =>
      run(counting, own, facts, { parameters }, ['wechat-ios'])
        .concat(run(counting, own, facts, { parameters }, ['wechat-android']))
        .map(({ evidence: { least, most } }) => [least, most])
    expect(told()).toEqual([
      [2, 8],
      [1, 9],
    ])
    expect(told({ most: 5 })).toEqual([
      [2, 5],
      [1, 5],
    ])
  })
  test('columns with other parameters are judged apart', () => {
    const failing = defineRule({
      id: 'test/rule',
      subject: 'target',
      needs: [],
      parameters: { least: 1 },
      evidence: evidence<{ pass: { least: number }; a: { least: number } }>(),
      reasons: { a: 'fail' },
      judge: (_, { least }) => [least > 1 ? fail('a', { least }) : pass({ least })],
    })
    const own = [clause(['ios'], 'error', { parameters: { least: 2 } }), clause(['android'], 'error')]
    expect(bare(run(failing, own, facts))).toEqual([
      { status: 'fail', reason: 'a', level: 'error', platforms: ['wechat-ios'] },
      { status: 'pass', level: 'error', platforms: ['wechat-android'] },
    ])
  })
})

describe('the engine’s own doing', () => {
  test('a rule that throws is unknown, and ends nothing', () => {
    const throwing = defineRule({
      id: 'test/rule',
      subject: 'target',
      needs: [],
      evidence: evidence<{ pass: Record<string, never> }>(),
      reasons: {},
      judge: () => {
        throw new Error('oops')
      },
    })
    expect(run(throwing, [clause(['ios'], 'error')], facts)).toMatchObject([
      {
        status: 'unknown',
        reason: 'rule-failed',
        level: 'error',
        evidence: { fault: 'threw', detail: 'oops' },
      },
    ])
  })
  test('a rule sees the facts it asked for and no others', () => {
    const nosy = defineRule({
      id: 'test/rule',
      subject: 'target',
      needs: ['dns'],
      evidence: evidence<{ pass: { seen: string[] } }>(),
      reasons: {},
      judge: (seen) => [pass({ seen: Object.keys(seen) })],
    })
    expect(run(nosy, [clause(['ios'], 'error')], facts)).toMatchObject([{ evidence: { seen: ['dns'] } }])
  })
})
