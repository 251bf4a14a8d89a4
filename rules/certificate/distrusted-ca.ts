import { evidence, fail, notApplicable, pass } from '../../src/engine/rule.js'
import { refusalOf } from '../../src/trust/index.js'
import { isSelfSigned } from '../../src/x509/index.js'
import { defineChainRule } from './chain-rule.js'

/** Authorities that a platform refuses although its root list names them: dates, mechanics and sources are data. */
export default defineChainRule({
  id: 'certificate/distrusted-ca',
  evidence: evidence<{
    pass: { root: string }
    distrusted: { root: string; authority: string; mechanism: string; date: string; source: string }
  }>(),
  judge({ analysis, leaf }, { store }) {
    const anchored = analysis.paths.filter(({ anchor }) => anchor !== null)
    const paths = anchored.length > 0 ? anchored : [analysis.best(store)]
    const welcome = paths.find((path) => refusalOf(analysis, path, store) === null)
    if (welcome) return welcome.anchor ? [pass({ root: welcome.anchor.name })] : [notApplicable]
    const refusal = refusalOf(analysis, analysis.best(store), store)
    if (!refusal || isSelfSigned(leaf)) return [notApplicable]
    const { authority, mechanism, date, source } = refusal
    const root = analysis.best(store).anchor?.name ?? authority
    return [fail('distrusted', { root, authority, mechanism, date, source: source.title })]
  },
})
