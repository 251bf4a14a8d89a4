import { evidence, fail, pass } from '../../src/engine/rule.js'
import { defineChainRule } from './chain-rule.js'

const SERVER_AUTH = '1.3.6.1.5.5.7.3.1'
const ANY = '2.5.29.37.0'

/** What the leaf may be used for (RFC 5280 section 4.2.1.12). iOS wants serverAuth by name. */
export default defineChainRule({
  id: 'certificate/extended-key-usage',
  evidence: evidence<{
    pass: { usages: string[] }
    wrong: { usages: string[] }
    'any-only': { usages: string[] }
    absent: { usages: string[] }
  }>(),
  reasons: { wrong: 'fail', 'any-only': 'fail', absent: 'fail' },
  judge({ leaf }) {
    const usages = leaf.extendedKeyUsage
    if (usages === null) return [fail('absent', { usages: [] })]
    if (usages.includes(SERVER_AUTH)) return [pass({ usages })]
    return [fail(usages.includes(ANY) ? 'any-only' : 'wrong', { usages })]
  },
})
