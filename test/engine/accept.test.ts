/** Whatever a rule returns, the engine never throws, and never makes a pass of what is none. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textsOf } from '../../rules/texts/index.js'
import { toResult } from '../../src/audit/render.js'
import { type Rule, verdictsOf } from '../../src/engine/index.js'
import { endpoint, target } from '../helpers/targets.js'
import { runs } from '../helpers/thorough.js'
import { clause, PLATFORMS, run } from './plain.js'

const facts = target([endpoint('93.184.216.34')])
const REASONS = { a: 'fail', b: 'unknown', c: 'either' } as const
/** Each platform demands something else, and nothing at error level but here. */
const CLAUSES = [
  clause(['ios'], 'info'),
  clause(['android'], { a: 'not-demanded', b: 'not-demanded', c: 'not-demanded' }),
  clause(['devtools'], { a: 'error', b: 'error', c: 'error' }),
]

const returning = (value: unknown): Rule => ({
  id: 'test/rule',
  subject: 'target',
  needs: [],
  parameters: {},
  reasons: REASONS,
  judge: () => value as never,
})

const told = (value: unknown) => run(returning(value), CLAUSES, facts)
const everywhere = (fault: string) => [
  {
    rule: 'test/rule',
    status: 'unknown',
    reason: 'rule-failed',
    level: 'error',
    platforms: PLATFORMS,
    evidence: { fault },
  },
]

const cycle: Record<string, unknown> = {}
cycle.self = cycle
const hostile = new Proxy(
  {},
  {
    get: () => {
      throw new Error('no')
    },
    ownKeys: () => {
      throw new Error('no')
    },
  },
)
const { proxy: dead, revoke } = Proxy.revocable({}, {})
revoke()
const { proxy: deadList, revoke: revokeList } = Proxy.revocable([], {})
revokeList()
const fail = (evidence: unknown) => [{ status: 'fail', reason: 'a', evidence }]

describe("what isn't a finding is unknown at error level, on every platform that demands the rule", () => {
  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'no-list'],
    ['a finding alone', { status: 'pass', evidence: {} }, 'no-list'],
    ['a promise', Promise.resolve([]), 'no-list'],
    ['an empty list', [], 'empty-list'],
    ['a list without end', Object.assign([], { length: 4_000_000_000 }), 'too-many'],
    ['holes', new Array(2), 'no-finding'],
    ['a word', ['pass'], 'no-finding'],
    ['null', [null], 'no-finding'],
    ['a status nobody knows', [{ status: 'failed', reason: 'a', evidence: {} }], 'unknown-status'],
    ['the status of a result', [{ status: 'waived', reason: 'a', evidence: {} }], 'unknown-status'],
    ['no status', [{ reason: 'a', evidence: {} }], 'unknown-status'],
    ['a status that only looks like one', [{ status: ['pass'], evidence: {} }], 'unknown-status'],
    ['a reason nobody knows', [{ status: 'fail', reason: 'z', evidence: {} }], 'unknown-reason'],
    ['a reason of every object', [{ status: 'fail', reason: 'toString', evidence: {} }], 'unknown-reason'],
    ['no reason', [{ status: 'unknown', evidence: {} }], 'unknown-reason'],
    [
      'the engine’s own reason for a failure',
      [{ status: 'unknown', reason: 'rule-failed', evidence: {} }],
      'unknown-reason',
    ],
    [
      'a failure that was not observed',
      [{ status: 'fail', reason: 'not-observed', evidence: {} }],
      'wrong-status',
    ],
    ['a failure for what is only unknown', [{ status: 'fail', reason: 'b', evidence: {} }], 'wrong-status'],
    ['unknown for what only fails', [{ status: 'unknown', reason: 'a', evidence: {} }], 'wrong-status'],
    ['a pass without evidence', [{ status: 'pass' }], 'no-evidence'],
    ['a failure without evidence', fail(undefined), 'no-evidence'],
    ['evidence that is a list', fail([]), 'no-evidence'],
    ['evidence that is a function', fail({ f: () => 1 }), 'strange-evidence'],
    ['evidence of a class', fail({ at: new Date(0) }), 'strange-evidence'],
    ['evidence that is no number', fail({ n: Number.NaN }), 'strange-evidence'],
    ['a big number', fail({ n: 1n }), 'strange-evidence'],
    ['evidence that can’t be read', fail(hostile), 'strange-evidence'],
    ['evidence that is gone', fail(dead), 'unreadable'],
    ['evidence that contains itself', fail(cycle), 'large-evidence'],
    ['evidence without end', fail({ list: new Array(3_000_000_000) }), 'large-evidence'],
    ['a text without end', fail({ text: 'x'.repeat(2_000_001) }), 'large-evidence'],
    ['a finding that can’t be read', [hostile], 'unreadable'],
  ])('%s', (_, value, fault) => {
    expect(told(value)).toMatchObject(everywhere(fault))
    // Beside a pass it is no better.
    if (Array.isArray(value) && value.length === 1)
      expect(told([{ status: 'pass', evidence: {} }, ...value])).toMatchObject([
        { status: 'unknown', level: 'error' },
      ])
  })

  test('a list that is gone', () => {
    expect(told(deadList)).toMatchObject(everywhere('unreadable'))
  })

  test('a promise that fails later is nobody’s failure', async () => {
    expect(told(Promise.reject(new Error('late')))).toMatchObject(everywhere('no-list'))
    // A rejection that nobody handles would end the test run here.
    await new Promise((done) => setImmediate(done))
  })

  test('no level of the config makes it less', () => {
    expect(run(returning([]), CLAUSES, facts, { level: 'info' })).toMatchObject(everywhere('empty-list'))
  })

  test('an error that can’t be read', () => {
    const rule = {
      ...returning([]),
      judge: () => {
        throw hostile
      },
    }
    expect(run(rule, CLAUSES, facts)).toMatchObject(everywhere('threw'))
  })
})

