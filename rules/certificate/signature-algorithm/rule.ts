import { evidence, type Finding, fail, pass, unknown } from '../../../src/engine/rule.js'
import { isSelfSigned } from '../../../src/x509/index.js'
import { type ByHolder, defineChainRule, forBoth, heldBy, type Named, named } from '../chain-rule.js'

type Signed = { certificate: Named; algorithm: string }

type Evidence = { pass: { algorithms: string[] } } & ByHolder<{
  'weak-hash': Signed
  sha224: Signed
  'unknown-algorithm': Signed
}>

const WEAK = new Set(['md2', 'md5', 'sha1'])

/** SHA-256 or better on every certificate except the anchor; how a root is signed doesn't matter. */
export default defineChainRule({
  id: 'certificate/signature-algorithm',
  evidence: evidence<Evidence>(),
  reasons: {
    ...forBoth({ 'weak-hash': 'fail', sha224: 'fail' }),
    ...forBoth({ 'unknown-algorithm': 'unknown' }),
  },
  judge({ analysis, leaf }, { store }) {
    const path = analysis.best(store).certificates
    const judged = path.filter((certificate) => certificate === leaf || !isSelfSigned(certificate))
    const found = judged.flatMap((certificate): Finding<Evidence>[] => {
      const { hash, name } = certificate.signature
      const signed: Signed = { certificate: named(certificate), algorithm: name }
      const isLeaf = certificate === leaf
      if (WEAK.has(hash)) return [fail(heldBy('weak-hash', isLeaf), signed)]
      if (hash === 'sha224') return [fail(heldBy('sha224', isLeaf), signed)]
      return hash === 'unknown' ? [unknown(heldBy('unknown-algorithm', isLeaf), signed)] : []
    })
    return found.length > 0 ? found : [pass({ algorithms: judged.map(({ signature }) => signature.name) })]
  },
})
