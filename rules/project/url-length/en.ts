import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'URLs of GET requests are short',
  why: 'What is beyond the limit is cut or refused, on some phones and with some data only, which makes it hard to find.',
  howToFix: 'Send what is long in data, with method POST.',
  pass: ({ limit }) => `no known GET URL is over ${limit} bytes`,
  reasons: {
    'too-long': {
      message: ({ origin, bytes, limit, complete }) =>
        `A GET URL at ${origin} has ${complete ? '' : 'at least '}${bytes} bytes; more than ${limit} may be cut or refused.`,
      fix: () => 'Send the parameters in data, with method POST.',
    },
  },
} satisfies RuleText<typeof rule>
