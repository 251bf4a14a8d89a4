import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'Android 4.4 及更旧的系统可以连接',
  why: '它们最高只支持 TLS 1.0。平台的说法有歧义，且 TLS 1.0、1.1 已被弃用，所以这里只作提示，并且只在 `legacyOs` 覆盖到这些系统时才提示。',
  pass: ({ accepted }) => accepted.join('、'),
  unknown: { 'no-answer': '某个旧版本没有应答，且没有一个版本被接受' },
  reasons: {
    'modern-only': {
      message: (_, { subject }) =>
        `${subject} 不支持 TLS 1.0 和 1.1：Android 4.4 及更旧的系统无法连接。如今这很常见。`,
    },
    'no-answer': {
      message: ({ silent }, { subject }) => `以 ${silent.join('、')} 询问 ${subject} 时没有应答。`,
    },
  },
} satisfies RuleText<typeof rule>
