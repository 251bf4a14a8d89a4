import { evidence, fail, pass, unknown } from '../../src/engine/rule.js'
import { isSelfSigned } from '../../src/x509/index.js'
import { defineChainRule, type Named, named } from './chain-rule.js'

type Signed = { certificate: Named; algorithm: string }

const WEAK = new Set(['md2', 'md5', 'sha1'])

/** SHA-256 or better on every certificate but the anchor; what a root signed itself with is nobody's concern. */
export default defineChainRule({
  id: 'certificate/signature-algorithm',
  parameters: { store: 'ios' },
  evidence: evidence<{
    pass: { algorithms: string[] }
    'weak-hash': Signed
    sha224: Signed
    'unknown-algorithm': Signed
  }>(),
  judge({ analysis, leaf }, { store }) {
    const path = analysis.best(store).certificates
    const signed = path.filter((certificate) => certificate === leaf || !isSelfSigned(certificate))
    const found = signed.flatMap((certificate) => {
      const { hash, name } = certificate.signature
      const evidence: Signed = { certificate: named(certificate), algorithm: name }
      if (WEAK.has(hash)) return [fail('weak-hash', evidence)]
      if (hash === 'sha224') return [fail('sha224', evidence)]
      return hash === 'unknown' ? [unknown('unknown-algorithm', evidence)] : []
    })
    return found.length > 0 ? found : [pass({ algorithms: signed.map(({ signature }) => signature.name) })]
  },
})
