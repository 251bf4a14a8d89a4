import { defineRule, evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'
import { evidenceOf, type Of } from '../source-rule.js'

/** What a URL may not hold as it is (RFC 3986 section 2): blanks, and all that is not ASCII. */
const RAW = /[^\x21-\x7e]+/

/** The values of a query are encoded; what is not, phones send each in their own way. */
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
