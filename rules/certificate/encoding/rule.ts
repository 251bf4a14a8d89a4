import { evidence, type Finding, fail, pass } from '../../../src/engine/rule.js'
import { type ByHolder, defineChainRule, forBoth, heldBy, subjectName } from '../chain-rule.js'

type Fault = { certificate: string; faults: string[] }
type Evidence = { pass: { certificates: number } } & ByHolder<{ faulty: { certificates: Fault[] } }>

/** DER and field content that strict parsers refuse (X.690 section 10, RFC 5280 section 4.1). */
export default defineChainRule({
  id: 'certificate/encoding',
  evidence: evidence<Evidence>(),
  reasons: forBoth({ faulty: 'fail' }),
  judge({ analysis, leaf }, { store }) {
    const path = analysis.best(store).certificates
    const faulty = path.filter(({ encodingFaults }) => encodingFaults.length > 0)
    const found = [true, false].flatMap((isLeaf): Finding<Evidence>[] => {
      const certificates = faulty
        .filter((one) => (one === leaf) === isLeaf)
        .map((one) => ({ certificate: subjectName(one), faults: [...one.encodingFaults] }))
      return certificates.length > 0 ? [fail(heldBy('faulty', isLeaf), { certificates })] : []
    })
    return found.length > 0 ? found : [pass({ certificates: path.length })]
  },
})
