import { defineRule, evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'

/** Hosts that a platform does not accept as server domains. */
export default defineRule({
  id: 'domain/forbidden-host',
  subject: 'entry',
  needs: ['entry'],
  parameters: { hosts: ['api.weixin.qq.com'] as string[] },
  evidence: evidence<{ pass: { host: string }; forbidden: { host: string } }>(),
  reasons: { forbidden: 'fail' },
  rejects: ['forbidden'],
  judge({ entry: { host } }, { hosts }) {
    if (host === null) return [notApplicable]
    return [hosts.includes(host) ? fail('forbidden', { host }) : pass({ host })]
  },
})
