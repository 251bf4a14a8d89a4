import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'Calls of every request library are found',
  why: 'A project that depends on an HTTP library but shows no call of it either does not use it, or hides its calls from the scan.',
  howToFix: 'Remove the package if nothing uses it. Else name its calls under scan.clients in the config.',
  pass: () => 'calls of it were seen',
  reasons: {
    imported: {
      message: ({ name }) => `${name} is imported, and no call of it could be followed.`,
      fix: () => 'Check how it is used: hosts it calls are not among those found.',
    },
    required: {
      message: ({ name }) => `package.json names ${name}, and nothing that was read imports it.`,
      fix: () => 'Remove it from the dependencies if nothing uses it.',
    },
  },
} satisfies RuleText<typeof rule>
