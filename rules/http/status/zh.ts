import type { RuleText } from '../../../src/i18n/types.js'
import { noAnswer, notHttp } from '../words/zh.js'
import type rule from './rule.js'

export default {
  title: '路径的应答不是错误状态码',
  why: '微信无论状态码是多少都会回调 success；支付宝和 mPaaS 则以错误码 19 失败。',
  howToFix: '在 "paths" 中写一个会返回 200 的路径，例如健康检查；那里出现 5xx 就要查服务器日志。',
  pass: ({ statuses }) => statuses.map(({ path, status }) => `${path}：${status}`).join('、'),
  unknown: { 'no-answer': '该路径没有应答' },
  reasons: {
    'not-found': {
      message: ({ path, status }, { subject }) => `${subject}${path} 返回 ${status}。`,
      fix: () => '请修正配置中的路径，或服务器与网关的路由。',
    },
    'server-error': {
      message: ({ path, status }, { subject }) => `${subject}${path} 返回 ${status}。`,
      fix: () => '请查看服务器以及前面网关的日志。',
    },
    'client-error': {
      message: ({ path, status }, { subject }) => `${subject}${path} 对不带参数和凭证的 GET 返回 ${status}。`,
    },
    'default-path': {
      message: ({ status }, { subject }) =>
        `${subject}/ 返回 ${status}。许多接口服务器在此没有内容；请在配置中写明小程序实际请求的路径。`,
    },
    'not-http': notHttp,
    'no-answer': noAnswer,
  },
} satisfies RuleText<typeof rule>
