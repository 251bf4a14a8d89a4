import type encoding from '../../../rules/certificate/encoding.js'
import type expiresSoon from '../../../rules/certificate/expires-soon.js'
import type keyStrength from '../../../rules/certificate/key-strength.js'
import type signatureAlgorithm from '../../../rules/certificate/signature-algorithm.js'
import type { CertificateTexts } from '../certificate-texts.js'
import { ofBoth } from '../holders.js'

const REISSUE = 'Reissue the certificate, install it with its chain, and reload the server.'
const shorter = ({ limit, issuable }: { limit: number; issuable: number }) =>
  `Ask for at most ${limit}${issuable === limit ? '' : ` (today ${issuable})`} days when you reissue the certificate${issuable === limit ? '' : `: public CAs issue no more than ${issuable} now`}; install it with its chain, and reload the server.`
const SHA256 =
  'Reissue the certificate with a SHA-256 signature, install it with its chain, and reload the server.'
const OTHER_CHAIN =
  'Ask your CA for a chain with a current intermediate certificate, or have another CA issue the certificate.'
const days = (n: number) => `${n} ${n === 1 ? 'day' : 'days'}`
const whose = ({ subject }: { subject: string }, leaf: boolean) =>
  leaf ? 'The certificate' : `The intermediate certificate "${subject}"`
const keyOf = (type: string) => (type === 'ec' ? 'an EC key' : `an ${type.toUpperCase()} key`)
const sctCounts = (embedded: number, handshake: number, stapled: number) =>
  [
    ...(embedded > 0 ? [`${embedded} embedded`] : []),
    ...(handshake > 0 ? [`${handshake} in the handshake`] : []),
    ...(stapled > 0 ? [`${stapled} stapled`] : []),
  ].join(', ')
