import { withRelease } from '../../../src/i18n/en/domain-words.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'Domains exist on the public internet',
  why: 'localhost and names kept out of the public DNS work on the developer’s machine at most; on a phone they lead nowhere.',
  howToFix:
    'For work on your own machine turn off the domain check in devtools (详情 → 本地设置 → 不校验合法域名); what is released needs a public name.',
  pass: ({ host, given }) =>
    given ? `${host} is a test name with an address given by --resolve` : `${host} can be a public name`,
  reasons: {
    localhost: {
      message: ({ host }) => `${host} is the phone itself, and no platform accepts it as a server domain.`,
      fix: (_, about) => withRelease('List the public domain of your server.', about),
    },
    'single-label': {
      message: ({ host }) => `${host} has no dot: such a name exists in a company network at most.`,
      fix: (_, about) =>
        withRelease('List the full public domain, for example https://api.example.com.', about),
    },
    'special-use': {
      message: ({ host, suffix }) => `${host} cannot exist on the public internet: .${suffix} is reserved.`,
      fix: ({ host, suffix }, about) =>
        withRelease(
          suffix === 'test' || suffix === 'example'
            ? `List the public domain. For a test against an own server: --resolve ${host}:443:ADDRESS`
            : 'List the public domain of your server.',
          about,
        ),
    },
  },
} satisfies RuleText<typeof rule>
