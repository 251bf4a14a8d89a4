import type { RuleText } from '../../../src/i18n/types.js'
import { noAnswer } from '../words/zh.js'
import type rule from './rule.js'

export default {
  title: '首字节及时返回',
  why: '等待超过客户端的时限，请求就会超时失败，而用户往往更早离开。',
  howToFix: '把慢的工作移出请求（先提交任务，再查询结果），并看首字节是否在等冷启动。',
  pass: ({ slowestMs, timeout }) => `首字节最慢 ${slowestMs} 毫秒（时限 ${timeout} 毫秒）`,
  unknown: {
    'not-waited': '探测的时限比要判断的时限短',
    'no-answer': '应答之前连接已结束',
  },
  reasons: {
    'too-slow': {
      message: ({ path, firstByteMs, timeout }, { subject }) =>
        firstByteMs === null
          ? `${subject}${path} 在 ${timeout} 毫秒内没有返回任何字节。`
          : `${subject}${path} 的首字节用了 ${firstByteMs} 毫秒，超过 ${timeout} 毫秒。`,
      fix: () => '请尽快应答，或把耗时的工作交给后续的查询请求。',
    },
    'not-waited': {
      message: ({ path, waited, timeout }, { subject }) =>
        `${subject}${path} 在 ${waited} 毫秒内没有返回任何字节；没有继续等待，而时限是 ${timeout} 毫秒。`,
      fix: ({ timeout }) => `请用 --timeout ${Math.ceil(timeout / 1000)} 重试。`,
    },
    'no-answer': noAnswer,
  },
} satisfies RuleText<typeof rule>
