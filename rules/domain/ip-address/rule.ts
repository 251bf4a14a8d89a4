import { defineRule, evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'
import { specialUse } from '../../../src/facts/index.js'

/** A server domain is a name, never an IP address in any notation. */
export default defineRule({
  id: 'domain/ip-address',
  subject: 'entry',
  needs: ['entry'],
  evidence: evidence<{
    pass: { host: string }
    address: { written: string; address: string | null }
    'lan-address': { written: string; address: string }
  }>(),
  reasons: { address: 'fail', 'lan-address': 'fail' },
  rejects: ['address', 'lan-address'],
  judge({ entry: { hostKind, host, hostText: written } }) {
    if (hostKind === 'name') return [pass({ host: host ?? written })]
    if (hostKind === 'none') return [notApplicable]
    const use = host === null ? null : specialUse(host)
    if (host !== null && (use === 'private' || use === 'link-local'))
      return [fail('lan-address', { written, address: host })]
    return [fail('address', { written, address: host })]
  },
})
