import { evidence, type Finding, fail, pass } from '../../../src/engine/rule.js'
import type { Certificate, EncodingFault } from '../../../src/x509/index.js'
import { type ByHolder, defineChainRule, forBoth, heldBy, subjectName } from '../chain-rule.js'

export type Found = { certificates: { certificate: string; faults: string[] }[] }
type Kind = 'faulty' | 'strict' | 'unreadable'
type Evidence = { pass: { certificates: number } } & ByHolder<Record<Kind, Found>>

/**
 * Who refuses it, seen with Chromium: BoringSSL, which Android's TLS is as well, before the certificate is judged
 * (`unreadable`); Chromium's own parser alone (`strict`); nobody, or `certificate/path` and `hostname` speak of it (`faulty`).
 */
const KINDS: Readonly<Record<EncodingFault, Kind>> = {
  'ber-length': 'unreadable',
  'trailing-bytes': 'unreadable',
  'unaligned-bits': 'unreadable',
  'odd-time': 'strict',
  'explicit-default': 'strict',
  'algorithm-parameters': 'strict',
  'bad-name': 'strict',
  'optional-san': 'strict',
  'bad-identifier': 'strict',
  'empty-san': 'strict',
  'odd-constraints': 'strict',
  'negative-serial': 'faulty',
  'zero-serial': 'faulty',
  'long-serial': 'faulty',
  'padded-serial': 'faulty',
  'duplicate-extension': 'faulty',
  'algorithm-mismatch': 'faulty',
  'version-mismatch': 'faulty',
  'bad-extension': 'faulty',
}
const ORDER: readonly Kind[] = ['unreadable', 'strict', 'faulty']

function faultsOf(certificates: readonly Certificate[], kind: Kind): Found {
  const found = certificates.map((one) => ({
    certificate: subjectName(one),
    faults: one.encodingFaults.filter((fault) => KINDS[fault] === kind),
  }))
  return { certificates: found.filter(({ faults }) => faults.length > 0) }
}

/** DER and field content that strict parsers refuse (X.690 section 10, RFC 5280 section 4.1). */
export default defineChainRule({
  id: 'certificate/encoding',
  evidence: evidence<Evidence>(),
  reasons: forBoth({ faulty: 'fail', strict: 'fail', unreadable: 'fail' }),
  judge({ analysis, leaf }, { store }) {
    const path = analysis.best(store).certificates
    const found = ORDER.flatMap((kind) =>
      [true, false].flatMap((isLeaf): Finding<Evidence>[] => {
        const faulty = faultsOf(
          path.filter((one) => (one === leaf) === isLeaf),
          kind,
        )
        return faulty.certificates.length > 0 ? [fail(heldBy(kind, isLeaf), faulty)] : []
      }),
    )
    return found.length > 0 ? found : [pass({ certificates: path.length })]
  },
})
