/** Rules about the source: one case per thing found, each judged where it runs. */
import { describe, expect, test } from 'vitest'
import {
  type Clause,
  defineRule,
  evidence,
  fail,
  type JudgeSetting,
  judgeProject,
  judgeTarget,
  pass,
  type RunContext,
  type SourceCase,
} from '../../src/engine/index.js'
import { byFamily } from '../../src/platforms/index.js'
import type { Family, PlatformId } from '../../src/types.js'
import { endpoint, target } from '../helpers/targets.js'

const context: RunContext = {
  now: 0,
  supportedOs: { ios: '15', android: '10' },
  legacyOs: { ios: '12', android: '7.0' },
  ca: [],
  fetch: true,
}

const rule = defineRule({
  id: 'project/plain',
  subject: 'header',
  needs: ['header'],
  evidence: evidence<{ pass: { header: string }; bad: { header: string } }>(),
  reasons: { bad: 'fail' },
  judge({ header }) {
    if (header === 'throw') throw new Error('oops')
    return [header.startsWith('bad') ? fail('bad', { header }) : pass({ header })]
  },
})

const clause = (on: Clause['on'], level: Clause['level'] = 'error'): Clause => ({
  rule: rule.id,
  on,
  level,
  cite: { title: 'page', quote: 'sentence', readOn: '2026-11-20' },
})

const header = (name: string, families: Family[] = [], line = 1): SourceCase => ({
  subject: 'header',
  families,
  facts: () => ({ header: name }),
  entry: { api: 'request', text: name, file: 'a.js', line, column: 2 },
})

const PLATFORMS: PlatformId[] = ['wechat-ios', 'wechat-android', 'alipay-ios']

function run(cases: SourceCase[], change: Partial<JudgeSetting> = {}) {
  const clauses = {
    ...byFamily(() => []),
    wechat: [clause(['ios', 'android'])],
    alipay: [clause(['ios'], 'warning')],
  }
  return judgeProject(cases, context, {
    rules: [rule],
    clauses,
    overrides: {},
    platforms: PLATFORMS,
    ...change,
  })
}

const bare = (found: ReturnType<typeof run>) =>
  found.map(({ status, level, platforms, entry }) => [
    status,
    level,
    platforms.join(' '),
    entry ? `${entry.family} ${entry.text}:${entry.line}` : '',
  ])

describe('where it runs', () => {
  test('a case of one family is judged in its columns alone', () => {
    expect(bare(run([header('bad', ['wechat'])]))).toEqual([
      ['fail', 'error', 'wechat-ios wechat-android', 'wechat bad:1'],
      ['not-applicable', 'warning', 'alipay-ios', ''],
    ])
  })

  test('a case without families in every one, its place with the family', () => {
    expect(bare(run([header('bad')]))).toEqual([
      ['fail', 'error', 'wechat-ios wechat-android', 'wechat bad:1'],
      ['fail', 'warning', 'alipay-ios', 'alipay bad:1'],
    ])
  })

  test('a case gets what is known for the family it is judged for', () => {
    const asked: Family[] = []
    const facts = (family: Family) => {
      asked.push(family)
      return { header: family }
    }
    run([{ ...header('x'), facts }])
    expect(asked).toEqual(['wechat', 'alipay'])
  })
})

describe('many cases', () => {
  test('each finding for itself, a pass only where nothing is against it, and once', () => {
    const cases = [
      header('ok', ['alipay']),
      header('fine', ['alipay'], 2),
      header('bad1'),
      header('bad2', ['wechat'], 3),
    ]
    expect(bare(run(cases, { platforms: ['wechat-ios'] }))).toEqual([
      ['fail', 'error', 'wechat-ios', 'wechat bad1:1'],
      ['fail', 'error', 'wechat-ios', 'wechat bad2:3'],
    ])
    expect(bare(run(cases.slice(0, 2), { platforms: ['alipay-ios'] }))).toEqual([
      ['pass', 'warning', 'alipay-ios', ''],
    ])
  })

  test('no case leaves nothing to judge', () => {
    expect(bare(run([]))).toEqual([
      ['not-applicable', 'error', 'wechat-ios wechat-android', ''],
      ['not-applicable', 'warning', 'alipay-ios', ''],
    ])
  })

  test('a rule that throws leaves an unknown at that place, and ends nothing', () => {
    expect(bare(run([header('throw'), header('bad', [], 2)], { platforms: ['wechat-ios'] }))).toEqual([
      ['unknown', 'error', 'wechat-ios', 'wechat throw:1'],
      ['fail', 'error', 'wechat-ios', 'wechat bad:2'],
    ])
  })
})

test('overrides hold', () => {
  const cases = [header('bad', ['wechat'])]
  const platforms: PlatformId[] = ['wechat-ios']
  expect(run(cases, { platforms, overrides: { 'project/plain': { level: 'off' } } })).toEqual([])
  expect(bare(run(cases, { platforms, overrides: { 'project/plain': { level: 'info' } } }))[0]?.[1]).toBe(
    'info',
  )
})

test('rules of the source are not asked about targets, nor the other way round', () => {
  const { clauses, ...rest } = {
    clauses: { ...byFamily(() => []), wechat: [clause(['ios'])] },
    overrides: {},
  }
  const setting: JudgeSetting = { rules: [rule], clauses, ...rest, platforms: ['wechat-ios'] }
  const host = { host: 'a.cn', port: 443, scheme: 'https' as const, registrySuffix: null }
  expect(judgeTarget(target([endpoint('93.184.216.34')]), { ...context, ...host }, setting)).toEqual([])
  const own = defineRule({
    id: rule.id,
    subject: 'target',
    needs: ['dns'],
    evidence: rule.evidence,
    reasons: { bad: 'fail' },
    judge: () => [pass({ header: '' })],
  })
  expect(judgeProject([header('bad')], context, { ...setting, rules: [own] })).toEqual([])
})
