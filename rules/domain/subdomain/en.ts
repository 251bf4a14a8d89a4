import { withRelease } from '../../../src/i18n/en/domain-words.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'Parent domains cover what you think they cover',
  why: 'On WeChat example.com does not cover api.example.com; on Alipay it does.',
  howToFix: 'WeChat: list every host by itself. Alipay: the parent domain is enough.',
  pass: ({ match }) => (match === 'host' ? 'no parent domain is listed alone' : 'every entry adds something'),
  reasons: {
    'parent-only': {
      message: ({ entry, api, domain }) =>
        `${entry} in ${api} covers ${domain} alone: a name such as api.${domain} needs an entry of its own.`,
      fix: () => 'List every sub domain that is called.',
    },
    covered: {
      message: ({ entry, by }) =>
        `${entry} adds nothing: the list is matched by registrable domain, and ${by} covers it.`,
      fix: (_, about) => withRelease('It may be left out.', about),
    },
  },
} satisfies RuleText<typeof rule>
