import type { ending as english } from '../en/ending.js'

const NO_CLIENT_CERTIFICATES =
  '请不要在该域名和端口上要求客户端证书；双向认证只用于服务器之间，并使用单独的域名。'
const CERTIFICATE_FIX = [
  NO_CLIENT_CERTIFICATES,
  '  nginx: ssl_verify_client off;    haproxy: bind ... ssl crt ...（不要 verify required）',
  '  Apache: SSLVerifyClient none    ingress-nginx: 删除 auth-tls-verify-client，或设为 "off"',
  '  云负载均衡：在 HTTPS 监听中关闭双向认证。',
].join('\n')

const AFTER = { finish: '在客户端发完握手消息之后', 'first-byte': '在收到请求之后' }

const withAlert = (alert: number | null) =>
  alert === null ? '两次都不发一个字节就关闭连接' : `以告警 ${alert} 拒绝`

export const ending: typeof english = {
  'tls/client-certificate': {
    title: '不要求客户端证书',
    why: '小程序无法出示客户端证书：服务器若坚持要求，所有手机上的请求都会失败。',
    pass: ({ asked }) => (asked ? '服务器询问客户端证书，但没有也能访问' : '服务器不询问客户端证书'),
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
  },
  'http/reachable': {
    title: '握手能完成，并有 HTTP 应答',
    why: '证书合格还不等于有应答：握手之后就中断的服务器，会让小程序的所有请求失败。',
    pass: ({ path, status, version }) => `${version}，${path} 返回 ${status}`,
    reasons: {
      refused: {
        message: ({ phase, alert }, { subject }) =>
          `${subject} ${AFTER[phase]}以告警 ${alert} 拒绝所有连接。`,
        fix: ({ phase }) =>
          phase === 'first-byte'
            ? '请查看服务器的错误日志。收到请求后才要求客户端证书（重新协商、Apache 在 Location 中的 SSLVerifyClient）就是这种表现：手机上没有这种证书。'
            : '请查看服务器或负载均衡的错误日志：握手在最后一步被拒绝。',
      },
      cut: {
        message: ({ phase }, { subject }) => `${subject} ${AFTER[phase]}两次都不发一个字节就关闭连接。`,
        fix: () => '请查看服务器的错误日志，检查网关的后端是否在运行，以及防火墙是否切断带有该域名的连接。',
      },
      'not-http': {
        message: ({ path, problem, got }, { subject }) =>
          problem === 'endless-head'
            ? `${subject}${path} 的响应头超过 64 kB。`
            : problem === 'length'
              ? `${subject}${path} 的 Content-Length 自相矛盾。`
              : `${subject}${path} 的应答不是 HTTP，收到的是：${got}`,
        fix: () => '请检查该端口上运行的程序，以及前面的网关返回了什么。',
      },
      'http2-only': {
        message: (_, { subject }) =>
          `${subject} 只支持 HTTP/2，而 hefa 不支持：没有检查它的路径；用 HTTP/1.1 请求的客户端（WebSocket、旧手机）得不到应答。`,
        fix: () => '请让网关同时支持 HTTP/1.1。',
      },
      'no-answer': {
        message: ({ phase, cause }, { subject }) =>
          `无法判断 ${subject} 是否应答请求：没有应答（${phase}：${cause}）。`,
        fix: ({ cause }) =>
          cause === 'timeout'
            ? '请重试；服务器较慢时请加大 --timeout；若仍如此，请检查服务器与客户端之间的设备。'
            : '请重试；若仍如此，请检查防火墙或负载均衡是否切断连接，并查看服务器的错误日志。',
      },
    },
  },
}
