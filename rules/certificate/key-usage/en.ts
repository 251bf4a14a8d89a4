import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

const REISSUE =
  'Reissue the certificate with the key usage digitalSignature (for RSA keys keyEncipherment too).'

const listed = (usages: readonly string[]) => usages.join(', ') || 'nothing'

export default {
  title: 'The key usage allows the key exchange',
  why: 'The server’s key signs in TLS 1.3 and with ECDHE, and decrypts with static RSA. Chromium and Android end the handshake where the certificate does not allow what is done (ERR_SSL_KEY_USAGE_INCOMPATIBLE).',
  pass: ({ usages }) => usages.join(', '),
  reasons: {
    'no-signature': {
      message: ({ usages, use }) =>
        `The certificate’s key signs the handshake (${use === 'tls1.3' ? 'TLS 1.3' : 'ECDHE'}), and its key usage does not allow signatures: it allows ${listed(usages)}.`,
      fix: () => REISSUE,
    },
    'no-signature-rsa': {
      message: ({ usages }) =>
        `The certificate’s RSA key signs the key exchange of TLS 1.2, and its key usage does not allow signatures: it allows ${listed(usages)}.`,
      fix: () => REISSUE,
    },
    'no-encipherment': {
      message: ({ usages }) =>
        `The server exchanges keys by static RSA, and the certificate’s key usage does not allow keyEncipherment: it allows ${listed(usages)}.`,
      fix: () =>
        'Allow ECDHE suites, which need a signature only.\n  nginx: ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20;',
    },
  },
} satisfies RuleText<typeof rule>
