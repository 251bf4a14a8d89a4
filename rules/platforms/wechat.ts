/** WeChat: the sentence behind each demand of DNS, TLS and certificates. */
import type { SourcesByRule } from './index.js'
import { follows, forEach, said } from './quotations/index.js'

const VALID = follows('wechat.valid')
const HTTPS = follows('wechat.https')
const HIGHEST = follows('wechat.highest')
const TRUSTED = said('wechat.trusted')

export const wechat: SourcesByRule = {
  'dns/resolves': follows('wechat.only-listed'),
  'dns/private-address': follows('wechat.lan-address'),
  'tls/reachable': { whole: HTTPS, reasons: { 'not-tls': said('wechat.https') } },
  'tls/client-certificate': HTTPS,
  'http/reachable': follows('wechat.any-status'),
  'tls/refusal': HTTPS,
  'tls/version': said('wechat.tls'),
  'tls/legacy-android': said('wechat.old-android'),
  'tls/obsolete-version': HIGHEST,
  'tls/ats-cipher': said('wechat.ats'),
  'certificate/kind': { whole: TRUSTED, reasons: { sm2: follows('wechat.trusted') } },
  'certificate/validity': {
    whole: said('wechat.dates'),
    reasons: forEach(follows('wechat.dates'), 'issuer-expired', 'issuer-not-yet-valid'),
  },
  'certificate/expires-soon': follows('wechat.dates'),
  'certificate/hostname': said('wechat.name'),
  'certificate/self-signed': {
    whole: TRUSTED,
    reasons: {},
    ios: { 'self-signed': said('wechat.self-signed') },
  },
  'certificate/chain-complete': said('wechat.chain'),
  'certificate/chain-order': follows('wechat.chain'),
  'certificate/chain-surplus': follows('wechat.chain'),
  'certificate/key-match': follows('wechat.checked'),
  'certificate/trusted': TRUSTED,
  'certificate/distrusted-ca': said('wechat.distrusted'),
  'certificate/path': VALID,
  'certificate/encoding': VALID,
  'certificate/transparency': VALID,
  'certificate/revocation': VALID,
  'certificate/key-strength': HIGHEST,
  'certificate/signature-algorithm': HIGHEST,
  'certificate/key-usage': VALID,
  'certificate/extended-key-usage': VALID,
  'certificate/lifetime': VALID,
}
