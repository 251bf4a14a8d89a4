/** Alipay: the sentence behind each demand of DNS, TLS and certificates. Its pages ask for a whole chain and for dates, and for no other single property. */
import type { SourcesByRule } from './index.js'
import { follows, said } from './quotations/index.js'

/** Whatever is wrong with a certificate: it is checked, and the request fails. */
const CHECKED = follows('alipay.checked')
const HIGHEST = follows('alipay.highest')
const OUTSIDE = follows('alipay.outside')

export const alipay: SourcesByRule = {
  'dns/resolves': OUTSIDE,
  'dns/private-address': said('alipay.outside'),
  'tls/reachable': OUTSIDE,
  'tls/client-certificate': OUTSIDE,
  'http/reachable': OUTSIDE,
  'tls/refusal': OUTSIDE,
  'tls/version': HIGHEST,
  'tls/legacy-android': follows('alipay.strictness'),
  'tls/obsolete-version': HIGHEST,
  'tls/ats-cipher': HIGHEST,
  'certificate/kind': CHECKED,
  'certificate/validity': said('alipay.chain'),
  'certificate/expires-soon': follows('alipay.chain'),
  'certificate/hostname': CHECKED,
  'certificate/self-signed': CHECKED,
  'certificate/chain-complete': said('alipay.chain'),
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
