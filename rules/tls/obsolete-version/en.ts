import type { RuleText } from '../../../src/i18n/types.js'
import { VERSION_FIX } from '../words/en.js'
import type rule from './rule.js'

export default {
  title: 'Obsolete protocol versions are off',
  why: 'SSL 3.0 is broken (RFC 7568), TLS 1.0 and 1.1 are deprecated (RFC 8996).',
  howToFix:
    '  ssl_protocols TLSv1.2 TLSv1.3;\nand nothing older, at the balancer too. Only users of Android 4.4 and older lose by it.',
  pass: ({ refused }) => `${refused.join(', ')} refused`,
  unknown: { 'no-answer': 'an old version got no answer' },
  reasons: {
    ssl3: {
      message: (_, { subject }) => `${subject} still speaks SSL 3.0.`,
      fix: () => VERSION_FIX,
    },
    deprecated: {
      message: ({ accepted }, { subject }) => `${subject} still speaks ${accepted.join(' and ')}.`,
      fix: () => VERSION_FIX,
    },
    'no-answer': {
      message: ({ silent }, { subject }) => `${subject} gave no answer when asked for ${silent.join(', ')}.`,
    },
  },
} satisfies RuleText<typeof rule>
