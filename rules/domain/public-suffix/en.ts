import { withRelease } from '../../../src/i18n/en/domain-words.js'
import type { RuleText } from '../../../src/i18n/types.js'
import { CONSOLE } from '../words/en.js'
import type rule from './rule.js'

export default {
  title: 'The domain is your own',
  why: 'Names under a provider’s shared suffix carry the provider’s ICP filing, or none, and may be refused or withdrawn.',
  howToFix: `Bind a domain of your own to the service (CNAME) and list that one. ${CONSOLE}`,
  pass: ({ host }) => `${host} can be registered by its user`,
  reasons: {
    suffix: {
      message: ({ host, kind }) =>
        kind === 'registry'
          ? `${host} is a suffix under which a registry sells names; it cannot be yours.`
          : `${host} belongs to a hosting provider, who shares it out to customers.`,
      fix: (_, about) => withRelease('List the full name of your server, under a domain of your own.', about),
    },
    'shared-hosting': {
      message: ({ host, suffix }) =>
        `${host} is under ${suffix}, a provider’s domain: its ICP filing is the provider’s, not yours.`,
      fix: (_, about) => withRelease('Bind a filed domain of your own to the service, and list that.', about),
    },
  },
} satisfies RuleText<typeof rule>
