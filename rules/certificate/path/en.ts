import { ofBoth } from '../../../src/i18n/holders.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

const OTHER_CHAIN = 'Ask your CA for the right chain, or have another CA issue the certificate.'

const RIGHT_ISSUER =
  'Install the intermediate certificate that came with this certificate: one of the same name may have another key.'

const fault = (what: string, who = 'The CA certificate', fix = OTHER_CHAIN) => ({
  message: ({ certificate, detail }: { certificate: string; detail: string }) =>
    `${who} "${certificate}" ${what}${detail ? ` (${detail})` : ''}.`,
  fix: () => fix,
})

export default {
  title: 'The certificate path is valid',
  why: 'Phones check the CA flag, path lengths, key usage and name constraints of every certificate above yours.',
  howToFix:
    'Ask the CA for the right intermediate; a certificate of a private CA must be reissued with the right extensions.',
  pass: ({ certificates }) => certificates.join(' ← '),
  unknown: {
    'unsupported-key': 'the key or signature of the certificate is of a type that cannot be checked',
    'issuer-unsupported-key': 'the same for an issuer',
  },
  reasons: {
    'not-a-ca': fault('is not a CA certificate and cannot issue others'),
    'path-length': fault('is too high up in the chain for its own limit'),
    'no-key-cert-sign': fault('may not sign certificates'),
    'intermediate-usage': fault('may not issue certificates for TLS servers'),
    ...ofBoth<typeof rule>((isLeaf) => {
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
} satisfies RuleText<typeof rule>
