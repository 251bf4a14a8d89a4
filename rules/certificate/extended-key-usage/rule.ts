import { evidence, fail, pass } from '../../../src/engine/rule.js'
import { defineChainRule } from '../chain-rule.js'

const SERVER_AUTH = '1.3.6.1.5.5.7.3.1'
const ANY = '2.5.29.37.0'
/** Netscape's and Microsoft's server-gated crypto, the predecessors of serverAuth. */
const GATED = ['2.16.840.1.113730.4.1', '1.3.6.1.4.1.311.10.3.3']

/** What the leaf may be used for (RFC 5280 section 4.2.1.12). iOS requires serverAuth explicitly. */
export default defineChainRule({
  id: 'certificate/extended-key-usage',
  evidence: evidence<{
    pass: { usages: string[] }
    wrong: { usages: string[] }
    'any-only': { usages: string[] }
    'server-gated': { usages: string[] }
    absent: { usages: string[] }
  }>(),
  reasons: { wrong: 'fail', 'any-only': 'fail', 'server-gated': 'fail', absent: 'fail' },
  judge({ leaf }) {
    const usages = leaf.extendedKeyUsage
    if (usages === null) return [fail('absent', { usages: [] })]
    if (usages.includes(SERVER_AUTH)) return [pass({ usages })]
    if (usages.includes(ANY)) return [fail('any-only', { usages })]
    return [fail(GATED.some((usage) => usages.includes(usage)) ? 'server-gated' : 'wrong', { usages })]
  },
})
