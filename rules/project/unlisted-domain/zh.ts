import type { UndeterminedReason } from '../../../src/facts/index.js'
import type { About, RuleText } from '../../../src/i18n/types.js'
import { listsByApi, on, withRelease } from '../../../src/i18n/zh/domain-words.js'
import { type Cause, causesOf } from './causes.js'
import type rule from './rule.js'

const WHY: Record<Cause, string> = {
  parameter: '它是参数，没有找到传入确定值的调用者',
  'server-data': '它来自服务器应答、本地存储或 await',
  import: '它来自找不到的模块',
  computed: '它由无法推算的运算得出',
  missing: '调用没有写 URL',
  cloud: '它写在云服务的控制台里',
  'no-server': '它只是路径，而请求需要完整的 URL',
  limit: '可能的值太多，或推算步骤太长',
  unset: '它由构建时的环境变量给出，而这里没有文件写明它的值',
}

/** How many names of one missing thing are listed. */
const TOLD = 3

/** The names that are missing along with the first one. */
function also(first: string, others: readonly { name: string }[], quote: string): string {
  const more = new Set(others.map(({ name }) => name).filter((name) => name !== first))
  const names = [...more].map((name) => `${quote}${name}${quote}`)
  if (names.length < TOLD) return names.map((name) => `、${name}`).join('')
  return `、${names[0]} 等 ${names.length + 1} 项`
}

/** Whom a file calls, as far as it is known. */
function asked(origins: readonly string[]): string {
  if (origins.length === 0) return '服务器'
  const rest = origins.length - TOLD
  return ` ${origins.slice(0, TOLD).join('、')}${rest > 0 ? ` 等 ${origins.length} 个源` : ''} `
}

const causes = (
  whys: readonly UndeterminedReason[],
  first: string,
  others: readonly { name: string }[],
): string =>
  causesOf(whys, [first, ...others.map(({ name }) => name)])
    .map((cause) => WHY[cause])
    .join('，或')

/** What to write, by the reason it is unknown. */
function answerOf(defines: string[], why: UndeterminedReason, files: string[]): string {
  const accepts = [...new Set(files)].slice(0, TOLD).map((file) => {
    return `  { "file": ${JSON.stringify(file)}, "reason": "…", "until": "YYYY-MM-DD" }`
  })
  // On lines of its own, to be copied; a report cuts lines that are too long.
  const accept = `\n"scan": { "accept": [\n${accepts.join(',\n')}\n] }`
  const pairs = defines.flatMap((one) => (one === '' ? [] : `${JSON.stringify(one)}: "https://…"`))
  const value = pairs.length === 0 ? '' : `"scan": { "define": { ${pairs.slice(0, TOLD).join(', ')} } }`
  if (why === 'import' && value !== '') return `请按正式版的内容把该模块放到引用的位置；或在配置中写 ${value}`
  if (why === 'parameter')
    return `如果调用的方式无法跟踪，请写明代码调用的函数："scan": { "clients": { "http.get": { "api": "request", "url": 0, "base": "https://…" } } }；或列出它可能的所有主机并接受这一项：${accept}`
  if (why === 'no-server')
    return `请写完整的 URL：手机会拒绝只有路径的请求。如果另有代码在前面加上服务器，请列出该服务器并接受这一项：${accept}`
  const list = `列出它可能的所有主机并接受这一项：${accept}`
  return value === '' ? `请写成常量；或${list}` : `请在配置中写 ${value}；或${list}`
}

const SOCKET: Record<string, string> = { connectSocket: 'wss' }

type Unlisted = {
  api: string
  origin: string
  host: string
  hint: string
  listed: string
  apis: string[]
}

const HINTS: Record<string, (found: Unlisted) => string> = {
  none: () => '',
  'other-api': ({ listed, apis }) => `${listed} 只配置在 ${apis.join('、')} 中。`,
  'other-port': ({ listed }) => `已配置的 ${listed} 端口不同；端口按文字比较，:443 也不例外。`,
  'other-scheme': ({ listed }) => `已配置的 ${listed} 协议不同。`,
  misspelled: ({ listed }) => `已配置的是 ${listed}，两者之一可能写错。`,
}

const unlisted = {
  message: (found: Unlisted, about: About) => {
    const place = on(about, ({ lists }) => lists.per === 'app') ? '域名白名单' : ` ${found.api} 合法域名`
    return `${found.api} 调用了 ${found.origin}，但它不在${place}中。${HINTS[found.hint]?.(found) ?? ''}`
  },
  fix: ({ api, origin, host, hint, listed }: Unlisted, about: About) => {
    const scheme = SOCKET[api] ?? 'https'
    const entry =
      api === 'connectSocket' ? `wss://${host}` : origin.toLowerCase().replace(/^[a-z]+:/, `${scheme}:`)
    if (hint === 'other-port') return `请调用 ${listed}，或把 ${entry} 一字不差地加入配置。`
    if (hint === 'other-scheme') return `请在代码中写 ${entry}，并按此配置。`
    if (hint === 'misspelled') return `请改正拼写：配置的是 ${listed}，调用的是 ${origin}。`
    const where = on(about, listsByApi)
      ? `小程序后台（开发管理 → 服务器域名）的 ${api} 和配置文件`
      : '服务器域名白名单和配置文件'
    return withRelease(`请把 ${entry} 加入${where}，或去掉这个调用。`, about)
  },
}

