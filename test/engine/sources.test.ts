/** What a finding rests on: the sentence of its reason, on each platform its own. */
import { describe, expect, test } from 'vitest'
import { textsOf } from '../../rules/texts/index.js'
import { referenceTo, toResult } from '../../src/audit/render.js'
import { foldConsequences, type Judgment } from '../../src/engine/index.js'
import type { Result } from '../../src/types.js'
import { clause, finding, run } from './plain.js'

const target = {
  host: 'a.example.com',
  port: 443,
  scheme: 'https',
  dns: null,
  endpoints: [],
  http: null,
} as never
const page = (quote: string) => ({ title: quote, quote, readOn: '2026-11-20' })
const WHOLE = page('whole')
const A = page('about a')
const OTHER = page('other')

const quotesOf = (judgments: readonly Judgment[]) =>
  judgments.map(({ status, reason, cite }) => [status, reason, cite.quote])

describe('the sentence of a finding', () => {
  const clauses = [clause(['ios'], 'error', { cite: WHOLE, cites: { a: A } })]
  const judged = (...found: Parameters<typeof finding>) =>
    run(finding(...found), clauses, target, {}, ['wechat-ios'])

  test('is that of its reason, or the demand’s own', () => {
    const found = judged(
      { status: 'fail', reason: 'a', evidence: {} },
      { status: 'unknown', reason: 'b', evidence: {} },
    )
    expect(quotesOf(found)).toEqual([
      ['fail', 'a', 'about a'],
      ['unknown', 'b', 'whole'],
    ])
  })
  test('a pass rests on the demand as a whole', () => {
    expect(quotesOf(judged({ status: 'pass', evidence: {} }))).toEqual([['pass', undefined, 'whole']])
  })
  test("a name that every object has isn't a reason", () => {
    const [demanded] = run(finding({ status: 'fail', reason: 'b', evidence: {} }), clauses, target, {}, [
      'wechat-ios',
    ])
    expect(demanded?.cite).toBe(WHOLE)
  })
})

describe('platforms that say the same for different sentences', () => {
  const clauses = [
    clause(['ios'], 'error', { cite: WHOLE }),
    clause(['android'], 'error', { cite: OTHER }),
    clause(['devtools'], 'error', { cite: WHOLE }),
  ]
  const [judgment] = run(finding({ status: 'fail', reason: 'a', evidence: {} }), clauses, target)

  test('are one finding that names them all', async () => {
    const result = toResult(judgment as Judgment, 'a.example.com', await textsOf('en'))
    expect(result.platforms).toEqual(['wechat-ios', 'wechat-android', 'wechat-devtools'])
    expect(result.reference?.quote).toBe('whole')
    expect(result.references?.map(({ quote, platforms }) => [quote, ...platforms])).toEqual([
      ['whole', 'wechat-ios', 'wechat-devtools'],
      ['other', 'wechat-android'],
    ])
  })
  test('one sentence for all needs no list', async () => {
    const same = [clause(['ios', 'android'], 'error', { cite: WHOLE })]
    const [one] = run(finding({ status: 'fail', reason: 'a', evidence: {} }), same, target)
    expect(toResult(one as Judgment, 'a.example.com', await textsOf('en')).references).toBeUndefined()
  })
  test('a part of it keeps the sentences of its own platforms', () => {
    const result: Result = {
      ...{ rule: 'b', status: 'fail', level: 'error', platforms: ['wechat-ios', 'wechat-android'] },
      reference: page('whole'),
      references: [
        { ...page('whole'), platforms: ['wechat-ios'] },
        { ...page('other'), platforms: ['wechat-android'] },
      ],
    }
    const cause: Result = { rule: 'a', status: 'fail', level: 'error', platforms: ['wechat-ios'] }
    const [, kept, under] = foldConsequences(
      [cause, result],
      [{ id: 'b', presupposes: [{ rule: 'a', failures: true }] }],
      ['192.0.2.1'],
    )
    expect(kept).toMatchObject({
      status: 'fail',
      platforms: ['wechat-android'],
      reference: { quote: 'other' },
    })
    expect(kept?.references).toBeUndefined()
    expect(under).toMatchObject({
      status: 'not-applicable',
      platforms: ['wechat-ios'],
      reference: { quote: 'whole' },
    })
  })
})

test('a title and an edition are reported in the language of the report', () => {
  const cite = {
    title: { en: 'Network', zh: '网络' },
    quote: '…',
    edition: { en: 'undated', zh: '未注明日期' },
    readOn: '2026-11-20',
    basis: 'inferred',
  } as const
  expect(referenceTo(cite, 'en')).toMatchObject({ title: 'Network', edition: 'undated', basis: 'inferred' })
  expect(referenceTo(cite, 'zh')).toMatchObject({ title: '网络', edition: '未注明日期' })
})
