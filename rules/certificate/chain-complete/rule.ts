import { evidence, fail, notApplicable, pass, unlessTold } from '../../../src/engine/rule.js'
import { FETCHES, mayBeFetched } from '../../../src/trust/index.js'
import { isSelfSigned } from '../../../src/x509/index.js'
import { defineChainRule, isAuthority, type Named, named, partlyJudged, subjectName } from '../chain-rule.js'

type Missing = {
  /** The last certificate that was sent on the way to the root. */
  certificate: Named
  /** The issuer of that certificate, which was not sent. */
  missing: string
  sent: number
  /** Addresses that the certificate gives for its issuer. */
  caIssuers: string[]
  /** What was found there, and its own issuer: several certificates may share a name. */
  found: Named | null
  foundIssuer: string | null
}

type Evidence = {
  pass: { certificates: string[]; root: string }
  missing: Missing
  fetchable: Missing
}

/** A path to an anchor must exist using only what the server sent: Android fetches nothing. */
export default defineChainRule({
  id: 'certificate/chain-complete',
  evidence: evidence<Evidence>(),
  reasons: { missing: 'fail', fetchable: 'fail' },
  judge({ chain, analysis, leaf }, { store }) {
    const sent = analysis.bestSent(store)
    if (sent.anchor) {
      return [pass({ certificates: sent.certificates.map(subjectName), root: sent.anchor.name })]
    }
    if (isSelfSigned(leaf)) return [notApplicable]
    const partly = partlyJudged(analysis)
    if (partly) return [partly]
    const last = sent.certificates.at(-1) ?? leaf
    const fixed = analysis.best(store)
    const end = fixed.certificates.at(-1) ?? last
    const completable = fixed.anchor !== null || mayBeFetched(chain, store, end)
    // Ends in an unknown CA: certificate/trusted reports that.
    if (!completable && isAuthority(last, leaf) && isAuthority(end, leaf)) return [notApplicable]
    const position = fixed.certificates.findIndex(({ sha256 }) => sha256 === last.sha256)
    const found = fixed.fetched ? fixed.certificates[position + 1] : undefined
    const missing: Missing = {
      certificate: named(last),
      missing: last.issuer.commonName ?? last.issuer.text,
      sent: chain.certificates.length,
      caIssuers: last.caIssuers.slice(0, 3),
      found: found ? named(found) : null,
      foundIssuer: found ? (found.issuer.commonName ?? found.issuer.text) : null,
    }
    if (FETCHES[store] && completable) return [fail('fetchable', missing)]
    // A certificate of that name was sent, but with another key.
    const lacking = fail('missing', missing)
    return [fixed.end === 'signature' ? unlessTold(lacking, 'certificate/path') : lacking]
  },
})
