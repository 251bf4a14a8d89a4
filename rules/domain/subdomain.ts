import { defineRule, evidence, fail, notApplicable, pass } from '../../src/engine/rule.js'
import { byApi, type Place, placeOf } from './list-rule.js'

/**
 * Does a parent domain cover the names below it? `host`: no, each name needs its own entry;
 * `registrable-domain`: yes, so entries below a listed registrable domain add nothing.
 */
export default defineRule({
  id: 'domain/subdomain',
  subject: 'list',
  needs: ['entries'],
  parameters: { match: 'host' as 'host' | 'registrable-domain' },
  evidence: evidence<{
    pass: { match: string }
    'parent-only': Place & { domain: string }
    covered: Place & { by: string }
  }>(),
  reasons: { 'parent-only': 'fail', covered: 'fail' },
  judge({ entries }, { match }) {
    if (entries.length === 0) return [notApplicable]
    const parents = entries.filter(
      ({ host, registrableDomain }) => host !== null && host === registrableDomain,
    )
    if (match === 'registrable-domain') {
      const findings = entries.flatMap((fact) => {
        const parent = parents.find(({ host }) => host === fact.registrableDomain && host !== fact.host)
        return parent ? [fail('covered', { ...placeOf(fact), by: parent.entry.text })] : []
      })
      return findings.length > 0 ? findings : [pass({ match })]
    }
    const findings = [...byApi(parents).entries()].flatMap(([api, its]) =>
      its.flatMap((fact) => {
        const domain = fact.host ?? ''
        const below = entries.some(({ entry, host }) => entry.api === api && host?.endsWith(`.${domain}`))
        return below ? [] : [fail('parent-only', { ...placeOf(fact), domain })]
      }),
    )
    return findings.length > 0 ? findings : [pass({ match })]
  },
})
