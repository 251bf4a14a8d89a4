import type { RuleText } from '../../../src/i18n/types.js'
import { AFTER } from '../../../src/i18n/zh/ending-words.js'
import type rule from './rule.js'

const NO_CLIENT_CERTIFICATES =
  '请不要在该域名和端口上要求客户端证书；双向认证只用于服务器之间，并使用单独的域名。'

const CERTIFICATE_FIX = [
  NO_CLIENT_CERTIFICATES,
  '  nginx: ssl_verify_client off;    haproxy: bind ... ssl crt ...（不要 verify required）',
  '  Apache: SSLVerifyClient none    ingress-nginx: 删除 auth-tls-verify-client，或设为 "off"',
  '  云负载均衡：在 HTTPS 监听中关闭双向认证。',
].join('\n')

const withAlert = (alert: number | null) =>
  alert === null ? '两次都不发一个字节就关闭连接' : `以告警 ${alert} 拒绝`

export default {
  title: '不要求客户端证书',
  why: '小程序无法出示客户端证书：服务器若坚持要求，所有手机上的请求都会失败。',
  pass: ({ asked }) => (asked ? '服务器询问客户端证书，但没有也能访问' : '服务器不询问客户端证书'),
  unknown: {
    'other-address': '要求客户端证书的地址与通过 HTTP 应答的地址不是同一个',
  },
  reasons: {
    demanded: {
      message: ({ phase, alert }, { subject }) =>
        `${subject} 要求客户端证书（双向认证）：没有证书时，服务器${AFTER[phase]}${withAlert(alert)}。手机上都没有这种证书。`,
      fix: () => CERTIFICATE_FIX,
    },
    said: {
      message: ({ path, status, text }, { subject }) =>
        `${subject} 要求客户端证书（双向认证）：${path} 返回 ${status}，“${text}”。手机上都没有这种证书。`,
      fix: () => CERTIFICATE_FIX,
    },
    perhaps: {
      message: ({ path, status }, { subject }) =>
        `${subject} 询问客户端证书，没有证书时返回 ${status}（${path}）；如果原因就在于此，所有手机都无法访问。`,
      fix: () =>
        `如果没有证书的请求会被拒绝：${NO_CLIENT_CERTIFICATES}否则请在配置中写明一个能正常应答的路径（"paths"）。`,
    },
    'other-address': {
      message: ({ asking, answered }, { subject }) =>
        `${subject}：${asking.join('、')} 询问客户端证书；请求发往了 ${answered}，因此看不出前者是否必须有证书。`,
      fix: () => '请让该域名的所有地址使用相同的设置。',
    },
  },
} satisfies RuleText<typeof rule>
