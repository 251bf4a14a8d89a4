import { ofBoth } from '../../../src/i18n/holders.js'
import type { RuleText } from '../../../src/i18n/types.js'
import { OTHER_CHAIN, whose } from '../words/en.js'
import type rule from './rule.js'

const keyOf = (type: string) => (type === 'ec' ? 'an EC key' : `an ${type.toUpperCase()} key`)

export default {
  title: 'Keys are strong and of a supported type',
  why: 'iOS refuses RSA below 2048 and EC below 256 bits in any certificate of the chain; Chromium accepts RSA and the curves P-256, P-384 and P-521 only.',
  howToFix:
    'Make a new key, RSA of 2048 bits or P-256, and have the certificate issued for it.\n  openssl ecparam -name prime256v1 -genkey -noout -out key.pem',
  pass: ({ keys }) => keys.join(', '),
  unknown: {
    'unknown-key': 'the key is of a type for which no requirement is known',
    'issuer-unknown-key': 'the same for an issuer',
  },
  reasons: ofBoth<typeof rule>((isLeaf) => {
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
} satisfies RuleText<typeof rule>
