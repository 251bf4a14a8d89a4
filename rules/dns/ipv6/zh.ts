import type { RuleText } from '../../../src/i18n/types.js'
import { few } from '../words/zh.js'
import type rule from './rule.js'

const HOW: Record<string, string> = {
  connection: '拒绝连接',
  reset: '重置连接',
  closed: '关闭连接',
  'not-tls': '没有使用 TLS',
  malformed: '应答的 TLS 格式有误',
}

export default {
  title: 'IPv6 地址与 IPv4 一样可用',
  why: '移动网络中的手机会先尝试 IPv6。AAAA 记录后面没有可用的服务时，首个请求都会等待或失败。',
  howToFix:
    '让服务器监听 IPv6（listen [::]:443 ssl;）并放行防火墙，否则删掉 AAAA 记录：移动网络中的手机会先用它。',
  pass: ({ addresses }) => `${few(addresses)} 有应答`,
  unknown: { silent: '某个 IPv6 地址没有应答' },
  reasons: {
    refused: {
      message: ({ addresses, how }, { subject }) =>
        `${subject}：IPv6 地址 ${few(addresses)} ${HOW[how] ?? '拒绝所有握手'}，而 IPv4 正常。`,
      fix: () => '请让服务器同时监听 IPv6（nginx：listen [::]:443 ssl;），或删除 AAAA 记录。',
    },
    'only-ipv6': {
      message: ({ addresses }, { subject }) =>
        `${subject} 只有 IPv6 地址（${few(addresses)}）：没有 IPv6 的网络中的手机和旧版客户端无法连接。`,
      fix: () => '请再提供 IPv4 地址：添加 A 记录，或使用同时支持两者的负载均衡或 CDN。',
    },
    silent: {
      message: ({ addresses, phase, cause }, { subject }) =>
        `${subject}：从本机无法得知 IPv6 地址 ${few(addresses)} 是否可用（${phase}：${cause}）。`,
      fix: () => '请在支持 IPv6 的网络中重试。',
    },
  },
} satisfies RuleText<typeof rule>
