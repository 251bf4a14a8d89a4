import { defineRule, evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'
import type { EntryFact } from '../../../src/facts/index.js'
import { byApi, type ListedAt, placeOf } from '../list-rule.js'

/**
 * Does a parent domain cover the names below it? `host`: no, each name needs its own entry;
 * `registrable-domain`: yes, so entries below a listed registrable domain add nothing.
 */
export default defineRule({
  id: 'domain/subdomain',
  subject: 'list',
  needs: ['entries'],
  parameters: { match: 'host' as 'host' | 'registrable-domain' },
  choices: { match: ['host', 'registrable-domain'] },
  evidence: evidence<{
    pass: { match: string }
    'parent-only': ListedAt & { domain: string }
    covered: ListedAt & { by: string }
  }>(),
  reasons: { 'parent-only': 'fail', covered: 'fail' },
  judge({ entries }, { match }) {
    if (entries.length === 0) return [notApplicable]
    const parents = entries.filter(
      ({ host, registrableDomain }) => host !== null && host === registrableDomain,
    )
    const findings = match === 'host' ? parentsAlone(parents, entries) : covered(parents, entries)
    return findings.length > 0 ? findings : [pass({ match })]
  },
})

/** Entries below a listed registrable domain. */
function covered(parents: readonly EntryFact[], entries: readonly EntryFact[]) {
  const byHost = new Map(parents.toReversed().map((parent) => [parent.host, parent]))
  return entries.flatMap((fact) => {
    const parent = fact.registrableDomain === fact.host ? undefined : byHost.get(fact.registrableDomain)
    return parent ? [fail('covered', { ...placeOf(fact), by: parent.entry.text })] : []
  })
}

/** Registrable domains of a list that has no name below them. */
function parentsAlone(parents: readonly EntryFact[], entries: readonly EntryFact[]) {
  const above = new Set(
    entries.flatMap(({ entry, host }) =>
      host === null ? [] : namesAbove(host).map((name) => `${entry.api} ${name}`),
    ),
  )
  return [...byApi(parents).entries()].flatMap(([api, its]) =>
    its.flatMap((fact) => {
      const domain = fact.host ?? ''
      return above.has(`${api} ${domain}`) ? [] : [fail('parent-only', { ...placeOf(fact), domain })]
    }),
  )
}

/** `a.b.cn`: b.cn, cn. */
function namesAbove(host: string): string[] {
  const labels = host.split('.')
  return labels.slice(1).map((_, at) => labels.slice(at + 1).join('.'))
}
