import type { RuleText } from '../../../src/i18n/types.js'
import { gotBy } from '../words/zh.js'
import type rule from './rule.js'

export default {
  title: '不带服务器名称时也有应答',
  why: '手机总会发送服务器名称（SNI）。网关、健康检查和旧的库可能不发送，它们会得到默认证书。这里只作提示。',
  howToFix: '可以不处理：受支持的手机都会发送主机名。稳妥起见，让默认虚拟主机使用同一个证书。',
  pass: () => '不带名称时证书相同',
  unknown: { 'no-answer': '不带域名的 ClientHello 没有得到完整应答' },
  reasons: {
    'other-certificate': {
      message: ({ names }, { subject }) =>
        `${subject}：不带服务器名称时发送的是另一张证书${names.length > 0 ? `（${names.join('、')}）` : ''}。`,
    },
    refused: {
      message: (got, { subject }) => `${subject}：不带服务器名称时，服务器${gotBy(got)}。`,
    },
    'warning-alert': {
      message: ({ alert }, { subject }) =>
        `${subject} 警告不认识该名称（告警 ${alert}）后继续握手；有些客户端会就此放弃。`,
      fix: () => '请在服务器配置中写明该域名（nginx：server_name，Tomcat：同名的 Host）。',
    },
    'no-answer': {
      message: ({ phase, cause }, { subject }) =>
        `${subject} 没有应答不带服务器名称的握手消息（${phase}：${cause}）。`,
    },
  },
} satisfies RuleText<typeof rule>
