import { defineRule, evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'

/**
 * A server domain must be your own: neither a public suffix nor a name under a suffix shared by a provider's customers.
 */
export default defineRule({
  id: 'domain/public-suffix',
  subject: 'entry',
  needs: ['entry'],
  evidence: evidence<{
    pass: { host: string; suffix: string | null }
    suffix: { host: string; kind: 'registry' | 'shared-hosting' }
    'shared-hosting': { host: string; suffix: string }
  }>(),
  reasons: { suffix: 'fail', 'shared-hosting': 'fail' },
  rejects: ['suffix', 'shared-hosting'],
  judge({ entry: { hostKind, host, publicSuffix } }) {
    if (hostKind !== 'name' || host === null) return [notApplicable]
    if (publicSuffix === null) return [pass({ host, suffix: null })]
    const { suffix, kind } = publicSuffix
    if (suffix === host) return [fail('suffix', { host, kind })]
    if (kind === 'shared-hosting') return [fail('shared-hosting', { host, suffix })]
    return [pass({ host, suffix })]
  },
})
