/** What client vendors say, and what was seen in their source code (these have no sentence). Data only. */
import type { DOCUMENTS } from './documents.js'
import type { QuotationIn } from './types.js'

export { DOCUMENTS } from './documents.js'

const NONE = ''

export const QUOTATIONS = {
  'apple.tls': {
    document: 'apple-ats',
    text: 'The negotiated Transport Layer Security (TLS) version must be TLS 1.2.',
  },
  'apple.suites': {
    document: 'apple-ats',
    text: 'The negotiated TLS connection cipher suite must support perfect forward secrecy (PFS) through Elliptic Curve Diffie-Hellman Ephemeral (ECDHE) key exchange',
  },
  'apple.leaf-keys': {
    document: 'apple-ats',
    text: 'The leaf server certificate must be signed with one of the following types of keys: Rivest-Shamir-Adleman (RSA) key with a length of at least 2048 bits, Elliptic-Curve Cryptography (ECC) key with a size of at least 256 bits',
  },
  'apple.leaf-hash': {
    document: 'apple-ats',
    text: 'In addition, the leaf server certificate hashing algorithm must be Secure Hash Algorithm 2 (SHA-2) with a digest length, sometimes called a “fingerprint,” of at least 256 (that is, SHA-256 or greater).',
  },
  'apple.hashes': {
    document: 'apple-requirements',
    text: 'TLS server certificates and issuing CAs must use a hash algorithm from the SHA-2 family in the signature algorithm.',
  },
  'apple.names': {
    document: 'apple-requirements',
    text: 'DNS names in the CommonName of a certificate are no longer trusted.',
  },
  'apple.purpose': {
    document: 'apple-requirements',
    text: 'TLS server certificates must contain an ExtendedKeyUsage (EKU) extension containing the id-kp-serverAuth OID.',
  },
  'apple.825-days': {
    document: 'apple-requirements',
    text: 'TLS server certificates must have a validity period of 825 days or fewer (as expressed in the NotBefore and NotAfter fields of the certificate).',
  },
  'apple.398-days': {
    document: 'apple-lifetime',
    text: 'TLS server certificates issued on or after September 1, 2020 00:00 GMT/UTC must not have a validity period greater than 398 days.',
  },
  'apple.transparency': {
    document: 'apple-transparency',
    text: 'Publicly-trusted Transport Layer Security (TLS) server authentication certificates issued after October 15, 2018, must meet Apple’s Certificate Transparency (CT) policy to be evaluated as trusted on Apple platforms.',
  },
  'chrome.transparency': {
    document: 'chrome-transparency',
    text: 'In CT-enforcing versions of Chrome, all publicly-trusted TLS certificates are required to be CT Compliant to successfully validate.',
  },
  'forum.lifetime': {
    document: 'baseline-requirements',
    text: 'Subscriber Certificates issued on or after 2026-03-15 and before 2027-03-15 SHOULD NOT have a Validity Period greater than 199 days and MUST NOT have a Validity Period greater than 200 days.',
  },
  'seen.chromium': { document: 'chromium-oracle', text: NONE },
  'seen.chromium-lifetime': { document: 'chromium-lifetime', text: NONE },
  'seen.boringssl-paths': { document: 'boringssl-paths', text: NONE },
  'seen.boringssl-usage': { document: 'boringssl-usage', text: NONE },
  'seen.conscrypt-trust': { document: 'conscrypt-trust', text: NONE },
  'seen.conscrypt-strength': { document: 'conscrypt-strength', text: NONE },
  'seen.conscrypt-names': { document: 'conscrypt-names', text: NONE },
  'seen.okhttp': { document: 'okhttp-gzip', text: NONE },
  'seen.okhttp-content': { document: 'okhttp-content', text: NONE },
  'seen.okhttp-line': { document: 'okhttp-line', text: NONE },
  'seen.okhttp-length': { document: 'okhttp-length', text: NONE },
  'seen.apple-http2': { document: 'apple-http2-reports', text: NONE },
  'seen.apple-policy': { document: 'apple-policy-source', text: NONE },
  'seen.apple-names': { document: 'apple-names-source', text: NONE },
  'seen.apple-keys': { document: 'apple-keys-source', text: NONE },
  'seen.apple-suites': { document: 'apple-suites-source', text: NONE },
} as const satisfies Record<string, QuotationIn<typeof DOCUMENTS>>