test('evidence is copied: nothing of it changes later, and a key of every object is a key like others', () => {
  const list = [1]
  const evidence = JSON.parse('{"__proto__":{"x":1}}') as Record<string, unknown>
  const [first] = told([{ status: 'pass', evidence: { list, none: undefined, evidence } }])
  list.push(2)
  expect(JSON.stringify(first?.evidence)).toBe('{"list":[1],"evidence":{"__proto__":{"x":1}}}')
})

/** Anything, with a liking for what is nearly right. */
const status = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('pass', 'fail', 'unknown', 'not-applicable') },
  fc.anything(),
)
const reason = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('a', 'b', 'c', 'd', 'not-observed', 'rule-failed') },
  fc.anything(),
)
const evidence = fc.oneof(
  { weight: 6, arbitrary: fc.dictionary(fc.string(), fc.jsonValue()) },
  { weight: 2, arbitrary: fc.object() },
  fc.anything(),
)
const finding = fc.oneof(
  { weight: 9, arbitrary: fc.record({ status, reason, evidence }, { requiredKeys: [] }) },
  fc.anything(),
)
const returned = fc.oneof(
  { weight: 9, arbitrary: fc.array(finding, { maxLength: 4 }) },
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withTypedArray: true,
    withSparseArray: true,
  }),
)

const isPlain = (value: unknown): boolean => {
  if (value === null || ['string', 'boolean', 'undefined'].includes(typeof value)) return value !== undefined
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object') return false
  const prototype: unknown = Object.getPrototypeOf(value)
  const members = Array.isArray(value)
    ? Array.from(value)
    : Object.values(value).filter((one) => one !== undefined)
  return (
    (Array.isArray(value) || prototype === Object.prototype || prototype === null) && members.every(isPlain)
  )
}

/** Written again from what a finding is, without a look at the engine. */
function isFinding(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { status, reason, evidence } = value as Record<string, unknown>
  if (status === 'not-applicable') return true
  const plain =
    typeof evidence === 'object' && evidence !== null && !Array.isArray(evidence) && isPlain(evidence)
  if (status === 'pass') return plain
  if (status === 'fail') return plain && (reason === 'a' || reason === 'c')
  return status === 'unknown' && plain && (reason === 'b' || reason === 'c' || reason === 'not-observed')
}
const statusOf = (value: unknown) => (value as { status: unknown }).status

test('arbitrary findings: never an exception, never a pass without one, never less than unknown for what is none', async () => {
  const texts = await Promise.all((['en', 'zh'] as const).map(textsOf))
  fc.assert(
    fc.property(returned, (value) => {
      const judgments = told(value)
      const sound =
        Array.isArray(value) && value.length > 0 && Array.from(value as unknown[]).every(isFinding)
      const list = sound ? (value as unknown[]) : []
      for (const platform of PLATFORMS) {
        const own = judgments.filter(({ platforms }) => platforms.includes(platform))
        expect(own.length).toBeGreaterThan(0)
        if (!sound) expect(own).toContainEqual(expect.objectContaining({ status: 'unknown', level: 'error' }))
        const passes = own.filter((one) => one.status === 'pass')
        if (passes.length > 0) expect(list.map(statusOf)).toContain('pass')
        const faults = list.filter((one) => statusOf(one) === 'fail')
        if (faults.length > 0 && platform === 'wechat-devtools')
          expect(own.some((one) => one.status === 'fail')).toBe(true)
      }
      const results = texts.flatMap((language) => judgments.map((one) => toResult(one, 'a.cn', language)))
      for (const { message } of results) expect(message?.trim()).toBeTruthy()
      const verdict = verdictsOf(results, PLATFORMS, 'error')['wechat-devtools']
      if (!sound || list.every((one) => statusOf(one) === 'unknown'))
        expect(['unknown', 'fail']).toContain(verdict)
    }),
    { numRuns: runs(2000) },
  )
})
