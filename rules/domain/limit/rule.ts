import { defineRule, evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'
import type { EntryFact } from '../../../src/facts/index.js'
import { byApi } from '../list-rule.js'

/** A console accepts a limited number of domains, per API or for the whole app. Each domain counts once. */
export default defineRule({
  id: 'domain/limit',
  subject: 'list',
  needs: ['entries', 'limits'],
  parameters: { per: 'api' as 'api' | 'app' },
  choices: { per: ['api', 'app'] },
  evidence: evidence<{
    pass: { counts: Record<string, number>; limit: number }
    'api-limit': { api: string; count: number; limit: number }
    'app-limit': { count: number; limit: number }
  }>(),
  reasons: { 'api-limit': 'fail', 'app-limit': 'fail' },
  judge({ entries, limits }, { per }) {
    if (entries.length === 0) return [notApplicable]
    if (per === 'app') {
      const [count, limit] = [distinct(entries), limits.domainsPerApp]
      return [count > limit ? fail('app-limit', { count, limit }) : pass({ counts: { app: count }, limit })]
    }
    const limit = limits.domainsPerApi
    const counts = [...byApi(entries)].map(([api, its]) => ({ api, count: distinct(its) }))
    const over = counts.filter(({ count }) => count > limit)
    if (over.length > 0) return over.map(({ api, count }) => fail('api-limit', { api, count, limit }))
    return [pass({ counts: Object.fromEntries(counts.map(({ api, count }) => [api, count])), limit })]
  },
})

function distinct(entries: readonly EntryFact[]): number {
  return new Set(entries.map(({ text }) => text.toLowerCase())).size
}
