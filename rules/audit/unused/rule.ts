import { defineRule, evidence, fail, pass } from '../../../src/engine/rule.js'

/** A part of the config, or a flag, that has no effect: most likely a typo, which would otherwise go unnoticed. */
export default defineRule({
  id: 'audit/unused',
  subject: 'directive',
  needs: ['directive'],
  evidence: evidence<{
    pass: Record<never, never>
    'no-such-host': { part: string; key: string }
    'no-such-platform': { part: string }
    'nothing-waived': { part: string; rule: string; host: string }
    'fixed-in-baseline': { part: string; count: number; first: string[] }
    'made-from-source': { part: string }
  }>(),
  reasons: {
    'no-such-host': 'fail',
    'no-such-platform': 'fail',
    'nothing-waived': 'fail',
    'fixed-in-baseline': 'fail',
    'made-from-source': 'fail',
  },
  judge({ directive }) {
    if (directive === null) return [pass({})]
    const { kind, part } = directive
    switch (kind) {
      case 'no-such-host':
        return [fail(kind, { part, key: directive.key })]
      case 'nothing-waived':
        return [fail(kind, { part, rule: directive.rule, host: directive.host })]
      case 'fixed-in-baseline':
        return [fail(kind, { part, count: directive.count, first: directive.first })]
      default:
        return [fail(kind, { part })]
    }
  },
})
