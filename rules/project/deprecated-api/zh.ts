import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: '不调用将被移除的接口',
  why: '接口移除之后，所有调用都会失败，早已发布的小程序也不例外。',
  howToFix:
    '请改用 my.request。它的默认 content-type 是 application/json，而不是 application/x-www-form-urlencoded。',
  pass: () => '没有这样的调用',
  reasons: {
    deprecated: {
      message: ({ callee, instead }) => `${callee} 将被废弃，由 ${instead} 代替。`,
      fix: ({ instead }) =>
        `请调用 ${instead}；服务器需要表单时设置 headers: { 'content-type': 'application/x-www-form-urlencoded' }。`,
    },
  },
} satisfies RuleText<typeof rule>
