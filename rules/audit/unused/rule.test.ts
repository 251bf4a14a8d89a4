import { expect, test } from 'vitest'
import { type Directive, judgeAudit } from '../../../src/engine/index.js'
import { context } from '../../../test/helpers/chains.js'
import { CLAUSES, RULES } from '../../index.js'

const setting = {
  rules: RULES,
  clauses: CLAUSES,
  overrides: {},
  platforms: ['wechat-ios', 'alipay-ios'] as const,
}

test.each<Directive>([
  { kind: 'no-such-host', part: 'paths', key: 'typo.cn' },
  { kind: 'no-such-platform', part: 'alipay.domains' },
  { kind: 'nothing-waived', part: 'waivers[0]', rule: 'tls/version', host: 'a.cn' },
  { kind: 'fixed-in-baseline', part: '--baseline', count: 1, first: ['tls/version https://a.cn:443'] },
  { kind: 'made-from-source', part: 'madeFrom' },
])('$kind is a warning, where it stands', (directive) => {
  const entry = { api: 'request', text: 'typo.cn', file: 'hefa.config.json', line: 3, column: 5 } as const
  expect(judgeAudit('directive', () => [{ facts: { directive }, entry }], context(), setting)).toMatchObject([
    {
      rule: 'audit/unused',
      status: 'fail',
      reason: directive.kind,
      level: 'warning',
      entry: { family: 'wechat', line: 3 },
    },
    { platforms: ['alipay-ios'], entry: { family: 'alipay' } },
  ])
})

test('nothing of the kind passes', () => {
  const told = judgeAudit('directive', () => [{ facts: { directive: null } }], context(), setting)
  expect(told).toMatchObject([{ status: 'pass', platforms: { length: 2 } }])
})
