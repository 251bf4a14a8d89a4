import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'The authority is not distrusted by the platforms',
  why: 'Platforms refuse some authorities although their roots are still in the lists: everything looks right, and the phone fails.',
  howToFix: 'Change to another CA: no setting of the server makes phones accept this one again.',
  pass: ({ root }) => root,
  reasons: {
    distrusted: {
      message: ({ root, authority, mechanism, date }) =>
        ({
          'issued-after': `Certificates under "${root}" (${authority}) issued after ${date.slice(0, 10)} are refused there.`,
          'sct-after': `Certificates under "${root}" (${authority}) logged after ${date.slice(0, 10)} are refused there.`,
        })[mechanism] ??
        `The root "${root}" (${authority}) is refused there since ${date.slice(0, 10)}, whatever lists still name it.`,
      fix: () => 'Have the certificate issued by another CA.',
    },
  },
} satisfies RuleText<typeof rule>
