import type { RuleText } from '../../../src/i18n/types.js'
import { VERSION_FIX } from '../words/zh.js'
import type rule from './rule.js'

export default {
  title: '已关闭过时的协议版本',
  why: 'SSL 3.0 已被攻破（RFC 7568），TLS 1.0、1.1 已被弃用（RFC 8996）。',
  howToFix:
    '  ssl_protocols TLSv1.2 TLSv1.3;\n不要更旧的版本，负载均衡上也一样。受影响的只有 Android 4.4 及更旧的用户。',
  pass: ({ refused }) => `已拒绝 ${refused.join('、')}`,
  unknown: { 'no-answer': '某个旧版本没有应答' },
  reasons: {
    ssl3: { message: (_, { subject }) => `${subject} 仍支持 SSL 3.0。`, fix: () => VERSION_FIX },
    deprecated: {
      message: ({ accepted }, { subject }) => `${subject} 仍支持 ${accepted.join('、')}。`,
      fix: () => VERSION_FIX,
    },
    'no-answer': {
      message: ({ silent }, { subject }) => `以 ${silent.join('、')} 询问 ${subject} 时没有应答。`,
    },
  },
} satisfies RuleText<typeof rule>
