import type { RuleText } from '../../../src/i18n/types.js'
import { REISSUE_ADVICE } from '../words/en.js'
import type rule from './rule.js'

export default {
  title: 'The certificate is not self-signed',
  why: 'No phone trusts a self-signed certificate.',
  howToFix: REISSUE_ADVICE,
  pass: ({ issuer }) => `issued by ${issuer}`,
  reasons: {
    'self-signed': {
      message: ({ certificate }) => `The certificate "${certificate.subject}" is self-signed.`,
      fix: () =>
        'Have it issued by a public CA; for a test network of your own give the certificate with --ca.',
    },
  },
} satisfies RuleText<typeof rule>
