/** Whatever evidence a finding carries, every format is made, in both languages, and names the rule. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CLAUSES, RULES } from '../../rules/index.js'
import { textsOf } from '../../rules/texts/index.js'
import { toResult } from '../../src/audit/render.js'
import { foldConsequences, type Judgment } from '../../src/engine/index.js'
import { FORMATS, type FormatName } from '../../src/report/index.js'
import { PLATFORM_IDS, type Verdict } from '../../src/types.js'
import { runs } from '../helpers/thorough.js'
import { report, scope, target } from './sample.js'

const LANGUAGES = ['en', 'zh'] as const
const [en, zh] = await Promise.all([textsOf('en'), textsOf('zh')])
const NAMES = Object.keys(FORMATS) as FormatName[]
const renderers = await Promise.all(NAMES.map(async (name) => [name, await FORMATS[name]()] as const))

/** Names that reports look at, among others. */
const KEYS = [
  'addresses',
  'hellos',
  'clients',
  'certificate',
  'asked',
  'reason',
  'waiver',
  'entry',
  'domain',
  'calls',
  'cause',
  'phase',
  'platforms',
]
const json = fc.jsonValue({ maxDepth: 3 })
const evidence = fc.oneof(
  fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), fc.string()), json, { maxKeys: 6 }),
  fc.constant({}),
)
const found = fc.constantFrom(...RULES).chain((rule) =>
  fc.record({
    rule: fc.constant(rule.id),
    reason: fc.constantFrom(...Object.keys(rule.reasons), 'not-observed', 'rule-failed', undefined),
    status: fc.constantFrom('pass', 'fail', 'unknown', 'not-applicable', 'waived'),
    level: fc.constantFrom('error', 'warning', 'info'),
    evidence,
  }),
)
const cite = Object.values(CLAUSES).flat()[0]?.cite ?? { title: 't', quote: 'q', readOn: '2026-11-20' }

function resultOf(
  given: { rule: string; reason: string | undefined; status: string; level: string; evidence: object },
  language: 'en' | 'zh',
) {
  const { status, reason } = given
  // A waived one was put into words as the failure it is.
  const judgment = {
    ...given,
    status: status === 'waived' ? 'fail' : status,
    platforms: [...PLATFORM_IDS],
    cite,
  } as Judgment
  const known =
    status === 'pass' ? { ...judgment, reason: undefined } : { ...judgment, reason: reason ?? 'not-observed' }
  const made = toResult(known as Judgment, 'api.example.com', language === 'en' ? en : zh)
  return status === 'waived' ? { ...made, status: 'waived' as const } : made
}

describe.each(LANGUAGES)('%s', (language) => {
  test('arbitrary findings', () => {
    fc.assert(
      fc.property(
        fc.array(found, { minLength: 1, maxLength: 3 }),
        fc.constantFrom<Verdict>('pass', 'warn', 'fail', 'unknown'),
        (all, verdict) => {
          const results = all.map((one) => resultOf(one, language))
          for (const { message } of results) expect(message?.trim()).toBeTruthy()
          const sample = report({
            verdict,
            config: results.slice(1),
            targets: [target({ host: 'api.example.com', results: results.slice(0, 1) })],
            scope: scope({ waived: results.filter(({ status }) => status === 'waived').length }),
          })
          for (const [name, render] of renderers) {
            const text = render(sample, { language, color: false, width: 80, verbose: true })
            for (const { rule, status } of results.slice(0, 1))
              if (status !== 'pass' && status !== 'not-applicable') expect(text, name).toContain(rule)
          }
        },
      ),
      { numRuns: runs(150) },
    )
  })
})

const HUMAN: readonly FormatName[] = ['pretty', 'markdown', 'html']
const ALERTS: readonly FormatName[] = ['sarif', 'github', 'gitlab', 'junit']

/** Counted under its cause, or among what a silent host left open. */
const counted = {
  en: /(\d+) checks? that hangs? on it|(\d+) checks? could not be made/,
  zh: /(\d+) 项检查/,
} as const

test.each(LANGUAGES)(
  '%s: what failed is told by itself, or counted under a cause that is told',
  (language) => {
    fc.assert(
      fc.property(fc.array(found, { minLength: 1, maxLength: 8 }), (given) => {
        const made = given.map((one) => resultOf(one, language))
        const folded = foldConsequences(made, RULES, [])
        const open = made.filter(({ status }) => status === 'fail' || status === 'unknown')
        const causeOf = (rule: string) =>
          folded.find((one) => one.rule === rule && one.followsFrom)?.followsFrom
        const sample = report({
          ...{ verdict: 'fail', exitCode: 1, platforms: [...PLATFORM_IDS] },
          targets: [target({ host: 'api.example.com', results: folded })],
        })
        for (const [name, render] of renderers) {
          const human = HUMAN.includes(name)
          if (!human && !ALERTS.includes(name)) continue
          const text = render(sample, { language, color: false, width: 80, verbose: false })
          const silent = counted[language].test(text.replace(/\s+/g, ' '))
          for (const { rule, status, level } of open) {
            // A note isn't an alert.
            if (!human && level === 'info') continue
            const cause = causeOf(rule)
            const told = text.includes(rule) || (cause !== undefined && text.includes(cause) && silent)
            expect(told || (status === 'unknown' && silent), `${name}: ${rule}`).toBe(true)
          }
        }
      }),
      { numRuns: runs(100) },
    )
  },
)
