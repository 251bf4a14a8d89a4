import { at, withRelease } from '../../../src/i18n/en/domain-words.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'No entry is listed twice under one API',
  why: 'A second copy only makes the list harder to maintain, and may count against the limit.',
  howToFix: 'Remove the second one.',
  pass: ({ entries }) => `${entries} entries, none twice`,
  reasons: {
    repeated: {
      message: ({ entry, api, firstLine }) => `${entry} is listed twice in ${api}${at(firstLine)}.`,
      fix: (_, about) => withRelease('Remove one of them.', about),
    },
    equivalent: {
      message: ({ entry, api, first, firstLine }) =>
        `${JSON.stringify(entry)} in ${api} is the same domain as ${JSON.stringify(first)}${at(firstLine)}.`,
      fix: (_, about) => withRelease('Keep one of them, in lower case and without a "/".', about),
    },
  },
} satisfies RuleText<typeof rule>
