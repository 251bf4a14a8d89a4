import { evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'
import { refusalOf } from '../../../src/trust/index.js'
import { isSelfSigned } from '../../../src/x509/index.js'
import { defineChainRule } from '../chain-rule.js'

/** Authorities that a platform refuses although its root list names them: dates, mechanics and sources are data. */
export default defineChainRule({
  id: 'certificate/distrusted-ca',
  evidence: evidence<{
    pass: { root: string }
    distrusted: { root: string; authority: string; mechanism: string; date: string; source: string }
  }>(),
  reasons: { distrusted: 'fail' },
  judge({ analysis, leaf }, { store }) {
    // The best path is a refused one only where no other is as good.
    const best = analysis.best(store)
    const refusal = refusalOf(analysis, best, store)
    if (!refusal) return best.anchor ? [pass({ root: best.anchor.name })] : [notApplicable]
    if (isSelfSigned(leaf) && !best.anchor) return [notApplicable]
    const { authority, mechanism, date, source } = refusal
    const root = best.anchor?.name ?? authority
    return [fail('distrusted', { root, authority, mechanism, date, source: source.title })]
  },
})
