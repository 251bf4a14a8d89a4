/** An advice has lines of its own only, whatever stands in the certificates and answers that it speaks of. */
import { expect, test } from 'vitest'
import { textsOf } from '../../rules/texts/index.js'
import { toResult } from '../../src/audit/render.js'
import { LANGUAGES } from '../../src/i18n/languages.js'
import { EXAMPLES } from '../meta/examples.js'

const OWN = 'run this'
const withLines = (value: unknown): unknown => {
  if (typeof value === 'string') return `${value}\n${OWN}\r\n${OWN}`
  if (Array.isArray(value)) return value.map(withLines)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withLines(one)]))
}

const cases = LANGUAGES.flatMap((language) =>
  Object.entries(EXAMPLES).map(([rule, by]) => ({ language, rule, by })),
)

test.each(cases)('$language: $rule', async ({ language, rule, by }) => {
  const texts = await textsOf(language)
  for (const [reason, evidence] of Object.entries(by)) {
    const judgment = {
      ...{ rule, reason, status: 'fail', level: 'error', platforms: ['wechat-ios'] },
      evidence: withLines(evidence),
      cite: { title: 't', quote: 'q', readOn: '2026-11-20' },
    }
    const { fix = '' } = toResult(judgment as Parameters<typeof toResult>[0], `a\n${OWN}`, texts)
    expect(fix.split(/\r?\n/).filter((line) => line.startsWith(OWN))).toEqual([])
    expect(fix).not.toContain('\r')
  }
})

test('a name is spelled out where it breaks', async () => {
  const evidence = { ...EXAMPLES['certificate/chain-complete'].missing, missing: 'CA\nnginx: reload' }
  const judgment = {
    ...{ rule: 'certificate/chain-complete', reason: 'missing', status: 'fail', level: 'error' },
    ...{ platforms: ['wechat-ios'], evidence, cite: { title: 't', quote: 'q', readOn: '2026-11-20' } },
  }
  const { fix } = toResult(judgment as Parameters<typeof toResult>[0], 'a.cn', await textsOf('en'))
  expect(fix).toContain('CA\\nnginx: reload')
})
