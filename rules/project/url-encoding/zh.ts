import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'URL 中的值都经过编码',
  why: '空格和非 ASCII 字符不能直接放在 URL 中：有的手机会编码，有的会截断或拒绝。',
  howToFix: '请先用 encodeURIComponent 编码再拼进 URL，或放在 data 中发送。',
  pass: () => '已知的查询串中没有需要编码的内容',
  reasons: {
    'not-encoded': {
      message: ({ origin, raw }) => `发往 ${origin} 的 URL 的查询串中有未编码的 ${JSON.stringify(raw)}。`,
      fix: () => '请使用 encodeURIComponent，或放在 data 中发送。',
    },
  },
} satisfies RuleText<typeof rule>
