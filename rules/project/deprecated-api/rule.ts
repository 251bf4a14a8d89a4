import { defineRule, evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'

/** APIs that the platform is going to remove. */
export default defineRule({
  id: 'project/deprecated-api',
  subject: 'call',
  needs: ['call'],
  parameters: { api: 'httpRequest', instead: 'request' },
  evidence: evidence<{ pass: Record<never, never>; deprecated: { callee: string; instead: string } }>(),
  reasons: { deprecated: 'fail' },
  judge({ call: { callee, families } }, { api, instead }) {
    // A framework's own function doesn't count, whatever its name.
    if (families.length === 0) return [notApplicable]
    const name = callee.split('.').at(-1)
    return [name === api ? fail('deprecated', { callee, instead: `my.${instead}` }) : pass({})]
  },
})
