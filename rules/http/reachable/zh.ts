import { cipherName } from '../../../src/i18n/names.js'
import type { RuleText } from '../../../src/i18n/types.js'
import { AFTER } from '../../../src/i18n/zh/ending-words.js'
import { CIPHER_FIX } from '../../tls/words/zh.js'
import { errorName } from './error-codes.js'
import type { Http2Oddity } from './reasons.js'
import type rule from './rule.js'

/** HTTP/2 应答的问题。 */
function oddityOf({ problem, name, value }: Http2Oddity): string {
  switch (problem) {
    case 'connection-field':
      return `含有只属于 HTTP/1 的响应头（${name}: ${value}）`
    case 'field-name':
      return `响应头名称含有 HTTP/2 不允许的字符，例如大写字母（${name}）`
    case 'field-value':
      return `响应头 ${name} 的值含有控制字符：${value}`
    case 'pseudo-field':
      return `含有不该出现的伪首部（${name}）`
    case 'no-status':
      return value === '' ? '没有状态码' : `状态码无效（${value}）`
    case 'odd-status':
      return `状态码不是三位数字（${value}）`
    case 'length':
      return `content-length 与响应体的长度不符（${value}）`
    case 'no-head':
      return '响应头之前就出现了响应体或结尾'
    case 'unended':
      return '应答没有结尾'
    case 'endless-head':
      return '响应头超过 256 kB'
    case 'compression':
      return '响应头无法解压'
    case 'pushed':
      return '含有未请求的应答（PUSH_PROMISE）'
    case 'frame':
      return '帧过长或位置不对'
  }
}

const FIX_ODDITY = '请检查网关从后端转发了什么，并在网关处去掉。\n  查看：curl -v --http2 URL'

