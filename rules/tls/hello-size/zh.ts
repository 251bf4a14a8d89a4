import type { RuleText } from '../../../src/i18n/types.js'
import { alertText } from '../words/zh.js'
import type rule from './rule.js'

const LONG_HELLO = [
  '请让服务器前面的设备（防火墙、WAF、负载均衡、隧道或 VPN 的流量检查）接受分成多个 TCP 报文段的 ClientHello：升级它，或让该端口绕过它。它往往只看第一个报文段，以读取服务器名称。',
  '如果前面没有任何设备，请升级服务器的 TLS 库：它必须忽略不认识的密钥份额。',
  '可自行验证（OpenSSL 3.5 及以上）：前一条被拒，后一条有应答。',
  '  openssl s_client -connect HOST:PORT -servername HOST -groups X25519MLKEM768 </dev/null',
  '  openssl s_client -connect HOST:PORT -servername HOST -groups X25519 </dev/null',
].join('\n')

export default {
  title: '较长的握手消息也有应答',
  why: '如今的手机和浏览器会发送 ML-KEM 密钥份额，ClientHello 因此超出一个 TCP 报文段。只看第一个报文段的设备会切断它们，而旧手机和多数工具仍能连接。',
  pass: ({ longest }) => `${longest} 字节的握手消息有应答`,
  unknown: { silent: '较长的握手消息没有应答，较短的有' },
  reasons: {
    cut: {
      message: ({ shortest, longest, alert, clients }, { subject }) =>
        `${subject}：${shortest} 字节及以上的握手消息都被${alert === null ? '切断' : `拒绝（${alertText(alert)}）`}，${longest} 字节及以下的都有应答。原因是握手消息的长度，或使它变长的 ML-KEM 密钥份额：${clients.join('、')} 无法连接。`,
      fix: () => LONG_HELLO,
    },
    silent: {
      message: ({ shortest, longest, clients }, { subject }) =>
        `${subject}：${shortest} 字节及以上的握手消息没有应答，${longest} 字节及以下的都有。看起来较长的消息在途中被丢弃：${clients.join('、')} 的握手。`,
      fix: () => `${LONG_HELLO}\n然后请重试：换一个网络可能不会丢弃。`,
    },
  },
} satisfies RuleText<typeof rule>
