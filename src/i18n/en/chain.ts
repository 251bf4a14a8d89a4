import type path from '../../../rules/certificate/path.js'
import type { ChainTexts } from '../certificate-texts.js'
import { mendChain } from '../commands.js'
import { ofBoth } from '../holders.js'

/** Two certificates may share a name: who issued it tells them apart. */
const calledBy = (name: string, issuer: string | null) =>
  issuer === null || issuer === name ? `"${name}"` : `"${name}" issued by "${issuer}"`

const chainFix = (missing: string, issuer: string | null) =>
  [
    `Serve the full chain: append the certificate ${calledBy(missing, issuer)} to the server's own.`,
    // Which of two certificates of one name it is, only one that was fetched tells.
    ...(issuer === null
      ? ['Of two certificates of that name take the one another authority issued, not the self-signed one.']
      : []),
    '  nginx: ssl_certificate must name fullchain.pem, not cert.pem',
    '  Tencent Cloud CLB, Alibaba Cloud SLB/ALB: upload the bundle with the intermediate certificate',
    'Then reload the server and check again.',
  ].join('\n')

const OTHER_CHAIN = 'Ask your CA for the right chain, or have another CA issue the certificate.'
const RIGHT_ISSUER =
  'Install the intermediate certificate that came with this certificate: one of the same name may have another key.'

const osName = { ios: 'iOS', android: 'Android', chrome: 'Chromium' } as const
const range = (versions: string[]) =>
  versions.length > 1 ? `${versions[0]} to ${versions.at(-1)}` : (versions[0] ?? '')

const fault = (what: string, who = 'The CA certificate', fix = OTHER_CHAIN) => ({
  message: ({ certificate, detail }: { certificate: string; detail: string }) =>
    `${who} "${certificate}" ${what}${detail ? ` (${detail})` : ''}.`,
  fix: () => fix,
})

