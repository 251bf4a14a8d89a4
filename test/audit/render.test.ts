/** No sentence can end a run: one that fails is reported in plain words, with the finding it was for. */
import { describe, expect, test } from 'vitest'
import { textsOf } from '../../rules/texts/index.js'
import { toResult } from '../../src/audit/render.js'
import type { Judgment } from '../../src/engine/index.js'
import type { AnyRuleText } from '../../src/i18n/index.js'

const [en, zh] = await Promise.all([textsOf('en'), textsOf('zh')])
const throws = () => {
  throw new Error('no words')
}
const judgment = (more: Partial<Judgment>): Judgment => ({
  rule: 'own/x',
  status: 'fail',
  level: 'error',
  platforms: ['wechat-ios'],
  evidence: { n: 1 },
  cite: { title: 't', quote: 'q', readOn: '2026-11-20' },
  ...more,
})
const bad: Partial<Judgment> = { reason: 'bad' }
const worded = (text: Partial<AnyRuleText>, more = bad, texts = en) => {
  const own = { title: 't', why: 'w', pass: () => 'ok', reasons: {}, ...text } as AnyRuleText
  return toResult(judgment(more), 'a.cn', { ...texts, rules: { ...texts.rules, 'own/x': own } })
}

test('a message that throws', () => {
  const said = worded({ reasons: { bad: { message: throws, fix: () => 'do this' } } })
  expect(said).toMatchObject({
    status: 'fail',
    level: 'error',
    message: 'own/x: bad. (Its sentence "message" could not be made: no words)',
    fix: 'do this',
    evidence: { reason: 'bad', n: 1 },
  })
  expect(worded({ reasons: { bad: { message: throws } } }, bad, zh).message).toMatch(
    /^own\/x：bad。.*no words/,
  )
})

test('an advice that throws', () => {
  const { message, fix } = worded({ reasons: { bad: { message: () => 'It is bad.', fix: throws } } })
  expect(message).toBe('It is bad.')
  expect(fix).toBe('(The advice of own/x for "bad" could not be put into words: no words)')
})

describe('a pass', () => {
  const pass: Partial<Judgment> = { status: 'pass' }
  test('whose sentence throws', () => {
    expect(worded({ pass: throws }, pass)).toMatchObject({
      status: 'pass',
      message: 'own/x: passed. (Its sentence "pass" could not be made: no words)',
    })
  })
  test.each([[undefined], [() => undefined], [() => ''], [() => ({})], [() => Promise.resolve('x')], [5]])(
    'whose sentence is none: %s',
    (pass_) => {
      expect(worded({ pass: pass_ as never }, pass).message).toMatch(
        /^own\/x: passed\. \(Its sentence "pass"/,
      )
    },
  )
  test('of a rule without any texts', () => {
    expect(toResult(judgment(pass), 'a.cn', en).message).toMatch(/^own\/x: passed\./)
  })
})

test('a finding without a text', () => {
  expect(toResult(judgment(bad), 'a.cn', en).message).toMatch(/^own\/x: bad\./)
  expect(worded({ reasons: { worse: { message: () => 'x' } } }).message).toMatch(/^own\/x: bad\./)
  expect(worded({}, { reason: 'toString' }).message).toMatch(/^own\/x: toString\./)
})

test('evidence the engine’s own sentence can’t take', () => {
  const odd = { status: 'unknown', reason: 'not-observed', evidence: { phase: { toString: 1 } } } as const
  expect(worded({}, odd).message).toMatch(/^own\/x: not-observed\./)
})

test('what is not demanded speaks of what was found, not of a pass', () => {
  const found = worded(
    { reasons: { bad: { message: () => 'It is bad.' } } },
    { ...bad, status: 'not-applicable' },
  )
  expect(found.message).toBe('does not count here (bad): It is bad.')
  expect(found.fix).toBeUndefined()
})

test('a rule that does not work is named, and what it returned', () => {
  const evidence = { fault: 'empty-list', detail: '' }
  const said = (texts: typeof en) =>
    toResult(judgment({ status: 'unknown', reason: 'rule-failed', evidence }), 'a.cn', texts)
  expect(said(en).message).toBe(
    'Could not be determined for a.cn: the rule own/x does not work, it returned an empty list.',
  )
  expect(said(zh).message).toContain('own/x')
})

test('evidence can’t claim another reason', () => {
  const said = worded({ reasons: { bad: { message: () => 'x' } } }, { ...bad, evidence: { reason: 'good' } })
  expect(said.evidence).toEqual({ reason: 'bad' })
})
