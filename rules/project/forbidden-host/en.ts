import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'The platform’s own API host is not called',
  why: 'The APIs of api.weixin.qq.com need the AppSecret or an access token. Phones refuse the call, and the secret would be public.',
  howToFix:
    'Call api.weixin.qq.com from your own server, where the AppSecret stays, and let the mini program call that server.',
  pass: () => 'no call goes to a host of the platform',
  reasons: {
    forbidden: {
      message: ({ origin, host }) => `${origin}: ${host} may not be called from a mini program.`,
      fix: () => 'Call it from your own server, which keeps the AppSecret.',
    },
  },
} satisfies RuleText<typeof rule>
