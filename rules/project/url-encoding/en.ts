import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'Values in URLs are encoded',
  why: 'Spaces and non-ASCII characters are not allowed in a URL: some phones encode them, others truncate the URL or refuse the call.',
  howToFix: 'Give every value to encodeURIComponent before it is put into the URL, or send it in data.',
  pass: () => 'no known query holds anything that has to be encoded',
  reasons: {
    'not-encoded': {
      message: ({ origin, raw }) =>
        `A URL at ${origin} holds ${JSON.stringify(raw)} in its query, which is not encoded.`,
      fix: () => 'Use encodeURIComponent, or send the value in data.',
    },
  },
} satisfies RuleText<typeof rule>
