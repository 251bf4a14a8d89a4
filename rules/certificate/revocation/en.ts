import { ofBoth } from '../../../src/i18n/holders.js'
import type { RuleText } from '../../../src/i18n/types.js'
import { REISSUE_ADVICE } from '../words/en.js'
import type rule from './rule.js'

const NEW_KEY =
  'Reissue the certificate with a new key, install it, and ask your CA why the old one was revoked.'

const SOURCES = { staple: 'the stapled OCSP answer', ocsp: 'OCSP', crl: 'the revocation list' } as const

export default {
  title: 'The certificate is not revoked',
  why: 'iOS and Chromium refuse a certificate its authority has revoked, once they learn of it. A certificate with must-staple fails in clients that honour it when no response is stapled.',
  howToFix: `${REISSUE_ADVICE} Make a new key as well if the old one leaked. For a certificate that requires stapling: ssl_stapling on; and a resolver in nginx.`,
  pass: ({ source, until }) =>
    `not revoked, says ${SOURCES[source]}${until === null ? '' : ` (holds until ${until})`}`,
  unknown: {
    'no-answer': 'neither OCSP nor a CRL gave a valid answer',
    'issuer-no-answer': 'the same for an issuer',
  },
  reasons: {
    'revoked-staple': {
      message: ({ since, cause }) =>
        `The certificate was revoked on ${since} (${cause}), says the OCSP answer the server itself staples.`,
      fix: () => NEW_KEY,
    },
    'stale-staple': {
      message: ({ certificate, why }) =>
        `The OCSP answer stapled for "${certificate.subject}" is not valid (${why}); Android’s own TLS stack checks it without leniency, and may refuse.`,
      fix: () =>
        'Check whether the server reaches the OCSP responder and renews its staple, or turn stapling off.\n  nginx: ssl_stapling off;',
    },
    'no-staple': {
      message: ({ certificate }) =>
        `"${certificate.subject}" promises a stapled OCSP answer (must-staple), and the server sends none.`,
      fix: () =>
        [
          'Turn OCSP stapling on, or have the certificate issued without must-staple.',
          '  nginx: ssl_stapling on; ssl_stapling_verify on;',
        ].join('\n'),
    },
    'bad-staple': {
      message: ({ certificate, why }) =>
        `"${certificate.subject}" promises a stapled OCSP answer (must-staple), and the one the server sends is not valid (${why}).`,
      fix: () => 'Check whether the server reaches the OCSP responder and renews its staple.',
    },
    ...ofBoth<typeof rule>((isLeaf) => ({
      revoked: {
        message: ({ certificate: { subject }, source, since, cause }) =>
          `The ${isLeaf ? 'certificate' : `intermediate certificate "${subject}"`} was revoked on ${since} (${cause}), according to ${SOURCES[source]}.`,
        fix: () => (isLeaf ? NEW_KEY : 'Reissue the certificate under another intermediate certificate.'),
      },
      'no-answer': {
        message: ({ certificate: { subject }, asked }) =>
          `Could not find out whether the ${isLeaf ? '' : 'intermediate '}certificate "${subject}" is revoked (${asked.map(({ url, failure }) => `${url}: ${failure}`).join('; ')}).`,
      },
    })),
  },
} satisfies RuleText<typeof rule>