export const certificate: CertificateTexts = {
  'certificate/validity': {
    title: 'Every certificate of the chain is within its dates',
    why: 'Every phone refuses an expired certificate; users see a failed request.',
    pass: ({ notAfter }) => `valid until ${notAfter}`,
    reasons: {
      expired: {
        message: ({ certificate, leaf, notAfter }) => `${whose(certificate, leaf)} expired on ${notAfter}.`,
        fix: () => REISSUE,
      },
      'issuer-expired': {
        message: ({ certificate, leaf, notAfter }) => `${whose(certificate, leaf)} expired on ${notAfter}.`,
        fix: () => 'Replace the expired intermediate by the current one of your CA.',
      },
      'issuer-not-yet-valid': {
        message: ({ certificate, leaf, notBefore }) =>
          `${whose(certificate, leaf)} becomes valid only on ${notBefore}.`,
        fix: () => 'Serve the former chain until then.',
      },
      'not-yet-valid': {
        message: ({ certificate, leaf, notBefore }) =>
          `${whose(certificate, leaf)} becomes valid only on ${notBefore}.`,
        fix: () => 'Serve the former certificate until then, or have a new one issued.',
      },
    },
  },
  'certificate/expires-soon': {
    title: 'The certificate does not expire soon',
    why: 'A renewal that is forgotten breaks every phone at the same minute.',
    pass: ({ daysLeft, notAfter }) => `${days(daysLeft)} left (${notAfter})`,
    reasons: ofBoth<typeof expiresSoon>((isLeaf) => ({
      soon: {
        message: ({ certificate, daysLeft, notAfter, threshold, expired }) =>
          expired
            ? `${whose(certificate, isLeaf)} expired on ${notAfter}.`
            : `${whose(certificate, isLeaf)} expires in ${days(daysLeft)}, on ${notAfter} (warning threshold: ${days(threshold)}).`,
        fix: () =>
          isLeaf
            ? 'Renew it now, and check that automatic renewal still works.'
            : 'Replace it with the current intermediate certificate of your CA; if there is none, reissue the certificate.',
      },
    })),
  },
  'certificate/hostname': {
    title: 'The certificate is issued for this host name',
    why: 'Phones compare the host with the names in subjectAltName and end the connection when none matches.',
    pass: ({ name }) => `matches ${name}`,
    reasons: {
      mismatch: {
        message: ({ host, names, count, wildcardTooDeep }) =>
          [
            `The certificate is not for ${host}; it names ${names.length > 0 ? names.join(', ') : 'no host at all'}`,
            count > names.length ? ` and ${count - names.length} more` : '',
            wildcardTooDeep ? '. A wildcard stands for exactly one label' : '',
            '.',
          ].join(''),
        fix: ({ host }) =>
          `Have a certificate issued whose subjectAltName holds ${host}, or bind the right one to this name.`,
      },
      'common-name-only': {
        message: ({ host, commonName }) =>
          `The certificate has no subjectAltName; its common name ${commonName} no longer counts (iOS 13, Android 9, Chromium 58) for ${host}.`,
        fix: ({ host }) => `Have a certificate issued whose subjectAltName holds ${host}.`,
      },
      'wildcard-on-public-suffix': {
        message: ({ name, host }) =>
          `The only name that matches ${host} is ${name}, a wildcard directly below a public suffix, which iOS and Chromium refuse.`,
        fix: ({ host }) => `Have a certificate issued for ${host} itself.`,
      },
      'trailing-dot': {
        message: ({ name, host }) =>
          `The only name that matches ${host} is “${name}”, with a dot at its end: Chromium and Android accept it, iOS does not.`,
        fix: ({ host }) => `Have a certificate issued for ${host}, without the dot.`,
      },
    },
  },
  'certificate/self-signed': {
    title: 'The certificate is not self-signed',
    why: 'No phone trusts a certificate that vouches for itself.',
    pass: ({ issuer }) => `issued by ${issuer}`,
    reasons: {
      'self-signed': {
        message: ({ certificate }) => `The certificate "${certificate.subject}" is self-signed.`,
        fix: () =>
          'Have it issued by a public CA; for a test network of your own give the certificate with --ca.',
      },
    },
  },
  'certificate/transparency': {
    title: 'The certificate is logged (Certificate Transparency)',
    why: 'iOS and Chromium refuse a public certificate without enough timestamps of public logs.',
    pass: ({ embedded, handshake, stapled }) =>
      `${sctCounts(embedded, handshake, stapled)} timestamps (whether their logs are approved today is not judged)`,
    reasons: {
      none: {
        message: () =>
          'The certificate carries no Signed Certificate Timestamp, and the handshake brings none.',
        fix: () => 'Ask your CA to reissue it with embedded timestamps, as is usual.',
      },
      'too-few': {
        message: ({ embedded, handshake, stapled, needed, days: lifetime }) =>
          `The certificate has timestamps of ${embedded} logs (and ${handshake + stapled} in the handshake); ${needed} are required for a lifetime of ${days(lifetime)}.`,
        fix: () => 'Ask your CA to reissue it with enough embedded timestamps.',
      },
    },
  },
  'certificate/encoding': {
    title: 'The certificates are encoded as the standards require',
    why: 'Some clients refuse what others let pass: strict parsers end the connection.',
    pass: ({ certificates }) => `${certificates} read without fault`,
    reasons: ofBoth<typeof encoding>((isLeaf) => ({
      faulty: {
        message: ({ certificates }) =>
          `${certificates.map(({ certificate, faults }) => `"${certificate}": ${faults.join(', ')}`).join('; ')}.`,
        fix: () => (isLeaf ? REISSUE : OTHER_CHAIN),
      },
    })),
  },
  'certificate/key-strength': {
    title: 'Keys are long enough, and of a kind every client knows',
    why: 'iOS refuses RSA below 2048 and EC below 256 bits in any certificate of the chain; Chromium accepts RSA and the curves P-256, P-384 and P-521 only.',
    pass: ({ keys }) => keys.join(', '),
    reasons: ofBoth<typeof keyStrength>((isLeaf) => {
      const fix = (key: string) => () => (isLeaf ? `Reissue the certificate with ${key}.` : OTHER_CHAIN)
      const long = fix('an RSA key of 2048 bits or a P-256 key')
      const usual = fix('a P-256 or RSA key')
      return {
        weak: {
          message: ({ certificate, type, bits, least }) =>
            `${whose(certificate, isLeaf)} has ${keyOf(type)} of ${bits} bits; at least ${least} are required.`,
          fix: long,
        },
        'too-weak': {
          message: ({ certificate, type, bits }) =>
            `${whose(certificate, isLeaf)} has ${keyOf(type)} of only ${bits} bits, which every client refuses.`,
          fix: long,
        },
        curve: {
          message: ({ certificate, curve, taken }) =>
            `${whose(certificate, isLeaf)} has a key on the curve ${curve}; only ${taken.join(', ')} are accepted.`,
          fix: usual,
        },
        'key-type': {
          message: ({ certificate, type }) =>
            `${whose(certificate, isLeaf)} has a key of a type that is refused (${type}); only plain RSA and EC keys are accepted.`,
          fix: usual,
        },
        'unknown-key': {
          message: ({ certificate, type }) =>
            `${whose(certificate, isLeaf)} has a key of a type that cannot be judged (${type}).`,
          fix: usual,
        },
      }
    }),
  },
  'certificate/signature-algorithm': {
    title: 'Signatures use SHA-256 or better',
    why: 'SHA-1 and MD5 are refused by iOS, Chromium and Android 10 and later.',
    pass: ({ algorithms }) => algorithms.join(', '),
    reasons: ofBoth<typeof signatureAlgorithm>((isLeaf) => {
      const fix = () => (isLeaf ? SHA256 : OTHER_CHAIN)
      return {
        'weak-hash': {
          message: ({ certificate, algorithm }) =>
            `${whose(certificate, isLeaf)} is signed with ${algorithm}.`,
          fix,
        },
        sha224: {
          message: ({ certificate, algorithm }) =>
            `${whose(certificate, isLeaf)} is signed with ${algorithm}; SHA-256 is the minimum.`,
          fix,
        },
        'unknown-algorithm': {
          message: ({ certificate, algorithm }) =>
            `${whose(certificate, isLeaf)} is signed with an unknown algorithm (${algorithm}).`,
          fix,
        },
      }
    }),
  },
  'certificate/extended-key-usage': {
    title: 'The certificate may be used for servers',
    why: 'iOS wants serverAuth by name; elsewhere another usage alone is refused.',
    pass: () => 'serverAuth',
    reasons: {
      wrong: {
        message: ({ usages }) =>
          `The certificate may not be used for TLS servers; its extended key usage is ${usages.join(', ') || 'empty'}.`,
        fix: () => 'Have it issued as a server certificate (extended key usage serverAuth).',
      },
      'any-only': {
        message: () => 'The certificate allows any usage but does not name serverAuth, which iOS requires.',
        fix: () => 'Have it issued as a server certificate (extended key usage serverAuth).',
      },
      'server-gated': {
        message: () =>
          'The certificate names server gated crypto, which only Android still accepts as serverAuth.',
        fix: () => 'Have it issued as a server certificate (extended key usage serverAuth).',
      },
      absent: {
        message: () => 'The certificate has no extended key usage; iOS requires serverAuth.',
        fix: () => 'Have it issued as a server certificate (extended key usage serverAuth).',
      },
    },
  },
  'certificate/lifetime': {
    title: 'The lifetime is not too long',
    why: 'iOS and Chromium refuse certificates with too long a lifetime even when everything else is right.',
    pass: ({ days: lifetime }) => days(lifetime),
    reasons: {
      'over-398': {
        message: ({ days: lifetime, limit, issuedFrom }) =>
          `The certificate lives ${days(lifetime)}; issued from ${issuedFrom} on, ${limit} is the most that iOS and Chromium accept.`,
        fix: shorter,
      },
      'over-825-ios': {
        message: ({ days: lifetime, limit, issuedFrom }) =>
          `The certificate lives ${days(lifetime)}; issued from ${issuedFrom} on, ${limit} is the most that iOS 13 and later accept.`,
        fix: shorter,
      },
      'over-398-chromium': {
        message: ({ days: lifetime, limit }) =>
          `The certificate lives ${days(lifetime)}; ${limit} is the most that Chromium accepts, whenever it was issued.`,
        fix: shorter,
      },
      'mis-issued': {
        message: ({ days: lifetime, limit, issuedFrom }) =>
          `The certificate lives ${days(lifetime)}; from ${issuedFrom} on a CA may issue at most ${limit}. No phone refuses it for that, but the CA will have to revoke it.`,
        fix: ({ issuable }) => `Reissue it, for at most ${days(issuable)}, before the CA revokes it.`,
      },
    },
  },
}
