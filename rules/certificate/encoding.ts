import { evidence, fail, pass } from '../../src/engine/rule.js'
import { defineChainRule, nameOf } from './chain-rule.js'

type Fault = { certificate: string; faults: string[] }

/** DER and field content that strict parsers refuse (X.690 section 10, RFC 5280 section 4.1). */
export default defineChainRule({
  id: 'certificate/encoding',
  evidence: evidence<{ pass: { certificates: number }; faulty: { certificates: Fault[] } }>(),
  reasons: { faulty: 'fail' },
  judge({ analysis }, { store }) {
    const path = analysis.best(store).certificates
    const faulty = path
      .filter(({ encodingFaults }) => encodingFaults.length > 0)
      .map((certificate) => ({ certificate: nameOf(certificate), faults: [...certificate.encodingFaults] }))
    return [
      faulty.length > 0 ? fail('faulty', { certificates: faulty }) : pass({ certificates: path.length }),
    ]
  },
})
