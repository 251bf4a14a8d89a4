import { defineRule, evidence, fail, notApplicable, pass, unknown } from '../../../src/engine/rule.js'

type Of = { host: string; api: string }

/**
 * Does the source mention each listed host? No claim is made if the URL of a call is unknown or a file could not be
 * read: the host may be used there.
 */
export default defineRule({
  id: 'project/unused-domain',
  subject: 'listing',
  needs: ['entry', 'mentions'],
  parameters: { match: 'origin' as 'origin' | 'registrable-domain' },
  evidence: evidence<{
    pass: Record<never, never>
    unused: Of
    'not-determined': Of & { calls: number; files: number }
  }>(),
  reasons: { unused: 'fail', 'not-determined': 'unknown' },
  judge({ entry: { entry, host, registrableDomain }, mentions }, { match }) {
    if (host === null) return [notApplicable]
    const covers = match === 'registrable-domain' && registrableDomain !== null
    if (mentions.hosts.has(host) || (covers && mentions.registrableDomains.has(registrableDomain)))
      return [pass({})]
    const { calls, files } = mentions.gaps
    const found = { host, api: entry.api }
    return [calls + files > 0 ? unknown('not-determined', { ...found, calls, files }) : fail('unused', found)]
  },
})
