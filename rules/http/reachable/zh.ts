import type { RuleText } from '../../../src/i18n/types.js'
import { AFTER } from '../../../src/i18n/zh/ending-words.js'
import type rule from './rule.js'

export default {
  title: '握手能完成，并有 HTTP 应答',
  why: '证书合格还不等于有应答：握手之后就中断的服务器，会让小程序的所有请求失败。',
  pass: ({ path, status, version }) => `${version}，${path} 返回 ${status}`,
  unknown: {
    'http2-unanswered': '服务器选择了 HTTP/2，却没有用它应答',
    'no-answer': '握手或请求没有应答，或没有发起请求',
  },
  reasons: {
    refused: {
      message: ({ phase, alert }, { subject }) => `${subject} ${AFTER[phase]}以告警 ${alert} 拒绝所有连接。`,
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
          ? `${subject}${path} 的响应头超过 256 kB。`
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
    'http2-unspoken': {
      message: ({ got }, { subject }) =>
        `${subject} 在握手中选择了 HTTP/2，却不使用它：${got === null ? '直接关闭连接' : `收到的是 ${got}`}。支持 HTTP/2 的客户端（iOS、浏览器等）会失败；curl --http1.1 和 hefa 自己的请求则正常。`,
      fix: () =>
        '请只在 ALPN 中声明后端支持的协议：以 TCP 方式转发的代理不能为 HTTP/1.1 后端声明 h2。\n  HAProxy：使用 mode http，或在 bind 行写 alpn http/1.1',
    },
    'http2-unanswered': {
      message: ({ phase, cause }, { subject }) =>
        `${subject} 在握手中选择了 HTTP/2，无法判断它是否使用：没有应答（${phase}：${cause}）。`,
      fix: () => '请重试；服务器较慢时请加大 --timeout。\n  curl -v --http2 URL',
    },
    'broken-body': {
      message: ({ path }, { subject }) =>
        `${subject}${path} 有应答，但响应体的分块格式不符合 HTTP 规范（RFC 9112 第 7.1 节）。`,
      fix: () => '请检查网关后面的程序用 Transfer-Encoding: chunked 写出了什么。',
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
} satisfies RuleText<typeof rule>
