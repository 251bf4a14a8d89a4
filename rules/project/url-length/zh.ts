import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'GET 请求的 URL 不过长',
  why: '超过限制的部分会被截断或拒绝，而且只在某些手机、某些数据上出现，很难排查。',
  howToFix: '较长的内容请放在 data 中，用 POST 发送。',
  pass: ({ limit }) => `已知的 GET URL 都不超过 ${limit} 字节`,
  reasons: {
    'too-long': {
      message: ({ origin, bytes, limit, complete }) =>
        `发往 ${origin} 的 GET URL ${complete ? '有' : '至少有'} ${bytes} 字节，超过 ${limit} 字节可能被截断或拒绝。`,
      fix: () => '请把参数放在 data 中，用 POST 发送。',
    },
  },
} satisfies RuleText<typeof rule>
