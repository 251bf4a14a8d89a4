import type { RuleText } from '../../../src/i18n/types.js'
import { VERSION_FIX } from '../words/en.js'
import type rule from './rule.js'

export default {
  title: 'TLS 1.2 or 1.3 is supported',
  why: 'iOS and current Android refuse anything older; users see a failed request with an SSL error.',
  howToFix: [
    'Turn on TLS 1.2 and 1.3 where TLS is terminated, which may be a load balancer or CDN in front of your server:',
    '  ssl_protocols TLSv1.2 TLSv1.3;',
    'It needs OpenSSL 1.0.1 for 1.2 and 1.1.1 for 1.3. In nginx the first server block of an address decides for all of them.',
  ].join('\n'),
  pass: ({ accepted }) => accepted.join(', '),
  unknown: { 'no-answer': 'a version that would do got no answer, and none was accepted' },
  reasons: {
    'too-old': {
      message: ({ minimum, accepted }, { subject }) =>
        accepted.length > 0
          ? `${subject} speaks only ${accepted.join(', ')}; ${minimum} or later is required.`
          : `${subject} refuses ${minimum} and everything later.`,
      fix: () => VERSION_FIX,
    },
    'no-answer': {
      message: ({ silent }, { subject }) => `${subject} gave no answer when asked for ${silent.join(', ')}.`,
      fix: () => 'Run again, with a longer --timeout if the server is slow.',
    },
  },
} satisfies RuleText<typeof rule>
