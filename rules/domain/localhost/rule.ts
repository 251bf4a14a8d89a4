import { defineRule, evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'
import { specialUseSuffix } from '../entry-rule.js'

/** Names used for testing, which the user may map to an address with --resolve. */
const TESTING = ['test', 'example']

/** A name that can't exist on the public internet (RFC 6761 and its registry) is unreachable for phones. */
export default defineRule({
  id: 'domain/localhost',
  subject: 'entry',
  needs: ['entry', 'given'],
  evidence: evidence<{
    pass: { host: string; given?: boolean }
    localhost: { host: string }
    'single-label': { host: string }
    'special-use': { host: string; suffix: string }
  }>(),
  reasons: { localhost: 'fail', 'single-label': 'fail', 'special-use': 'fail' },
  rejects: ['localhost', 'single-label', 'special-use'],
  judge({ entry: { hostKind, host }, given }) {
    if (hostKind !== 'name' || host === null) return [notApplicable]
    const suffix = specialUseSuffix(host)
    if (suffix === 'localhost') return [fail('localhost', { host })]
    if (!host.includes('.')) return [fail('single-label', { host })]
    if (suffix === null) return [pass({ host })]
    if (given && TESTING.includes(suffix)) return [pass({ host, given })]
    return [fail('special-use', { host, suffix })]
  },
})
