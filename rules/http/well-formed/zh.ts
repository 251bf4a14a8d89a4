import type { RuleText } from '../../../src/i18n/types.js'
import { noAnswer } from '../words/zh.js'
import type rule from './rule.js'
import type { Misframed } from './rule.js'

const FIELDS = { location: 'Location', 'content-disposition': 'Content-Disposition' } as const

/** 问题所在，以及实测中哪个客户端会出错。 */
function wrongWith({ problem, value }: Misframed): string {
  switch (problem) {
    case 'transfer-coding':
      return `带有 Transfer-Encoding: ${value}；OkHttp 只认识 chunked，会把分块长度当作内容`
    case 'old-chunked':
      return '在 HTTP/1.0 中使用分块，而 HTTP/1.0 没有分块：Chromium 会把分块长度当作内容，并一直等到连接结束'
    case 'content-length':
      return `带有 Content-Length: ${value}，这不是数字：OkHttp 会失败或一直等到连接结束，Chromium 也可能如此`
    case 'spaced-name':
      return `在“${value}”与冒号之间有空格：OkHttp 不认识这样的响应头`
    case 'folded':
      return `的“${value}”的值换行后继续：OkHttp 会丢弃下一行的内容`
    case 'interim':
      return `在应答之前发送了 ${value}：旧版 OkHttp（Android 的 HttpURLConnection 基于它）会把它当作应答`
    case 'surplus':
      return `的内容超出了声明的长度：客户端会在那里截断。超出部分的开头是：${value}`
  }
}

const FIX_FRAMING: Record<Misframed['problem'], string> = {
  'transfer-coding': '请使用 Transfer-Encoding: chunked；压缩请用 Content-Encoding。',
  'old-chunked': '请用 HTTP/1.1 应答，或不使用分块。\n  nginx：proxy_http_version 1.1;',
  'content-length': '请只发送一次 Content-Length，且只包含数字。',
  'spaced-name': '请去掉名称与冒号之间的空格。',
  folded: '请把整个值写在同一行。',
  interim: '请只向浏览器发送 103。',
  surplus: '请按编码后的字节计算 Content-Length：字符串的长度是字符数。',
}

export default {
  title: '应答能被客户端原样接受',
  why: '有些应答在终端里看起来正常，却会让客户端的网络库放弃：小程序只得到错误，得不到状态码和数据。',
  howToFix:
    'Location 和 Content-Disposition 只发送一次，不要返回 407，只有真正压缩过的内容才声明 Content-Encoding，且只压缩一次。',
  pass: ({ paths }) => `没有妨碍客户端的内容（${paths.join('、')}）`,
  unknown: {
    'not-decoded': '响应体使用了 hefa 无法解开的压缩方式',
    'no-answer': '该路径没有应答',
  },
  reasons: {
    conflict: {
      message: ({ path, field, values: [first, other] }, { subject }) =>
        `${subject}${path} 的 ${FIELDS[field]} 有两个不同的值，Chromium 的网络库会丢弃这样的应答：${first} | ${other}`,
      fix: ({ field }) =>
        field === 'location'
          ? '请只让程序或它前面的网关之一设置 Location。'
          : '请只发送一个 Content-Disposition，并给文件名加引号：引号之外的逗号会被当作第二个值的开头。',
    },
    'proxy-authentication': {
      message: ({ path }, { subject }) =>
        `${subject}${path} 返回 407，这只有代理才能返回：Chromium 和 OkHttp 会丢弃这个应答。`,
      fix: () => '请改为返回 401 或 403。',
    },
    'promised-content': {
      message: ({ path, status, length }, { subject }) =>
        `${subject}${path} 返回没有内容的 ${status}，却声明有 ${length} 字节的内容：OkHttp 会报错，Android 的 HttpURLConnection 就基于它。`,
      fix: ({ status }) => `返回 ${status} 时请不要带响应体和 Content-Length，或改为返回 200。`,
    },
    misframed: {
      message: (evidence, { subject }) => `${subject}${evidence.path} ${wrongWith(evidence)}。`,
      fix: ({ problem }) => FIX_FRAMING[problem],
    },
    unended: {
      message: ({ path, bytes, timeout }, { subject }) =>
        `${subject}${path} 有应答，但收到 ${bytes} 字节、过了 ${timeout / 1000} 秒，响应体仍未结束：客户端会一直等到自己的超时。`,
      fix: () =>
        '请检查 Content-Length 是否大于实际发送的内容，以及程序是否结束了应答。无尽的流无法检查：请写另一个路径。',
    },
    undecodable: {
      message: ({ path, encoding }, { subject }) =>
        `${subject}${path} 声明了 Content-Encoding: ${encoding}，但响应体并不是，客户端无法解码。`,
      fix: () =>
        '请只在一处压缩：设置了 Content-Encoding 的程序必须真正压缩；两处都设置，就等于声明压缩了两次。\n  查看方法：curl -v --compressed URL',
    },
    'ends-early': {
      message: ({ path, encoding }, { subject }) =>
        `${subject}${path} 的响应体在压缩数据（${encoding}）结束之前就结束了：客户端会报错，或只交出开头一部分。`,
      fix: () =>
        '请在压缩之后再计算 Content-Length，并正常结束压缩。预先存放的 .gz 文件可能被截断，请重新生成。',
    },
    damaged: {
      message: ({ path, encoding, how }, { subject }) =>
        how === 'empty'
          ? `${subject}${path} 的响应体为空，却声明了 Content-Encoding: ${encoding}，OkHttp 等客户端会报错。`
          : how === 'surplus'
            ? `${subject}${path} 在压缩数据（${encoding}）之后还发送了其他字节：OkHttp 等客户端会报错，其他客户端会忽略它们。`
            : `${subject}${path} 的压缩数据（${encoding}）校验和不符，OkHttp 等客户端会报错。`,
      fix: ({ how }) =>
        how === 'empty'
          ? '没有响应体时请不要声明 Content-Encoding。'
          : '请检查除压缩程序外还有什么在写响应，或预先存放的 .gz 文件是否损坏。',
    },
    'not-decoded': {
      message: ({ path, encoding }, { subject }) =>
        `${subject}${path} 返回了 hefa 没有解开的压缩内容（${encoding}），无法判断客户端能否解开。`,
      fix: () => '请使用 gzip，或请求所接受的压缩方式。',
    },
    'no-answer': noAnswer,
  },
} satisfies RuleText<typeof rule>
