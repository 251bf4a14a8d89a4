import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'Android 4.4 and older can connect',
  why: 'They speak TLS 1.0 at most. The platform’s sentence is ambiguous and TLS 1.0 and 1.1 are deprecated, so this is only noted, and only where `legacyOs` reaches down to them.',
  pass: ({ accepted }) => accepted.join(', '),
  unknown: { 'no-answer': 'an old version got no answer, and none was accepted' },
  reasons: {
    'modern-only': {
      message: (_, { subject }) =>
        `${subject} speaks neither TLS 1.0 nor 1.1: Android 4.4 and older can’t connect. That is usual today.`,
    },
    'no-answer': {
      message: ({ silent }, { subject }) => `${subject} gave no answer when asked for ${silent.join(', ')}.`,
    },
  },
} satisfies RuleText<typeof rule>
