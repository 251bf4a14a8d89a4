import { evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'
import { defineChainRule, type Named, named } from '../chain-rule.js'

/**
 * The private key belongs to the leaf: a server proves it with the signature in its handshake, a file with the key
 * given beside it. Where there is nothing to check, nothing is reported.
 */
export default defineChainRule({
  id: 'certificate/key-match',
  evidence: evidence<{
    /** `asked`: the user wanted to know, so every report includes the answer. */
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
