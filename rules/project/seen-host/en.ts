import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'Source and recorded sessions call the same servers',
  why: 'A host that only a recording has is called in a way the scan did not follow, or comes from a server; one that only the source has was not tried in that session.',
  howToFix:
    'List what the session asked and the source does not tell. Try the pages that call the others before release.',
  pass: () => 'no session was recorded, or both have the same hosts',
  reasons: {
    'run-time-only': {
      message: ({ origin, requests }) =>
        `${origin} was contacted at run time only (${requests} ${requests === 1 ? 'request' : 'requests'}): no call in the source is seen to go there.`,
      fix: () => 'See where it comes from; it needs its place in the list like any other.',
    },
    'source-only': {
      message: ({ origin }) =>
        `${origin} is seen in the source only: the recorded session did not contact it.`,
      fix: () => 'Try the page that calls it before release.',
    },
  },
} satisfies RuleText<typeof rule>
