import type { RuleText } from '../../../src/i18n/types.js'
import { REISSUE_ADVICE } from '../words/en.js'
import type rule from './rule.js'

export default {
  title: 'The certificate may be used for servers',
  why: 'iOS requires serverAuth by name; other clients refuse a certificate that allows other usages only.',
  howToFix: `${REISSUE_ADVICE} A private CA must set extendedKeyUsage = serverAuth.`,
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
        'The certificate names server-gated crypto, which only Android still accepts as serverAuth.',
      fix: () => 'Have it issued as a server certificate (extended key usage serverAuth).',
    },
    absent: {
      message: () => 'The certificate has no extended key usage; iOS requires serverAuth.',
      fix: () => 'Have it issued as a server certificate (extended key usage serverAuth).',
    },
  },
} satisfies RuleText<typeof rule>
