import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: '不设置 Referer 请求头',
  why: 'Referer 由平台自己填写，代码设置的值不会发出，依赖它的服务器会拒绝请求。',
  howToFix:
    '请去掉该请求头。服务器要区分调用方时，可以读取平台发送的 Referer 中的 appid，或使用自定义的请求头。',
  pass: () => '没有设置 Referer',
  reasons: {
    set: {
      message: ({ header }) => `设置了请求头 ${header}，而它不可设置。`,
      fix: () => '请去掉；服务器需要的内容请放在自定义的请求头中。',
    },
  },
} satisfies RuleText<typeof rule>
