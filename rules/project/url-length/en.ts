import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'URLs of GET requests are short',
  why: 'A longer URL is truncated or refused, but only on some phones and with some data, which makes it hard to find.',
  howToFix: 'Send what is long in data, with method POST.',
  pass: ({ limit }) => `no known GET URL is over ${limit} bytes`,
  reasons: {
    'too-long': {
      message: ({ origin, bytes, limit, complete }) =>
        `A GET URL at ${origin} has ${complete ? '' : 'at least '}${bytes} bytes; more than ${limit} may be truncated or refused.`,
      fix: () => 'Send the parameters in data, with method POST.',
    },
  },
} satisfies RuleText<typeof rule>
