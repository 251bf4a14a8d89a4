import { evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'
import { refusalOf } from '../../../src/trust/index.js'
import { isSelfSigned } from '../../../src/x509/index.js'
import { defineChainRule } from '../chain-rule.js'

/** CAs that a platform rejects although they are in its root list. Dates, mechanisms and sources are data. */
export default defineChainRule({
  id: 'certificate/distrusted-ca',
  evidence: evidence<{
    pass: { root: string }
    distrusted: { root: string; authority: string; mechanism: string; date: string; source: string }
  }>(),
  reasons: { distrusted: 'fail' },
  judge({ analysis, leaf }, { store }) {
    // The best path is a rejected one only if there is no equally good alternative.
    const best = analysis.best(store)
    const refusal = refusalOf(analysis, best, store)
    if (!refusal) return best.anchor ? [pass({ root: best.anchor.name })] : [notApplicable]
    if (isSelfSigned(leaf) && !best.anchor) return [notApplicable]
    const { authority, mechanism, date, source } = refusal
    const root = best.anchor?.name ?? authority
    return [fail('distrusted', { root, authority, mechanism, date, source: source.title })]
  },
})
