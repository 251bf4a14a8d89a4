import type { http as english } from '../en/http.js'
import type { About, ReasonText } from '../types.js'
import { on, withRelease } from './domain-words.js'

const WRONG = {
  unlisted: '该域名不在域名列表内',
  insecure: '该地址是明文 http',
  loop: '该地址已请求过，形成循环',
  nowhere: '该地址不是 https 地址',
}

const FAULTS = {
  accept: 'Sec-WebSocket-Accept 与请求的 key 不符',
  upgrade: 'Upgrade 不是 websocket',
  connection: 'Connection 中没有 Upgrade',
  subprotocol: '选用了客户端没有请求的子协议',
  extensions: '选用了客户端没有请求的扩展',
}

const noAnswer: ReasonText<{ path: string; phase: string; cause: string }> = {
  message: ({ path, phase, cause }, { subject }) => `${subject}${path} 没有应答（${phase}：${cause}）。`,
  fix: () => '请重试；服务器较慢时请加大 --timeout。',
}

const notHttp: ReasonText<{ path: string; problem: string; got: string }> = {
  message: ({ path, problem, got }, { subject }) =>
    problem === 'endless-head'
      ? `${subject}${path} 的响应头超过 64 kB。`
      : problem === 'length'
        ? `${subject}${path} 的 Content-Length 自相矛盾。`
        : `${subject}${path} 的应答不是 HTTP/1.1，收到的是：${got}`,
  fix: () => '请检查该端口上运行的程序，以及前面的网关返回了什么。',
}

const onAlipay = (about: About): boolean => on(about, ({ traits }) => traits?.namesSubprotocol === true)

const SOCKET_FIX = [
  '请在配置中写明 WebSocket 的路径（"paths": { "wss://HOST": ["/socket"] }），并让网关转发升级请求。',
  '  nginx: proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade";',
].join('\n')
const ERROR_9 =
  '支付宝和 mPaaS：错误码 9 表示调用时没有指定 Sec-WebSocket-Protocol，请指定一个服务器支持的子协议。'

const socketFix = (about: About): string => (onAlipay(about) ? `${SOCKET_FIX}\n${ERROR_9}` : SOCKET_FIX)