export default {
  title: '代码调用的主机都在该接口的域名列表中',
  why: '调用未配置的域名，在所有手机上都会报“url not in domain list”，而开发者工具和打开调试的体验版却能通过。',
  howToFix:
    '把代码中写的源（协议、域名、端口）一字不差地配置到调用它的接口下；支付宝和 mPaaS 之后还要重新打包上传。URL 无法确定时，请用源码中的常量拼成，或在配置中列出所有可能的主机，并加 --allow-unknown 运行。',
  pass: () => '调用的主机都已配置',
  unknown: {
    'no-origin': 'URL 以路径开头，框架可能会在前面补上域名',
    'missing-value': 'URL 取决于源码中没有的值',
    'not-determined': '从源码无法确定某次调用的 URL',
    'udp-not-determined': '从源码无法确定 UDP 套接字发往的地址',
    'may-be-file': '从源码无法确定文件是否来自服务器',
    'not-reached': '有调用的文件没有任何代码引用',
  },
  reasons: {
    unlisted,
    'unlisted-download': unlisted,
    'letter-case': {
      message: ({ origin, plain }) => `${origin} 在列表中写作 ${plain}；手机是否忽略这种差别没有文档说明。`,
      fix: ({ plain }) => `请在代码中写 ${plain}。`,
    },
    malformed: {
      message: ({ origin }) => `${origin} 不是单纯的协议、域名和端口，不会与列表中任何一项相同。`,
      fix: ({ api }) => `请写成 ${SOCKET[api] ?? 'https'}:// 加域名，只有列表中带端口时才写端口。`,
    },
    'no-origin': {
      message: ({ callee, text }) => `${callee} 调用的 ${JSON.stringify(text)} 没有主机名。`,
      fix: () =>
        '请写完整的 URL，以 https:// 或 wss:// 开头。主机名由拦截器补上时，请配置该主机，并加 --allow-unknown 运行。',
    },
    'missing-value': {
      message: ({ name, why, whys = [why], callCount = 1, others = [] }) =>
        why === 'no-server'
          ? `以 ${name}${also(name, others, '')} 开头的 URL 没有写服务器（调用：${callCount} 个）。`
          : `\`${name}\`${also(name, others, '`')} 的值无法确定（依赖它的调用：${callCount} 个）：${causes(whys, name, others)}。`,
      fix: ({ define, why, file, sure, others = [] }) =>
        sure
          ? '请写完整的 URL，以 https:// 或 wss:// 开头：真机会拒绝只有路径的 URL。'
          : answerOf([define, ...others.map((one) => one.define)], why, [
              file,
              ...others.flatMap((one) => one.file ?? []),
            ]),
    },
    'not-determined': {
      message: ({ callee, why, callCount = 1 }) =>
        `${callee}：无法确定 URL${callCount > 1 ? `（调用：${callCount} 个）` : ''}：${WHY[why]}。`,
      fix: () =>
        '请用源码中的常量拼出 URL；或在配置中列出它可能的所有主机，自行确认没有其他主机，并加 --allow-unknown 运行。',
    },
    'udp-not-determined': {
      message: ({ callee, name, why }) =>
        name === ''
          ? `${callee}：无法确定地址：${WHY[why]}。`
          : `${callee}：地址取决于 \`${name}\`，它的值无法确定：${WHY[why]}。`,
      fix: () => '如果是用户自己局域网中的设备，无需修改；否则请把它可能的所有域名列入 udp 合法域名。',
    },
    'may-be-file': {
      message: ({ callee, name, callCount = 1 }) =>
        `${callee} 的${name === '' ? '参数' : ` \`${name}\` `}无法确定（调用：${callCount} 个）：服务器上的文件要求该服务器在 downloadFile 合法域名中，本地文件则不需要。`,
      fix: () => '请把这类文件可能来自的所有主机列入 downloadFile 合法域名；本地文件无需处理。',
    },
    'not-reached': {
      message: ({ file, callCount = 1, origins }) =>
        `对${asked(origins)}的调用（${callCount} 个）不计入，因为没有页面、组件或入口引用它们所在的文件：${file}。`,
      fix: () => '如果没有代码使用它，请删除该文件；如果有，请列出它可能调用的所有主机。',
    },
  },
} satisfies RuleText<typeof rule>
