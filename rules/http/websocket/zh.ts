import type { About, RuleText } from '../../../src/i18n/types.js'
import { on } from '../../../src/i18n/zh/domain-words.js'
import { noAnswer, notHttp } from '../words/zh.js'
import type rule from './rule.js'

const FAULTS = {
  accept: 'Sec-WebSocket-Accept 与请求的 key 不符',
  upgrade: 'Upgrade 不是 websocket',
  connection: 'Connection 中没有 Upgrade',
  subprotocol: '选用了客户端没有请求的子协议',
  extensions: '选用了客户端没有请求的扩展',
  interim: '之前还有另一个应答（100 或 103）',
  frame: '随后的内容不是服务器可以发送的 WebSocket 帧',
}

const onAlipay = (about: About): boolean => on(about, ({ traits }) => traits?.namesSubprotocol === true)

const SOCKET_FIX = [
  '请在配置中写明 WebSocket 的路径（"paths": { "wss://HOST": ["/socket"] }），并让网关转发升级请求。',
  '  nginx: proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade";',
].join('\n')

const ERROR_9 =
  '支付宝和 mPaaS：错误码 9 表示调用时没有指定 Sec-WebSocket-Protocol，请指定一个服务器支持的子协议。'

const socketFix = (about: About): string => (onAlipay(about) ? `${SOCKET_FIX}\n${ERROR_9}` : SOCKET_FIX)

export default {
  title: 'socket 域名接受 WebSocket 连接',
  why: '没有正确的 101 应答，connectSocket 在所有手机上都会失败。',
  howToFix: [
    '让代理转发升级请求：',
    '  proxy_http_version 1.1;',
    '  proxy_set_header Upgrade $http_upgrade;',
    '  proxy_set_header Connection "upgrade";',
    '如果 WebSocket 在别的路径上，写进 "paths"。',
  ].join('\n'),
  pass: ({ paths }, about) =>
    `101（${paths.join('、')}）${onAlipay(about) ? '；本次没有请求 Sec-WebSocket-Protocol，支付宝的错误码 9 与此有关' : ''}`,
  unknown: { 'no-answer': '升级握手没有应答' },
  reasons: {
    broken: {
      message: ({ path, faults }, { subject }) =>
        `${subject}${path} 返回 101，但${faults.map((fault) => FAULTS[fault]).join('；')}。`,
      fix: () => '请用 WebSocket 库来应答升级请求（RFC 6455 第 4.2.2 节），并让网关原样转发其响应头。',
    },
    dropped: {
      message: ({ path, code }, { subject }) =>
        code === null
          ? `${subject}${path} 返回 101 之后两次都不发关闭帧就断开连接：小程序看到连接打开后随即失败（1006）。`
          : `${subject}${path} 返回 101 之后立即以 ${code} 关闭连接，这是协议或服务器的错误。`,
      fix: () =>
        '请查看网关后面程序的日志：它可能没有运行，或在该路径上不支持 WebSocket。需要令牌的服务器应返回 401，或用自己的代码（4000 到 4999）关闭。',
    },
    closed: {
      message: ({ path, code }, { subject }) =>
        `${subject}${path} 返回 101 之后立即关闭连接${code === null ? '' : `（${code}）`}：可能是因为请求没有令牌，而 hefa 没有令牌。`,
      fix: () => '请在 "paths" 中写明一个不需要令牌也能保持连接的路径。',
    },
    refused: {
      message: ({ path, status }, { subject }) => `${subject}${path} 对 WebSocket 升级请求返回 ${status}。`,
      fix: (_, about) => socketFix(about),
    },
    'upgrade-lost': {
      message: ({ path }, { subject }) =>
        `${subject}${path} 对 WebSocket 升级请求返回 426，也就是要求升级：它前面的网关没有转发 Upgrade 请求头，任何 WebSocket 都无法建立。`,
      fix: (_, about) => socketFix(about),
    },
    'not-upgraded': {
      message: ({ path, status }, { subject }) =>
        `${subject}${path} 对 WebSocket 升级请求返回 ${status}，而不是 101。`,
      fix: (_, about) => socketFix(about),
    },
    'default-path': {
      message: ({ status }, { subject }) =>
        `${subject}/ 对 WebSocket 升级请求返回 ${status}，而不是 101；WebSocket 可能在其他路径。`,
      fix: (_, about) => socketFix(about),
    },
    'not-http': notHttp,
    'no-answer': noAnswer,
  },
} satisfies RuleText<typeof rule>
