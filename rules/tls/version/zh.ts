import type { RuleText } from '../../../src/i18n/types.js'
import { VERSION_FIX } from '../words/zh.js'
import type rule from './rule.js'

export default {
  title: '支持 TLS 1.2 或 1.3',
  why: 'iOS 和新版 Android 拒绝更旧的版本，用户看到的是带 SSL 错误的请求失败。',
  howToFix: [
    '在终止 TLS 的地方（可能是服务器前面的负载均衡或 CDN）打开 TLS 1.2 和 1.3：',
    '  ssl_protocols TLSv1.2 TLSv1.3;',
    'TLS 1.2 需要 OpenSSL 1.0.1，TLS 1.3 需要 1.1.1。nginx 中同一地址由第一个 server 块说了算。',
  ].join('\n'),
  pass: ({ accepted }) => accepted.join('、'),
  unknown: { 'no-answer': '符合要求的版本没有应答，且没有一个版本被接受' },
  reasons: {
    'too-old': {
      message: ({ minimum, accepted }, { subject }) =>
        accepted.length > 0
          ? `${subject} 只支持 ${accepted.join('、')}；要求 ${minimum} 及以上。`
          : `${subject} 拒绝 ${minimum} 及以上的所有版本。`,
      fix: () => VERSION_FIX,
    },
    'no-answer': {
      message: ({ silent }, { subject }) => `以 ${silent.join('、')} 询问 ${subject} 时没有应答。`,
      fix: () => '请重试；服务器较慢时请加大 --timeout。',
    },
  },
} satisfies RuleText<typeof rule>
