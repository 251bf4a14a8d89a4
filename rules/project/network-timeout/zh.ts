import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: '超时时间在平台支持的范围内',
  why: '最大超时时间是 60 秒；不到一秒的超时会中断移动网络本来还能应答的请求。',
  howToFix: '请在 app.json 中写 1000 到 60000 毫秒，个别调用可以另设 timeout。',
  pass: ({ least, most }) => `在 ${least} 到 ${most} 毫秒之间`,
  reasons: {
    'too-long': {
      message: ({ setting, value, most }) => `${setting} 是 ${value} 毫秒，最大为 ${most} 毫秒。`,
      fix: ({ most }) => `请写 ${most} 或更小。`,
    },
    'too-short': {
      message: ({ setting, value }) => `${setting} 是 ${value} 毫秒，慢的移动网络来不及应答。`,
      fix: ({ least }) => `请写 ${least} 或更大。`,
    },
  },
} satisfies RuleText<typeof rule>
