import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: '不调用平台自己的接口域名',
  why: 'api.weixin.qq.com 的接口需要 AppSecret 或 access_token。手机会拒绝这种调用，密钥也会因此公开。',
  howToFix: '由自己的服务器调用 api.weixin.qq.com，AppSecret 只保存在服务器上，小程序调用自己的服务器。',
  pass: () => '没有调用平台的接口域名',
  reasons: {
    forbidden: {
      message: ({ origin, host }) => `${origin}：不能在小程序内调用 ${host}。`,
      fix: () => '请由保存 AppSecret 的自己的服务器调用。',
    },
  },
} satisfies RuleText<typeof rule>