export const http: typeof english = {
  'http/redirect': {
    title: '重定向不离开域名列表，使用 https，并且有终点',
    why: '重定向到其他域名会被视为请求那个域名：如果它不在列表内，即使最初的地址合法，请求也会失败。',
    pass: ({ paths }) => `没有跳出列表的重定向（${paths.join('、')}）`,
    reasons: {
      unlisted: {
        message: ({ from, to, apis }) => `${from} 重定向到 ${to}，${WRONG.unlisted}（${apis.join('、')}）。`,
        fix: ({ to }, about) =>
          withRelease(`请直接请求最终地址，或取消重定向，或把 ${to} 的域名加入列表。`, about),
      },
      insecure: {
        message: ({ from, to }) => `${from} 重定向到 ${to}，${WRONG.insecure}。`,
        fix: () => '请重定向到 https。如果 TLS 由网关终结，请把协议告诉后端程序（X-Forwarded-Proto）。',
      },
      loop: {
        message: ({ from, to }) => `${from} 重定向到 ${to}，${WRONG.loop}。`,
        fix: () => '请检查网关和程序的重定向规则；这里的请求与首次请求一样不带 cookie。',
      },
      nowhere: {
        message: ({ from, to }) => `${from} 重定向到“${to}”，${WRONG.nowhere}。`,
        fix: () => '请在 Location 中只给出一个完整的 https 地址或路径。',
      },
      'default-path': {
        message: ({ from, to, problem }) =>
          `${from} 重定向到 ${to}，${WRONG[problem]}。许多服务器会把 / 指向网站；请在配置中写明小程序实际请求的路径。`,
      },
      'too-many': {
        message: ({ path, from, to }, { subject }) =>
          `${subject}${path} 重定向超过五次；最后看到的是从 ${from} 到 ${to}。`,
        fix: () => '请直接请求最终地址。',
      },
      'no-answer': noAnswer,
    },
  },
  'http/charset': {
    title: '文本使用 UTF-8 编码',
    why: '客户端会尝试转换其他编码，但可能失败，而且只过滤一个 BOM 头：用户会看到乱码，或 JSON 无法解析。',
    pass: ({ paths }) => `UTF-8（${paths.join('、')}）`,
    reasons: {
      declared: {
        message: ({ path, charset }, { subject }) => `${subject}${path} 声明的字符集是 ${charset}。`,
        fix: () => '请返回 UTF-8。\n  nginx: charset utf-8;',
      },
      invalid: {
        message: ({ path, contentType }, { subject }) =>
          `${subject}${path}（${contentType}）返回的内容不是合法的 UTF-8。`,
        fix: () => '请返回 UTF-8，并在 Content-Type 中声明。',
      },
      'byte-order-marks': {
        message: ({ path, boms }, { subject }) =>
          `${subject}${path} 的内容以 ${boms} 个 BOM 头开始，客户端只过滤一个。`,
        fix: () => '请把程序引用的文件保存为不带 BOM 的格式。',
      },
      compressed: {
        message: ({ path, encoding }, { subject }) =>
          `${subject}${path} 在未被要求时返回了压缩内容（${encoding}），没有检查其中的文本。`,
      },
      'no-answer': noAnswer,
    },
  },
  'http/response-time': {
    title: '首字节及时返回',
    why: '等待超过客户端的时限，请求就会超时失败，而用户往往更早离开。',
    pass: ({ slowestMs, timeout }) => `首字节最慢 ${slowestMs} 毫秒（时限 ${timeout} 毫秒）`,
    reasons: {
      'too-slow': {
        message: ({ path, firstByteMs, timeout }, { subject }) =>
          firstByteMs === null
            ? `${subject}${path} 在 ${timeout} 毫秒内没有返回任何字节。`
            : `${subject}${path} 的首字节用了 ${firstByteMs} 毫秒，超过 ${timeout} 毫秒。`,
        fix: () => '请尽快应答，或把耗时的工作交给后续的查询请求。',
      },
      'not-waited': {
        message: ({ path, waited, timeout }, { subject }) =>
          `${subject}${path} 在 ${waited} 毫秒内没有返回任何字节；没有继续等待，而时限是 ${timeout} 毫秒。`,
        fix: ({ timeout }) => `请用 --timeout ${Math.ceil(timeout / 1000)} 重试。`,
      },
      'no-answer': noAnswer,
    },
  },
  'http/status': {
    title: '路径的应答不是错误状态码',
    why: '微信无论状态码是多少都会回调 success；支付宝和 mPaaS 则以错误码 19 失败。',
    pass: ({ statuses }) => statuses.map(({ path, status }) => `${path}：${status}`).join('、'),
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
        message: ({ path, status }, { subject }) =>
          `${subject}${path} 对不带参数和凭证的 GET 返回 ${status}。`,
      },
      'default-path': {
        message: ({ status }, { subject }) =>
          `${subject}/ 返回 ${status}。许多接口服务器在此没有内容；请在配置中写明小程序实际请求的路径。`,
      },
      'not-http': notHttp,
      'no-answer': noAnswer,
    },
  },
  'http/websocket': {
    title: 'socket 域名接受 WebSocket 连接',
    why: '没有正确的 101 应答，connectSocket 在所有手机上都会失败。',
    pass: ({ paths }, about) =>
      `101（${paths.join('、')}）${onAlipay(about) ? '；本次没有请求 Sec-WebSocket-Protocol，支付宝的错误码 9 与此有关' : ''}`,
    reasons: {
      broken: {
        message: ({ path, faults }, { subject }) =>
          `${subject}${path} 返回 101，但${faults.map((fault) => FAULTS[fault]).join('；')}。`,
        fix: () => '请用 WebSocket 库来应答升级请求（RFC 6455 第 4.2.2 节），并让网关原样转发其响应头。',
      },
      refused: {
        message: ({ path, status }, { subject }) => `${subject}${path} 对 WebSocket 升级请求返回 ${status}。`,
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
  },
}
