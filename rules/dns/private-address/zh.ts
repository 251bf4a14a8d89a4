import type { RuleText } from '../../../src/i18n/types.js'
import { few } from '../words/zh.js'
import type rule from './rule.js'

export default {
  title: '地址可从公网访问',
  why: '手机走移动网络，访问不到只存在于公司内网或本机的地址。',
  howToFix:
    '给域名配公网地址，或在前面放公网负载均衡。如果只有办公网 DNS 这样应答，换一个查询：--dns 223.5.5.5。',
  pass: () => '公网地址',
  unknown: {
    'proxy-address': '地址是本机的代理程序虚构的',
    'no-answer': '解析服务器没有应答',
    'rest-unanswered': 'IPv4 与 IPv6 地址的查询只有一个得到应答',
  },
  reasons: {
    'proxy-address': {
      message: ({ addresses, resolver }, { subject }) =>
        `${subject} 在本机解析为 ${few(addresses)}（查询自 ${resolver}）：这不是互联网地址，而是本机的代理程序（Clash、Surge、mihomo、sing-box 等）虚构的，看不到手机实际得到的地址。`,
      fix: () =>
        [
          '请在检查期间关闭代理程序或其 fake-ip 模式（enhanced-mode: fake-ip），或排除该域名（fake-ip-filter），然后重试。',
          '只有程序不劫持 DNS 时，换一台 DNS 服务器才有用：--dns 223.5.5.5',
          '也可以直接指定地址：--resolve HOST:443:ADDRESS',
        ].join('\n'),
    },
    all: {
      message: ({ addresses, uses, resolver }, { subject }) =>
        `${subject} 只解析到 ${few(addresses)}（${uses.join('、')}），手机无法访问（查询自 ${resolver}）。`,
      fix: () => '请发布公网地址。如果这是公司内部 DNS 的应答，请改用公共 DNS：--dns 223.5.5.5',
    },
    some: {
      message: ({ addresses, uses }, { subject }) =>
        `${subject} 还解析到 ${few(addresses)}（${uses.join('、')}）；选中这些地址的手机会失败或长时间等待。`,
      fix: () => '请从公网 DNS 中删除这些记录。',
    },
    'no-answer': {
      message: ({ resolver, cause }, { subject }) =>
        `无法从 ${resolver} 得知 ${subject} 有哪些地址：${cause}。`,
      fix: () => '请重试，或换一台 DNS 服务器：--dns 223.5.5.5',
    },
    'rest-unanswered': {
      message: ({ resolver, cause }, { subject }) =>
        `${subject} 已知的地址都是公网地址；是否还有其他地址，无法从 ${resolver} 得知：${cause}。`,
      fix: () => '请重试，或换一台 DNS 服务器：--dns 223.5.5.5',
    },
  },
} satisfies RuleText<typeof rule>
