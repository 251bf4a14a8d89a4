import { defineRule, evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'

/** The developer tools must check domains as phones do. */
export default defineRule({
  id: 'project/url-check',
  subject: 'setting',
  needs: ['setting'],
  evidence: evidence<{ pass: Record<never, never>; off: { setting: string; value: boolean } }>(),
  reasons: { off: 'fail' },
  judge({ setting: { key, name, value } }) {
    if (key !== 'urlCheck' || typeof value !== 'boolean') return [notApplicable]
    // Some switches turn the check on, others turn it off.
    const checks = /ignore/i.test(name) ? !value : value
    return [checks ? pass({}) : fail('off', { setting: name, value })]
  },
})
