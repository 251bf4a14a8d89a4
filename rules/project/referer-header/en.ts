import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'No Referer header is set',
  why: 'The platform writes it itself; what the code sets never arrives, and a server that waits for it refuses the call.',
  howToFix:
    'Remove the header. A server that must tell callers apart can read the appid in the Referer the platform sends, or a header of your own.',
  pass: () => 'no Referer is set',
  reasons: {
    set: {
      message: ({ header }) => `The header ${header} is set, and cannot be.`,
      fix: () => 'Take it out; send what the server needs in a header of your own.',
    },
  },
} satisfies RuleText<typeof rule>
