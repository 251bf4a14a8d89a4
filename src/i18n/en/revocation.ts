import type { RevocationTexts } from '../revocation-texts.js'

const SOURCES = { staple: 'the stapled OCSP answer', ocsp: 'OCSP', crl: 'the revocation list' } as const

export const revocation: RevocationTexts = {
  'certificate/revocation': {
    title: 'The certificate is not revoked',
    why: 'iOS and Chromium refuse a certificate its authority has revoked, once they hear of it. A promise to staple that is not kept fails in clients that know it.',
    pass: ({ source, until }) =>
      `not revoked, says ${SOURCES[source]}${until === null ? '' : ` (holds until ${until})`}`,
    reasons: {
      revoked: {
        message: ({ certificate, leaf, source, since, cause }) =>
          `${leaf ? 'The certificate' : `The intermediate certificate "${certificate.subject}"`} was revoked on ${since} (${cause}), says ${SOURCES[source]}.`,
        fix: ({ leaf }) =>
          leaf
            ? 'Have a new certificate issued for a new key, install it, and ask your CA why the old one was revoked.'
            : 'Have the certificate issued anew below another intermediate certificate.',
      },
      'revoked-staple': {
        message: ({ since, cause }) =>
          `The certificate was revoked on ${since} (${cause}), says the OCSP answer the server itself staples.`,
        fix: () =>
          'Have a new certificate issued for a new key, install it, and ask your CA why the old one was revoked.',
      },
      'stale-staple': {
        message: ({ certificate, why }) =>
          `The OCSP answer stapled for "${certificate.subject}" does not hold (${why}); Android’s own TLS stack checks it without leniency, and may refuse.`,
        fix: () =>
          'Look whether the server reaches the OCSP responder and renews its staple, or turn stapling off.\n  nginx: ssl_stapling off;',
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
          `"${certificate.subject}" promises a stapled OCSP answer (must-staple), and the one the server sends does not hold (${why}).`,
        fix: () => 'Look whether the server reaches the OCSP responder and renews its staple.',
      },
      'no-answer': {
        message: ({ certificate, asked }) =>
          `Whether "${certificate.subject}" is revoked could not be learned (${asked.map(({ url, failure }) => `${url}: ${failure}`).join('; ')}).`,
      },
    },
  },
}
