import { evidence, fail, pass } from '../../../src/engine/rule.js'
import type { Certificate } from '../../../src/x509/index.js'
import { defineChainRule, type Named, named } from '../chain-rule.js'
import { MAKERS, SM2_OIDS } from './makers.js'

type Made = { certificate: Named; issuer: string; product: string }

/**
 * A certificate that was never meant for the public, or for phones, can't be fixed one rule at a time: it must be
 * replaced, and the question is where the right one got lost.
 */
export default defineChainRule({
  id: 'certificate/kind',
  evidence: evidence<{
    pass: { certificate: Named }
    default: Made
    'origin-ca': Made
    staging: Made
    development: Made
    sm2: { certificate: Named }
  }>(),
  reasons: { default: 'fail', 'origin-ca': 'fail', staging: 'fail', development: 'fail', sm2: 'fail' },
  judge({ analysis, leaf }, { store }) {
    const { anchor, certificates } = analysis.best(store)
    const guomi = certificates.find(isSm2)
    if (guomi) return [fail('sm2', { certificate: named(guomi) })]
    const maker = MAKERS.find(({ of, name }) =>
      name.test(of === 'subject' ? leaf.subject.text : leaf.issuer.text),
    )
    // A user who passes its root with --ca uses it on purpose.
    if (!maker || anchor !== null) return [pass({ certificate: named(leaf) })]
    const issuer = leaf.issuer.commonName ?? leaf.issuer.text
    return [fail(maker.kind, { certificate: named(leaf), issuer, product: maker.product })]
  },
})

const isSm2 = ({ key, signature }: Certificate): boolean =>
  SM2_OIDS.includes(signature.oid) || (key.type === 'ec' && SM2_OIDS.includes(key.curve))
