import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'Methods are supported and in upper case',
  why: 'The platform requires upper case; another spelling may work in devtools and not on a phone, and a method it does not have fails everywhere.',
  howToFix:
    'Write the method in capitals. Instead of PATCH and the like, use PUT or POST with X-HTTP-Method-Override where your server knows it.',
  pass: ({ methods }) => `every known method is one of ${methods.join(', ')}`,
  reasons: {
    'lower-case': {
      message: ({ callee, method }) =>
        `${callee} sets the method ${JSON.stringify(method)}; upper case is required.`,
      fix: ({ upper }) => `Write '${upper}'.`,
    },
    unsupported: {
      message: ({ callee, method, methods }) =>
        `${callee} sets the method ${JSON.stringify(method)}; there are only ${methods.join(', ')}.`,
      fix: ({ methods }) =>
        `Use ${methods.includes('PUT') ? 'PUT or POST' : methods.join(' or ')} and let the server take it.`,
    },
  },
} satisfies RuleText<typeof rule>
