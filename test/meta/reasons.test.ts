/** Rules × reasons × platforms, without a hole: what each platform makes of each finding, and in which words. */
import { describe, expect, test } from 'vitest'
import { CLAUSES, RULES } from '../../rules/index.js'
import { textsOf } from '../../rules/texts/index.js'
import { toResult } from '../../src/audit/render.js'
import {
  type Clause,
  type Evidence,
  type JudgeSetting,
  type Judgment,
  NOT_KNOWN,
  NOT_OBSERVED,
} from '../../src/engine/index.js'
import { ask, judgeRule } from '../../src/engine/judge.js'
import { leftOutOn } from '../../src/platforms/demands/index.js'
import { familyOf, PLATFORM_IDS, type PlatformId, runtimeOf } from '../../src/types.js'
import { context } from '../helpers/chains.js'
import { EXAMPLES } from './examples.js'

const [en, zh] = await Promise.all([textsOf('en'), textsOf('zh')])

/** Systems of which no client minds: a rule that is missing there and here is a hole. */
const NOT_ON: Record<string, RegExp> = {
  'tls/legacy-android': /-(ios|devtools)$/,
  'tls/ats-cipher': /-(android|devtools)$/,
}
/** A family's pages may demand nothing of the kind, which it has to say; and of unknown clients nobody knows. */
const isLeftOut = (id: string, platform: PlatformId) =>
  leftOutOn(platform).includes(id) || (NOT_ON[id]?.test(platform) ?? false)

type Finding = { status: string; reason?: string; evidence: Evidence }

/** What one platform is told when the rule finds that. */
function told(id: string, finding: Finding, platform: PlatformId): Judgment[] {
  const rule = RULES.find((one) => one.id === id)
  if (!rule) throw new Error(id)
  const setting: JudgeSetting = { rules: [rule], clauses: CLAUSES, overrides: {}, platforms: [platform] }
  const finds = { ...rule, needs: [], judge: () => [finding] as never }
  return judgeRule(rule, setting, (demand) =>
    ask(finds, { kind: 'facts', facts: {}, scope: {} }, demand, context()),
  )
}

function clauseOf(id: string, platform: PlatformId): Clause | undefined {
  const own = CLAUSES[familyOf(platform)].filter(
    ({ rule, on }) => rule === id && on.includes(runtimeOf(platform)),
  )
  expect(own.length, `${id} on ${platform}`).toBeLessThan(2)
  return own[0]
}

const wordOf = ({ level }: Clause, reason: string) => (typeof level === 'string' ? level : level[reason])
const HARDNESS = ['info', 'warning', 'error']
const hardest = ({ level }: Clause) =>
  HARDNESS.findLast((one) =>
    (typeof level === 'string' ? [level] : Object.values(level)).includes(one as never),
  )

/** In both languages: a sentence that is one, and none that was made of nothing. */
function checkWords(judgment: Judgment): void {
  for (const texts of [en, zh]) {
    const { message, fix } = toResult(judgment, 'api.example.com', texts)
    for (const text of fix === undefined ? [message] : [message, fix]) {
      expect(text?.trim()).toBeTruthy()
      expect(text).not.toMatch(
        /undefined|NaN|\[object|could not be made|could not be put into words|无法生成/,
      )
    }
  }
}

const evidenceOf = (id: string, reason: string): Evidence => {
  const own = (EXAMPLES as Record<string, Record<string, Evidence>>)[id]?.[reason]
  if (!own) throw new Error(`no example of ${id} ${reason}`)
  return own
}

describe.each(RULES.map((rule) => [rule.id, rule.reasons] as const))('%s', (id, reasons) => {
  const findings = Object.entries(reasons).flatMap(([reason, kind]) =>
    (kind === 'either' ? ['fail', 'unknown'] : [kind]).map((status) => ({ status, reason })),
  )

  test.each(PLATFORM_IDS)('on %s', (platform) => {
    const clause = clauseOf(id, platform)
    expect(clause === undefined).toBe(isLeftOut(id, platform))
    for (const { status, reason } of findings) {
      const judgments = told(id, { status, reason, evidence: evidenceOf(id, reason) }, platform)
      if (!clause) {
        expect(judgments).toEqual([])
        continue
      }
      if (clause.notKnown) {
        expect(judgments).toMatchObject([{ status: 'unknown', reason: NOT_KNOWN, level: 'warning' }])
        for (const one of judgments) checkWords(one)
        continue
      }
      const word = wordOf(clause, reason)
      const expected =
        word === 'not-demanded'
          ? { status: 'not-applicable', level: hardest(clause) }
          : { status, level: word }
      expect(HARDNESS).toContain(expected.level)
      expect(judgments).toHaveLength(1)
      expect(judgments).toMatchObject([{ ...expected, rule: id, reason, platforms: [platform] }])
      for (const one of judgments) checkWords(one)
    }
    if (!clause) return
    if (clause.notKnown) return
    const [pass] = told(id, { status: 'pass', evidence: evidenceOf(id, 'pass') }, platform)
    expect(pass).toMatchObject({ status: 'pass', level: hardest(clause) })
    checkWords(pass as Judgment)
    const silent = {
      status: 'unknown',
      reason: NOT_OBSERVED,
      evidence: { phase: 'connect', cause: 'timeout' },
    }
    const [unknown] = told(id, silent, platform)
    expect(unknown).toMatchObject({ status: 'unknown', level: hardest(clause) })
    checkWords(unknown as Judgment)
  })

  test('speaks of its own reasons: texts, levels and examples name them all and no others', () => {
    const own = Object.keys(reasons).sort()
    for (const texts of [en, zh]) expect(Object.keys(texts.rules[id]?.reasons ?? {}).sort()).toEqual(own)
    expect(Object.keys(EXAMPLES[id as keyof typeof EXAMPLES]).sort()).toEqual([...own, 'pass'].sort())
    for (const { rule, level } of Object.values(CLAUSES).flat())
      if (rule === id && typeof level !== 'string') expect(Object.keys(level).sort()).toEqual(own)
  })

  test('every reason counts somewhere', () => {
    for (const reason of Object.keys(reasons)) {
      const words = PLATFORM_IDS.flatMap((platform) => {
        const clause = clauseOf(id, platform)
        return clause ? [wordOf(clause, reason)] : []
      })
      expect(
        words.some((word) => word !== 'not-demanded'),
        reason,
      ).toBe(true)
    }
  })
})
