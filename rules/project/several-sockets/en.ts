import { fewOf } from '../../../src/i18n/few.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

const few = fewOf(', ', (n) => ` and ${n} more`)

export default {
  title: 'One socket is open at a time',
  why: 'Where the platform keeps a single socket, opening another silently closes the first.',
  howToFix: 'Send everything over one socket, or close the first before the second is opened.',
  pass: () => 'no more than one socket is opened',
  reasons: {
    several: {
      message: ({ origins }) => `Several sockets are opened: ${few(origins)}.`,
      fix: () => 'Share one socket, or see that the first is closed before the next is opened.',
    },
  },
} satisfies RuleText<typeof rule>
