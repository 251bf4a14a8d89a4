import { defineRule, evidence, fail, pass } from '../../../src/engine/rule.js'

/** The platform sets the Referer itself; header names are case-insensitive (RFC 9110 section 5.1). */
export default defineRule({
  id: 'project/referer-header',
  subject: 'header',
  needs: ['header'],
  evidence: evidence<{ pass: Record<never, never>; set: { header: string } }>(),
  reasons: { set: 'fail' },
  judge({ header }) {
    return [header.trim().toLowerCase() === 'referer' ? fail('set', { header }) : pass({})]
  },
})
