import { ofBoth } from '../../../src/i18n/holders.js'
import type { RuleText } from '../../../src/i18n/types.js'
import { OTHER_CHAIN, REISSUE_ADVICE, whose } from '../words/en.js'
import type rule from './rule.js'

const SHA256 =
  'Reissue the certificate with a SHA-256 signature, install it with its chain, and reload the server.'

export default {
  title: 'Signatures use SHA-256 or better',
  why: 'SHA-1 and MD5 are refused by iOS, Chromium and Android 10 and later.',
  howToFix: `${REISSUE_ADVICE} Every CA signs with SHA-256 or better today; a leftover SHA-1 intermediate is replaced by its successor.`,
  pass: ({ algorithms }) => algorithms.join(', '),
  unknown: {
    'unknown-algorithm': 'the signature algorithm is unknown',
    'issuer-unknown-algorithm': 'the same for an issuer',
  },
  reasons: ofBoth<typeof rule>((isLeaf) => {
    const fix = () => (isLeaf ? SHA256 : OTHER_CHAIN)
    return {
      'weak-hash': {
        message: ({ certificate, algorithm }) => `${whose(certificate, isLeaf)} is signed with ${algorithm}.`,
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
} satisfies RuleText<typeof rule>