export default {
  title: '握手能完成，并有 HTTP 应答',
  why: '证书合格还不等于有应答：握手之后就中断的服务器，会让小程序的所有请求失败。',
  pass: ({ path, status, version }) => `${version}，${path} 返回 ${status}`,
  unknown: {
    'http2-unanswered': '服务器选择了 HTTP/2，却没有用它应答',
    'other-silent': '另一个地址没有应答',
    'path-silent': '配置的某个路径没有应答',
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
    'status-line': {
      message: ({ path, line }, { subject }) =>
        `${subject}${path} 的 HTTP/1.1 应答以“${line}”开头。OkHttp（Android 的 HttpURLConnection 以它为基础）会拒绝这样的应答；Chromium 会接受，iOS 的行为未知。`,
      fix: () =>
        '应答应以“HTTP/1.1”、一个空格、三位状态码和一个空格开头，之前不能有任何内容。请检查是哪个程序或网关自行拼写了这一行。',
    },
    'http2-only': {
      message: (_, { subject }) =>
        `${subject} 只支持 HTTP/2：用 HTTP/1.1 请求的客户端（Android 的 HttpURLConnection、WebSocket）得不到应答。`,
      fix: () => '请让网关同时支持 HTTP/1.1。',
    },
    'http2-unspoken': {
      message: ({ got }, { subject }) =>
        `${subject} 在握手中选择了 HTTP/2，却不使用它：${got === null ? '直接关闭连接' : `收到的是 ${got}`}。支持 HTTP/2 的客户端（iOS、浏览器等）会失败；curl --http1.1 和 hefa 自己的请求则正常。`,
      fix: () =>
        '请只在 ALPN 中声明后端支持的协议：以 TCP 方式转发的代理不能为 HTTP/1.1 后端声明 h2。\n  HAProxy：使用 mode http，或在 bind 行写 alpn http/1.1',
    },
    'http2-connection-field': {
      message: ({ path, fields }, { subject }) =>
        `${subject}${path} 在 HTTP/2 的应答中带有 ${fields.join('、')}，这是 HTTP/2 禁止的：iOS 会丢弃这样的应答（“Protocol error”，NSPOSIXErrorDomain 100）。Chromium 和 OkHttp 会忽略该响应头，因此 Android 和开发者工具中一切正常。`,
      fix: ({ fields }) =>
        `网关把后端关于两者之间连接的响应头转发了出来，请去掉：\n${[
          ...new Set(fields.map((field) => field.split(':')[0] ?? '')),
        ]
          .map((name) => `  nginx：proxy_hide_header ${name};`)
          .join(
            '\n',
          )}\n  后端是 Apache：Protocols http/1.1，或 Header unset Upgrade\n  查看：curl -v --http2 URL`,
    },
    'http2-malformed': {
      message: (oddity, { subject }) =>
        `${subject}${oddity.path} 的 HTTP/2 应答有问题：${oddityOf(oddity)}。使用 HTTP/2 的客户端（iOS、浏览器等）会丢弃该应答；通过 HTTP/1.1 则正常。`,
      fix: () => FIX_ODDITY,
    },
    'http2-irregular': {
      message: (oddity, { subject }) =>
        `${subject}${oddity.path} 的 HTTP/2 应答有问题：${oddityOf(oddity)}。RFC 9113 要求客户端丢弃这样的应答；Chromium 和 OkHttp 会接受，curl 不接受，iOS 的行为未知。`,
      fix: () => FIX_ODDITY,
    },
    'http2-length': {
      message: ({ path, value }, { subject }) =>
        `${subject}${path} 的 HTTP/2 应答声明 content-length 为 ${value}，与响应体的实际长度不符：OkHttp 和 curl 会失败，Chromium 会接受，iOS 的行为未知。`,
      fix: () =>
        '请按实际发送的字节计算 Content-Length，或不要发送：改动响应体的网关必须去掉它。\n  查看：curl -v --http2 URL',
    },
    'http2-weak-suite': {
      message: ({ address, cipher }, { subject }) =>
        `${subject}（${address}）选择 HTTP/2 的同时选择了 HTTP/2 禁止的 ${cipherName(cipher)}，又不支持 TLS 1.3：Chromium 会放弃（ERR_HTTP2_INADEQUATE_TRANSPORT_SECURITY）。OkHttp 会继续，iOS 的行为未知。`,
      fix: () => `${CIPHER_FIX}\n  它们必须排在前面：ssl_prefer_server_ciphers 配合旧列表会选中 CBC。`,
    },
    'http2-refused': {
      message: ({ path, by, code }, { subject }) =>
        `${subject}${path} 通过 HTTP/1.1 有应答，但通过 HTTP/2 时服务器两次以 ${errorName(code)} 结束${by === 'stream' ? '该请求' : '连接'}。`,
      fix: () => '请查看网关的错误日志；在找到原因之前，可以先不声明 h2。\n  curl -v --http2 URL',
    },
    'http2-sent-back': {
      message: ({ path }, { subject }) =>
        `${subject}${path} 声明支持 HTTP/2，随后又要求使用 HTTP/1.1（HTTP_1_1_REQUIRED）：Chromium 会重新请求，OkHttp 会失败，iOS 的行为未知。`,
      fix: () =>
        '服务器无法使用 HTTP/2 时，请不要声明 h2。在 IIS 上，Windows 身份验证和客户端证书会造成这种情况。',
    },
    'http2-other-status': {
      message: ({ path, status, http1 }, { subject }) =>
        `${subject}${path} 通过 HTTP/2 返回 ${status}，通过 HTTP/1.1 返回 ${http1}：使用 HTTP/2 的客户端（iOS、浏览器等）得到的是错误。`,
      fix: () => '请比较 curl -v --http2 URL 和 curl -v --http1.1 URL，并查找取决于协议的规则。',
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
    'short-body': {
      message: ({ path, bytes }, { subject }) =>
        `${subject}${path} 有应答，但响应体在 ${bytes} 字节后就断开，不足声明的长度或缺少最后一个分块，两次都是如此：客户端会报错。`,
      fix: () => '请按压缩后实际发送的字节计算 Content-Length；如果程序中途退出，请查看它的错误日志。',
    },
    'other-address': {
      message: ({ address, alert, got }, { subject }) => {
        const what =
          got !== null
            ? `返回的不是 HTTP：${got}`
            : alert === null
              ? '两次都不发一个字节就关闭连接'
              : `以告警 ${alert} 拒绝`
        return `${subject} 的第一个地址有应答，但 ${address} 在握手之后${what}。得到该地址的手机会失败。`
      },
      fix: ({ address }) => `请检查 ${address} 上的服务器及其后端；修复之前可先从 DNS 中去掉它。`,
    },
    'other-status': {
      message: ({ address, path, status, first }, { subject }) =>
        `${subject}${path} 在第一个地址返回 ${first}，在 ${address} 却返回 ${status}：手机得到哪一个全凭运气。`,
      fix: ({ address }) => `请比较两者的版本和后端；查看：curl --connect-to ::[${address}]: URL`,
    },
    'other-silent': {
      message: ({ address, phase, cause }, { subject }) =>
        `无法判断 ${subject} 在 ${address} 上是否也应答请求：没有应答（${phase}：${cause}）。`,
      fix: () => '请重试；若仍如此，请检查该地址上的服务器和前面的负载均衡。',
    },
    'path-ended': {
      message: ({ path, phase, alert }, { subject }) =>
        `${subject} 有应答，但请求 ${path} 时，服务器${AFTER[phase]}${alert === null ? '两次都不发一个字节就关闭连接' : `以告警 ${alert} 结束连接`}。小程序对该路径的请求会失败。`,
      fix: ({ path, alert }) =>
        alert === null
          ? `请检查 ${path} 的后端及其错误日志，以及网关日志中对该请求的记录。如果小程序不调用该路径，请从配置中去掉。`
          : `请查看服务器关于 ${path} 的错误日志：只在该路径要求客户端证书（Apache 在 Location 中的 SSLVerifyClient）就是这种表现，手机上没有这种证书。`,
    },
    'path-silent': {
      message: ({ path, phase, cause }, { subject }) =>
        `无法判断 ${subject}${path} 是否应答：其他请求有应答，该请求没有（${phase}：${cause}）。`,
      fix: ({ path }) =>
        `请重试；服务器较慢时请加大 --timeout；若仍如此，请检查 ${path} 的后端。如果小程序不调用该路径，请从配置中去掉。`,
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
