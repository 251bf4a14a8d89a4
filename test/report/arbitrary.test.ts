/** Whatever evidence a finding carries, every format is made, in both languages, and names the rule. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CLAUSES, RULES } from '../../rules/index.js'
import { toResult } from '../../src/audit/render.js'
import type { Judgment } from '../../src/engine/index.js'
import { textsOf } from '../../src/i18n/index.js'
import { FORMATS, type FormatName } from '../../src/report/index.js'
import { PLATFORM_IDS, type Verdict } from '../../src/types.js'
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
      { numRuns: 150 },
    )
  })
})
