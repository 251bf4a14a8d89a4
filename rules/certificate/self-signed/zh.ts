import type { RuleText } from '../../../src/i18n/types.js'
import { REISSUE_ADVICE } from '../words/zh.js'
import type rule from './rule.js'

export default {
  title: '证书不是自签名的',
  why: '没有手机信任自己为自己担保的证书。',
  howToFix: REISSUE_ADVICE,
  pass: ({ issuer }) => `由 ${issuer} 签发`,
  reasons: {
    'self-signed': {
      message: ({ certificate }) => `证书“${certificate.subject}”是自签名证书。`,
      fix: () => '请由公共 CA 签发；自有测试网络可用 --ca 指定该证书。',
    },
  },
} satisfies RuleText<typeof rule>
