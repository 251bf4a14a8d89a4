import { fewOf } from '../../../src/i18n/few.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

const few = fewOf('、', (n) => ` 等（另有 ${n} 个）`)

export default {
  title: '同一时间只打开一个 WebSocket',
  why: '平台只保留一个连接时，打开新的连接会关闭原有的，等待它的代码却不知道。',
  howToFix: '请共用一个连接，或先关闭前一个再打开下一个。',
  pass: () => '没有打开多个 WebSocket',
  reasons: {
    several: {
      message: ({ origins }) => `打开了多个 WebSocket：${few(origins)}。`,
      fix: () => '请共用一个连接，或确保先关闭前一个。',
    },
  },
} satisfies RuleText<typeof rule>
