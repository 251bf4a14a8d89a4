import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'request 的已配置路径应答 JSON',
  why: '调用不另行指定时 dataType 为 json。不是 JSON 时微信直接返回文本；支付宝和 mPaaS 的调用以错误 14 失败。',
  pass: ({ paths }) => `JSON（${paths.join('、')}）`,
  reasons: {
    'not-json': {
      message: ({ path, contentType }, { subject }) =>
        `${subject}${path} 应答的不是 JSON${contentType ? `（${contentType}）` : ''}。`,
      fix: () => '请应答 JSON，或在调用该路径时将 dataType 设为 text。',
    },
  },
} satisfies RuleText<typeof rule>
