import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: '不配置微信自己的接口域名',
  why: '调用 api.weixin.qq.com 需要 AppSecret 或 access_token，它们必须留在自己的服务器上：放进小程序后任何人都能读到。',
  howToFix: '在自己的服务器上调用 api.weixin.qq.com（AppSecret 留在那里），小程序只调用自己的服务器。',
  pass: ({ host }) => `${host} 不是平台自己的域名`,
  reasons: {
    forbidden: {
      message: ({ host }) => `${host} 不能被配置为服务器域名，相关接口也不能在小程序内调用。`,
      fix: () => '请在自己的服务器上保存 AppSecret 并调用该接口，改为配置自己的服务器域名。',
    },
  },
} satisfies RuleText<typeof rule>
