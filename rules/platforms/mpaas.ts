/** mPaaS: the sentence behind each demand of DNS, TLS and certificates. Its page names causes, not single properties of a certificate. */
import type { SourcesByRule } from './index.js'
import { follows, said } from './quotations/index.js'

/** Whatever is wrong with a certificate: it is checked, and the request fails. */
const CHECKED = follows('mpaas.checked')
const HIGHEST = follows('mpaas.highest')
const OUTSIDE = follows('mpaas.outside')

export const mpaas: SourcesByRule = {
  'dns/resolves': OUTSIDE,
  'dns/private-address': said('mpaas.outside'),
  'tls/reachable': OUTSIDE,
  'tls/client-certificate': OUTSIDE,
  'http/reachable': OUTSIDE,
  'tls/refusal': OUTSIDE,
  'tls/version': HIGHEST,
  'tls/legacy-android': follows('mpaas.strictness'),
  'tls/obsolete-version': HIGHEST,
  'tls/ats-cipher': HIGHEST,
  'certificate/kind': CHECKED,
  'certificate/validity': CHECKED,
  'certificate/expires-soon': CHECKED,
  'certificate/hostname': CHECKED,
  'certificate/self-signed': CHECKED,
  'certificate/chain-complete': CHECKED,
  'certificate/chain-order': HIGHEST,
  'certificate/chain-surplus': HIGHEST,
  'certificate/key-match': CHECKED,
  'certificate/trusted': CHECKED,
  'certificate/distrusted-ca': CHECKED,
  'certificate/path': CHECKED,
  'certificate/encoding': HIGHEST,
  'certificate/transparency': HIGHEST,
  'certificate/revocation': CHECKED,
  'certificate/key-strength': HIGHEST,
  'certificate/signature-algorithm': CHECKED,
  'certificate/key-usage': CHECKED,
  'certificate/extended-key-usage': HIGHEST,
  'certificate/lifetime': HIGHEST,
}
