import { evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'
import { defineChainRule, type Named, named } from '../chain-rule.js'

/**
 * The key at hand is that of the leaf: a server proves it by the signature in its handshake, a file by the private key
 * given beside it. Where neither was there to be checked nothing is said.
 */
export default defineChainRule({
  id: 'certificate/key-match',
  evidence: evidence<{
    /** `asked`: somebody wanted to know, so that every report answers. */
    pass: { certificate: Named; asked: boolean }
    'not-proven': { certificate: Named }
    'wrong-key': { certificate: Named }
  }>(),
  reasons: { 'not-proven': 'fail', 'wrong-key': 'fail' },
  judge({ chain: { keyProof, fromFile }, leaf }) {
    const certificate = named(leaf)
    if (keyProof === 'invalid') return [fail(fromFile ? 'wrong-key' : 'not-proven', { certificate })]
    return [keyProof === 'valid' ? pass({ certificate, asked: fromFile === true }) : notApplicable]
  },
})