export const chain: ChainTexts = {
  'certificate/chain-complete': {
    title: 'The server sends the full chain',
    why: 'Android fetches no missing intermediate: there the request fails with "ssl hand shake error" while developer tools, desktop browsers and most iPhones work.',
    command: mendChain,
    pass: ({ certificates, root }) => `${certificates.join(' ← ')} ← ${root}`,
    reasons: {
      missing: {
        message: ({ missing, foundIssuer, certificate, sent }) =>
          `The intermediate certificate ${calledBy(missing, foundIssuer)}, which issued "${certificate.subject}", is missing: the server sends ${sent === 1 ? 'its own certificate only' : `${sent} certificates without it`}.`,
        fix: ({ missing, foundIssuer }) => chainFix(missing, foundIssuer),
      },
      fetchable: {
        message: ({ missing, foundIssuer, certificate, sent }) =>
          `The intermediate certificate ${calledBy(missing, foundIssuer)}, which issued "${certificate.subject}", is missing (${sent} sent); these clients look for it at the address the certificate names, others fail.`,
        fix: ({ missing, foundIssuer }) => chainFix(missing, foundIssuer),
      },
    },
  },
  'certificate/chain-order': {
    title: 'The chain is sent in order',
    why: 'Strict clients expect each certificate to certify the one before it.',
    command: mendChain,
    pass: ({ certificates }) => certificates.join(' ← '),
    reasons: {
      disorder: {
        message: ({ sent }) => `The certificates are sent out of order: ${sent.join(', ')}.`,
        fix: ({ ordered }) => `Put them into this order in the certificate file: ${ordered.join(', ')}.`,
      },
      'leaf-not-first': {
        message: ({ position, ordered }) =>
          `The server's own certificate "${ordered[0]}" is number ${position} in the file. Servers take the first for their own: they refuse the key, or send the wrong certificate.`,
        fix: ({ ordered }) => `Put them into this order in the certificate file: ${ordered.join(', ')}.`,
      },
    },
  },
  'certificate/chain-surplus': {
    title: 'No useless certificates are sent',
    why: 'They cost bytes in every handshake and help nobody.',
    command: mendChain,
    pass: ({ sent }) => `${sent} sent, all needed`,
    reasons: {
      surplus: {
        message: ({ certificates, bytes }) =>
          `${certificates
            .map(({ position, subject, why }) => {
              const what = {
                duplicate: 'is sent twice',
                root: 'is a root, which clients have',
                stranger: 'belongs to no path',
                unreadable: 'is unreadable',
              }[why]
              return `certificate ${position}${subject ? ` "${subject}"` : ''} ${what}`
            })
            .join('; ')} (${bytes} bytes in every handshake).`,
        fix: () => 'Remove it from the certificate file.',
      },
    },
  },
  'certificate/key-match': {
    title: 'The private key belongs to the certificate',
    why: 'Where key and certificate do not belong together every phone ends the connection: the server cannot prove that it is the one the certificate names.',
    pass: ({ certificate, asked }) =>
      asked
        ? `the private key belongs to "${certificate.subject}"`
        : `the server proved that it holds the key of "${certificate.subject}"`,
    reasons: {
      'not-proven': {
        message: ({ certificate }) =>
          `The server did not prove that it holds the key of "${certificate.subject}": the signature in its handshake is wrong.`,
        fix: () =>
          'Check whether certificate and private key belong together, and whether something between rewrites the handshake.',
      },
      'wrong-key': {
        message: ({ certificate }) =>
          `The private key does not belong to the certificate "${certificate.subject}".`,
        fix: () =>
          'Use the key the certificate was requested with, or have the certificate issued for this key.',
      },
    },
  },
  'certificate/trusted': {
    title: 'The root is built into the phones',
    why: 'A root the system does not know makes the request fail on every version that lacks it. A version named here is the first whose published list has the root: since iOS 18 and Android 14 phones also get roots between versions.',
    pass: ({ root, os, since, newestKnown, extra }) =>
      extra
        ? `${root}, given with --ca`
        : `${root}${since === null ? '' : `, built in since ${osName[os]} ${since}, judged by the lists up to ${osName[os]} ${newestKnown}`}`,
    reasons: {
      'unknown-root': {
        message: ({ root, last, rootSent }) =>
          rootSent
            ? `The chain ends in "${root}", a root that no phone has built in.`
            : `"${last.subject}" was issued by "${root}", which no phone has built in; either it is a private root, or one more intermediate certificate is missing.`,
        fix: () =>
          'Use a certificate of a public CA, or add the missing intermediate. A private root for a test network is given with --ca FILE.',
      },
      'not-built-in': {
        message: ({ root, os, since, lost, supported }) =>
          os === 'chrome'
            ? `The root "${root}" is not in Chromium's list.`
            : since === null
              ? `The root "${root}" is not built into ${osName[os]} (supported from ${supported} on).`
              : `The root "${root}" is built into ${osName[os]} only from ${since} on; ${osName[os]} ${range(lost)} can't connect (supported from ${supported} on).`,
        fix: () =>
          'Ask your CA for the chain over an older root (a cross-signed intermediate) and serve it, or change the CA.',
      },
      'legacy-lost': {
        message: ({ root, os, since, lost }) =>
          `The root "${root}" is ${since === null ? 'not built into' : `built into ${osName[os]} from ${since} on; lost are`} ${osName[os]} ${range(lost)}.`,
        fix: () =>
          'Where these phones matter, serve the chain over an older root; otherwise raise "legacyOs" in the config.',
      },
      'could-be-fetched': {
        message: ({ missing }) =>
          `These clients would look for the missing "${missing}" at the address the certificate names; that was not done, so whether its root is trusted stays open.`,
        fix: ({ missing }) => chainFix(missing, null),
      },
    },
  },
  'certificate/distrusted-ca': {
    title: 'The authority is not distrusted by the platforms',
    why: 'Platforms refuse some authorities although their roots still stand in lists: everything looks right and the phone fails.',
    pass: ({ root }) => root,
    reasons: {
      distrusted: {
        message: ({ root, authority, mechanism, date }) =>
          ({
            'issued-after': `Certificates under "${root}" (${authority}) issued after ${date.slice(0, 10)} are refused there.`,
            'sct-after': `Certificates under "${root}" (${authority}) logged after ${date.slice(0, 10)} are refused there.`,
          })[mechanism] ??
          `The root "${root}" (${authority}) is refused there since ${date.slice(0, 10)}, whatever lists still name it.`,
        fix: () => 'Have the certificate issued by another CA.',
      },
    },
  },
  'certificate/path': {
    title: 'Every certificate may do what the path needs of it',
    why: 'Phones check the authority bit, path lengths, key usage and name constraints of every certificate above yours.',
    pass: ({ certificates }) => certificates.join(' ← '),
    reasons: {
      'not-a-ca': fault('is not a certificate authority and can issue nothing'),
      'path-length': fault('is too high up in the chain for its own limit'),
      'no-key-cert-sign': fault('may not sign certificates'),
      'intermediate-usage': fault('may not issue certificates for TLS servers'),
      ...ofBoth<typeof path>((isLeaf) => {
        const who = isLeaf ? 'The certificate' : 'The CA certificate'
        const of = (what: string, fix?: string) => fault(what, who, fix)
        return {
          'name-constraints': of('holds a name that its issuer may not certify'),
          policy: of('breaks a certificate policy'),
          'unknown-critical-extension': of('has a critical extension that no client knows'),
          'algorithm-mismatch': of('names two different signature algorithms'),
          'bad-version': of('has fields that its version does not allow'),
          malformed: of('is malformed'),
          'bad-signature': of('is not signed by its issuer', RIGHT_ISSUER),
          'unsupported-key': of('has a key or signature that could not be checked'),
        }
      }),
    },
  },
}
