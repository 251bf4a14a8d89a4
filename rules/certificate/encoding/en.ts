import { ofBoth } from '../../../src/i18n/holders.js'
import type { RuleText } from '../../../src/i18n/types.js'
import { OTHER_CHAIN, REISSUE, REISSUE_ADVICE } from '../words/en.js'
import type rule from './rule.js'

export default {
  title: 'The certificates are encoded as the standards require',
  why: 'Some clients refuse what others let pass: strict parsers end the connection.',
  howToFix: REISSUE_ADVICE,
  pass: ({ certificates }) => `${certificates} read without fault`,
  reasons: ofBoth<typeof rule>((isLeaf) => ({
    faulty: {
      message: ({ certificates }) =>
        `${certificates.map(({ certificate, faults }) => `"${certificate}": ${faults.join(', ')}`).join('; ')}.`,
      fix: () => (isLeaf ? REISSUE : OTHER_CHAIN),
    },
  })),
} satisfies RuleText<typeof rule>
