import type { RuleText } from '../../../src/i18n/types.js'
import { REISSUE_ADVICE } from '../words/zh.js'
import type rule from './rule.js'

export default {
  title: '证书可用于服务器',
  why: 'iOS 要求明确写有 serverAuth；其他平台拒绝只写其他用途的证书。',
  howToFix: `${REISSUE_ADVICE}自建 CA 须设置 extendedKeyUsage = serverAuth。`,
  pass: () => 'serverAuth',
  reasons: {
    wrong: {
      message: ({ usages }) => `证书不得用于 TLS 服务器；其扩展密钥用途为 ${usages.join('、') || '空'}。`,
      fix: () => '请签发服务器证书（扩展密钥用途 serverAuth）。',
    },
    'any-only': {
      message: () => '证书允许任意用途，但没有 iOS 所要求的 serverAuth。',
      fix: () => '请签发服务器证书（扩展密钥用途 serverAuth）。',
    },
    'server-gated': {
      message: () => '证书写的是 server gated crypto，只有 Android 仍把它当作 serverAuth。',
      fix: () => '请签发服务器证书（扩展密钥用途 serverAuth）。',
    },
    absent: {
      message: () => '证书没有扩展密钥用途；iOS 要求 serverAuth。',
      fix: () => '请签发服务器证书（扩展密钥用途 serverAuth）。',
    },
  },
} satisfies RuleText<typeof rule>
