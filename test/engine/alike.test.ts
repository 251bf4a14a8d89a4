import { expect, test } from 'vitest'
import { openAlike } from '../../src/engine/alike.js'
import { defineRule, evidence, fail, type Rule, type RuleContext } from '../../src/engine/index.js'
import type { Judgment } from '../../src/engine/judgment.js'
import type { Case } from '../../src/engine/subjects.js'

const context = (host: string): RuleContext => ({
  ...{ host, port: 443, scheme: 'https', registrySuffix: null, fetch: false, ca: CA },
  ...{ now: 0, supportedOs: OS, legacyOs: OS, listed: [] },
})
const CA: string[] = []
const OS = { ios: '15', android: '10' }

const chain = (name: string) => ({
  certificates: [name],
  hellos: [],
  primary: true,
  keyProof: 'valid' as const,
})
const caseOf = (name: string): Case => ({
  kind: 'facts',
  facts: { chain: chain(name), exchanges: [] },
  scope: {},
})

function counted(judge: (shown: RuleContext) => unknown) {
  let asked = 0
  const rule = defineRule({
    ...{ id: 'a/b', subject: 'chain', needs: ['chain'] },
    evidence: evidence<{ pass: object; bad: { seen: string } }>(),
    reasons: { bad: 'fail' },
    judge: () => [fail('bad', { seen: '' })],
  } as never) as Rule
  const judged = (shown: RuleContext): Judgment[] => {
    asked += 1
    return [{ evidence: { seen: judge(shown) } } as unknown as Judgment]
  }
  return { rule, judged, asked: () => asked }
}

const seen = ([one]: Judgment[]) => one?.evidence.seen

test('the same facts are judged once for all targets of a run', () => {
  const setting = {}
  const { rule, judged, asked } = counted(() => 'said')
  for (const host of ['a.example.com', 'b.example.com'])
    expect(seen(openAlike(setting, context(host))(rule, [caseOf('x')], judged))).toBe('said')
  expect(asked()).toBe(1)
})

test.each([
  ['reads the host', ({ host }: RuleContext) => host],
  ['copies the context', (shown: RuleContext) => ({ ...shown }).host],
  ['clones the context', (shown: RuleContext) => structuredClone(shown).host],
])('whoever %s is asked for each target', (_, look) => {
  const setting = {}
  const { rule, judged } = counted(look)
  for (const host of ['a.example.com', 'b.example.com'])
    expect(seen(openAlike(setting, context(host))(rule, [caseOf('x')], judged))).toBe(host)
})

test('other facts, another instant or another scope are judged again', () => {
  const setting = {}
  const { rule, judged, asked } = counted(() => 'said')
  openAlike(setting, context('a'))(rule, [caseOf('x')], judged)
  openAlike(setting, context('a'))(rule, [caseOf('y')], judged)
  openAlike(setting, context('a'))(rule, [caseOf('x'), caseOf('y')], judged)
  openAlike(setting, context('a'))(rule, [{ ...caseOf('x'), scope: { cap: 'warning' } }], judged)
  openAlike(setting, { ...context('a'), now: 1 })(rule, [caseOf('x')], judged)
  openAlike({}, context('a'))(rule, [caseOf('x')], judged)
  expect(asked()).toBe(6)
})

test('a long run of servers of which no two are alike keeps few of them', () => {
  const setting = {}
  const { rule, judged, asked } = counted(() => 'said')
  const ask = (name: string) => openAlike(setting, context('a'))(rule, [caseOf(name)], judged)
  ask('first')
  for (let index = 0; index < 1000; index += 1) ask(String(index))
  ask('first')
  expect(asked()).toBe(1002)
})
