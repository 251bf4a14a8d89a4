import { defineRule, evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'
import { evidenceOf, type Of } from '../source-rule.js'

/** Characters that a URL can't contain unencoded (RFC 3986 section 2): spaces and everything outside ASCII. */
const RAW = /[^\x21-\x7e]+/

/** Query values get encoded by the platform; anything else is sent differently by each phone. */
export default defineRule({
  id: 'project/url-encoding',
  subject: 'url',
  needs: ['call', 'called'],
  evidence: evidence<{ pass: Record<never, never>; 'not-encoded': Of & { raw: string } }>(),
  reasons: { 'not-encoded': 'fail' },
  judge({ call, called }) {
    const query = called ? /\?([^#]*)/.exec(called.url.text)?.[1] : undefined
    if (!called || query === undefined) return [notApplicable]
    const raw = RAW.exec(query.trimEnd())?.[0]
    return [
      raw === undefined
        ? pass({})
        : fail('not-encoded', { ...evidenceOf(call, called), raw: raw.slice(0, 40) }),
    ]
  },
})
