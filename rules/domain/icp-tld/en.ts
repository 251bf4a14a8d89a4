import { withRelease } from '../../../src/i18n/en/domain-words.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'The top-level domain can be filed',
  why: 'Server domains must have an ICP filing, and names under a top-level domain the ministry has not approved cannot get one.',
  howToFix:
    'Move to a top-level domain that can be filed, such as .com or .cn, before the console refuses it.',
  pass: ({ tld, listReadOn }) => `.${tld} is an approved top-level domain (as of ${listReadOn})`,
  unknown: { 'not-listed': 'the top-level domain is not on the list of approved ones' },
  reasons: {
    'not-fileable': {
      message: ({ tld, listReadOn }) =>
        `Names under .${tld} were refused an ICP filing (as of ${listReadOn}; the ministry’s list is at https://domain.miit.gov.cn).`,
      fix: (_, about) =>
        withRelease('Use a name under an approved top-level domain such as .com or .cn.', about),
    },
    'not-listed': {
      message: ({ tld, listReadOn }) =>
        `.${tld} is not on the list of top-level domains the ministry has approved (as of ${listReadOn}): whether a name under it can get an ICP filing is not known.`,
      fix: () => 'Look it up at https://domain.miit.gov.cn, and ask the provider who does the filing.',
    },
  },
} satisfies RuleText<typeof rule>
