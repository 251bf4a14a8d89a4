import { evidence, fail, pass } from '../../../src/engine/rule.js'
import { isSelfSigned } from '../../../src/x509/index.js'
import { defineChainRule, type Named, named } from '../chain-rule.js'

/** The leaf is signed with its own key and isn't an anchor. */
export default defineChainRule({
  id: 'certificate/self-signed',
  evidence: evidence<{ pass: { issuer: string }; 'self-signed': { certificate: Named } }>(),
  reasons: { 'self-signed': 'fail' },
  judge({ analysis, leaf }, { store }) {
    const anchored = analysis.best(store).anchor !== null
    if (isSelfSigned(leaf) && !anchored) return [fail('self-signed', { certificate: named(leaf) })]
    return [pass({ issuer: leaf.issuer.commonName ?? leaf.issuer.text })]
  },
})
