import { defineRule, evidence, fail, pass } from '../../../src/engine/rule.js'
import { SCHEME_OF_API } from '../entry-rule.js'

type Wanted = { api: string; expected: string }

/** Each API requires a particular scheme. */
export default defineRule({
  id: 'domain/scheme',
  subject: 'entry',
  needs: ['entry'],
  evidence: evidence<{
    pass: { scheme: string }
    missing: Wanted
    insecure: Wanted & { scheme: string }
    'other-api': Wanted & { scheme: string; apis: string[] }
    unsupported: Wanted & { scheme: string }
  }>(),
  reasons: { missing: 'fail', insecure: 'fail', 'other-api': 'fail', unsupported: 'fail' },
  rejects: ['missing', 'insecure', 'other-api', 'unsupported'],
  judge({ entry: { entry, scheme } }) {
    const expected = SCHEME_OF_API[entry.api]
    const wanted = { api: entry.api, expected }
    if (scheme === expected) return [pass({ scheme })]
    if (scheme === null) return [fail('missing', wanted)]
    if (scheme === 'http' || scheme === 'ws') return [fail('insecure', { ...wanted, scheme })]
    const apis = Object.entries(SCHEME_OF_API).flatMap(([api, its]) => (its === scheme ? [api] : []))
    if (apis.length > 0) return [fail('other-api', { ...wanted, scheme, apis })]
    return [fail('unsupported', { ...wanted, scheme })]
  },
})
