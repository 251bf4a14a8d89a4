import { defineRule, evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'
import { evidenceOf, type Of } from '../source-rule.js'

/** Hosts that a mini program may not call. */
export default defineRule({
  id: 'project/forbidden-host',
  subject: 'url',
  needs: ['call', 'called'],
  parameters: { hosts: ['api.weixin.qq.com'] as string[] },
  evidence: evidence<{ pass: Record<never, never>; forbidden: Of }>(),
  reasons: { forbidden: 'fail' },
  judge({ call, called }, { hosts }) {
    const host = called?.origin.host ?? null
    if (!called || host === null) return [notApplicable]
    return [hosts.includes(host) ? fail('forbidden', evidenceOf(call, called)) : pass({})]
  },
})
