import { fewOf } from '../../../src/i18n/few.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

const few = fewOf('、', (n) => ` 等（另有 ${n} 个）`)

const dead = (list: { address: string; how: string }[]) =>
  few(list.map(({ address, how }) => `${address}（${how}）`))

const otherService = (got: string): string =>
  got === 'malformed' ? '损坏的 TLS' : /^[A-Z][\w/]+$/.test(got) ? ` ${got}` : '其他协议'

const byProxy = (cause: string) => cause.startsWith('proxy:')

export default {
  title: '有 TLS 服务应答',
  why: '端口上没有 TLS 服务时，小程序的每个请求都会失败。',
  howToFix: [
    '看服务是否在监听，防火墙或安全组是否放行公网。有应答但不是 TLS，往往是配到了明文 HTTP 端口：',
    '  openssl s_client -connect HOST:443 -servername HOST </dev/null',
    '  是否漏写了 ssl：listen 443 ssl;',
  ].join('\n'),
  pass: ({ addresses }) => `${few(addresses)} 有应答`,
  unknown: {
    silent: '没有任何地址应答',
    'some-silent': '多个 IPv4 地址中有一个没有应答',
    'spare-silent': '从本机探测时某个 IPv6 地址没有应答，但另有可用地址',
    'cut-at-times': '同样的握手时而有应答，时而没有',
  },
  reasons: {
    refused: {
      message: ({ addresses }, { subject }) => `${subject} 拒绝连接（${few(addresses)}）。`,
      fix: () => '请启动服务、在安全组中放行端口，或更正域名列表里的端口。',
    },
    reset: {
      message: ({ addresses }, { subject }) =>
        `${subject} 接受连接后未作 TLS 应答就断开（${few(addresses)}）。`,
      fix: () =>
        '请检查负载均衡上该域名是否绑定了证书，以及是否被防火墙阻断（未备案的域名在中国大陆会被阻断）。',
    },
    'not-tls': {
      message: ({ got }, { subject }) => `${subject} 没有使用 TLS，应答的是${otherService(got)}。`,
      fix: () => '请在该端口启用 TLS。\n  nginx：listen 443 ssl;',
    },
    silent: {
      message: ({ addresses, phase, cause }, { subject }) =>
        byProxy(cause)
          ? `代理没有连通 ${subject}（${few(addresses)}）：${cause.slice(6)}。`
          : `${subject} 没有应答（${few(addresses)}；${phase}：${cause}）。`,
      fix: ({ cause }) =>
        byProxy(cause)
          ? '请检查 --proxy 或 HTTPS_PROXY：代理的地址、用户名和密码，以及它放行哪些主机。NO_PROXY 中的主机会直接访问。'
          : '请在能访问该服务器的网络中重试，或加大 --timeout。',
    },
    'some-refused': {
      message: ({ dead: list, living }, { subject }) =>
        `${subject}：${dead(list)} 拒绝连接，而 ${few(living)} 有应答；先连到前者的手机需要等待。`,
      fix: () => '请启动该处的服务，或从 DNS 中删除该地址。',
    },
    'some-broken': {
      message: ({ dead: list, living }, { subject }) =>
        `${subject}：${dead(list)} 没有 TLS 应答，而 ${few(living)} 有；被分配到前者的手机会失败。`,
      fix: () => '请修复该处的服务，或从 DNS 中删除该地址。',
    },
    'some-silent': {
      message: ({ dead: list, living }, { subject }) =>
        `${subject}：${dead(list)} 没有应答，而 ${few(living)} 有。`,
      fix: () => '请重试；若仍无应答，请修复该处的服务或从 DNS 中删除该地址。',
    },
    'spare-silent': {
      message: ({ dead: list }, { subject }) => `${subject}：从本机无法访问其 IPv6 地址：${dead(list)}。`,
      fix: () => '请在支持 IPv6 的网络中重试，或删除 AAAA 记录。',
    },
    'cut-at-times': {
      message: ({ addresses, times }, { subject }) =>
        `${subject}（${few(addresses)}）时好时坏：同样的握手，有时正常应答，有时被断开、没有回应或返回内部错误（没有其他连接时也出现了 ${times} 次）。手机可能偶尔请求失败。`,
      fix: () =>
        '请逐一检查该地址背后的各台服务器，其中可能有一台有故障。如果是防火墙限制了本机的连接数，请放行本机后再检查一次。',
    },
  },
} satisfies RuleText<typeof rule>
