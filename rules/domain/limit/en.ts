import { noteOf, withRelease } from '../../../src/i18n/en/domain-words.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'The list stays within the console’s limit',
  why: 'The console refuses domains beyond its limit; calls to those left out fail on every phone.',
  howToFix:
    'Put several back ends behind one host with different paths, and remove what no code calls any longer (hefa scan lists it).',
  pass: ({ counts, limit }) => `${Math.max(...Object.values(counts))} of ${limit} domains`,
  reasons: {
    'api-limit': {
      message: ({ api, count, limit }, about) =>
        `${api} lists ${count} domains; the limit is ${limit}.${limit === 20 ? noteOf(about, 'limit') : ''}`,
      fix: ({ limit }) =>
        limit === 20
          ? 'Put several services behind one domain. If your console accepts 200, say so in the config: "limits": { "domainsPerApi": 200 }'
          : 'Put several services behind one domain, or correct limits.domainsPerApi in the config.',
    },
    'app-limit': {
      message: ({ count, limit }) =>
        `The list has ${count} different domains over all APIs; the limit is ${limit}.`,
      fix: (_, about) =>
        withRelease(
          'Put several services behind one domain. If your console accepts more: "limits": { "domainsPerApp": NUMBER }',
          about,
        ),
    },
  },
} satisfies RuleText<typeof rule>
