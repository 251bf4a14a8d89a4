import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'WeChat’s own API host is not listed',
  why: 'Calls to api.weixin.qq.com need the AppSecret or an access token, which must stay on your server: in a mini program everybody can read them.',
  howToFix:
    'Call api.weixin.qq.com from your own server, where the AppSecret stays, and let the mini program call that server.',
  pass: ({ host }) => `${host} is not a host of the platform`,
  reasons: {
    forbidden: {
      message: ({ host }) =>
        `${host} cannot be a server domain: its APIs may not be called from a mini program.`,
      fix: () => 'Call it from your own server, which keeps the AppSecret, and list that server instead.',
    },
  },
} satisfies RuleText<typeof rule>
