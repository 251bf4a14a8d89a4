import { evidence, type Finding, fail, pass } from '../../../src/engine/rule.js'
import type { Certificate } from '../../../src/x509/index.js'
import { defineChainRule, instant, type Named, named } from '../chain-rule.js'

type Dates = { certificate: Named; leaf: boolean; notBefore: string; notAfter: string; at: string }

type Evidence = {
  pass: { notBefore: string; notAfter: string }
  expired: Dates
  'not-yet-valid': Dates
  'issuer-expired': Dates
  'issuer-not-yet-valid': Dates
}

const datesOf = ({ notBefore, notAfter }: Certificate) => ({
  notBefore: instant(notBefore),
  notAfter: instant(notAfter),
})

/**
 * The leaf and every certificate in the best path are within their dates (RFC 5280 section 4.1.2.5, both ends
 * inclusive). The leaf's dates are the owner's to fix and an issuer's the CA's, so they have separate reasons.
 */
export default defineChainRule({
  id: 'certificate/validity',
  evidence: evidence<Evidence>(),
  reasons: {
    expired: 'fail',
    'not-yet-valid': 'fail',
    'issuer-expired': 'fail',
    'issuer-not-yet-valid': 'fail',
  },
  judge({ analysis, leaf }, { store }, { now }) {
    const found = analysis.best(store).certificates.flatMap((certificate): Finding<Evidence>[] => {
      const own = certificate === leaf
      const at = instant(now)
      const dates: Dates = { certificate: named(certificate), leaf: own, ...datesOf(certificate), at }
      if (now < certificate.notBefore)
        return [own ? fail('not-yet-valid', dates) : fail('issuer-not-yet-valid', dates)]
      // The whole last second is still valid.
      if (Math.floor(now / 1000) * 1000 <= certificate.notAfter) return []
      return [own ? fail('expired', dates) : fail('issuer-expired', dates)]
    })
    if (found.length > 0) return found
    return [pass(datesOf(leaf))]
  },
})
