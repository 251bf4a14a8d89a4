/** What the platforms demand of a mini program's source: levels, numbers, sentences. Data only. */
import type { Citation, Clause } from '../../src/engine/rule.js'
import type { LevelsOf } from '../all.js'
import { ALIPAY_MATCH, clausesOf, mpaasNetwork, wechatGuide, wechatNetwork, wechatSockets } from './cite.js'

/** The same on every platform of ours, but for what stands in `lan` and `download`. */
const UNLISTED = {
  unlisted: 'error',
  'letter-case': 'warning',
  malformed: 'error',
  'no-origin': 'error',
  'missing-value': 'error',
  'not-determined': 'error',
} as const
const METHOD: LevelsOf<'project/method-case'> = { 'lower-case': 'warning', unsupported: 'error' }
const UNUSED: LevelsOf<'project/unused-domain'> = { unused: 'info', 'not-determined': 'info' }
const UNACCOUNTED: LevelsOf<'project/unaccounted-host'> = {
  unaccounted: 'warning',
  local: 'info',
  'in-prose': 'info',
  documentation: 'info',
}
const SILENT: LevelsOf<'project/silent-client'> = { imported: 'warning', required: 'info' }
const SEEN: LevelsOf<'project/seen-host'> = { 'run-time-only': 'info', 'source-only': 'info' }
const STEERING: LevelsOf<'project/scan-setting'> = { 'in-force': 'info', unused: 'warning' }
const SECRET: LevelsOf<'project/app-secret'> = {
  'app-secret': 'error',
  'session-endpoint': 'error',
  'token-endpoint': 'error',
}

const clauses = clausesOf('project')

const SECRET_STAYS = wechatNetwork(
  '开发者应将 appsecret 保存到后台服务器中，通过服务器使用 appsecret 获取 accesstoken，并调用相关 API。',
)
const ONLY_LISTED = wechatNetwork(
  '每个微信小程序需要事先设置一个通讯域名,小程序只可以跟指定的域名与进行网络通信。',
)

const wechat = clauses('ios', 'android', 'devtools')

export const wechatProject: Clause[] = [
  wechat('coverage', 'error', ONLY_LISTED),
  wechat(
    'unlisted-domain',
    { ...UNLISTED, 'unlisted-download': 'error' },
    wechatNetwork(
      '如果不配置端口。如 *https://myserver.com* ,那么请求的 URL 中也不能包含端口,甚至是默认的 443 端口也不可以。',
    ),
    { match: 'origin', hosts: ['api.weixin.qq.com'] },
  ),
  wechat(
    'insecure-scheme',
    { insecure: 'error', lan: 'info' },
    wechatNetwork('小程序必须使用 HTTPS/WSS 发起网络请求。'),
  ),
  wechat(
    'ip-address',
    { address: 'error', localhost: 'error', lan: 'info' },
    wechatNetwork('域名不能使用 IP 地址或 localhost'),
  ),
  wechat(
    'forbidden-host',
    'error',
    wechatNetwork('出于安全考虑，`api.weixin.qq.com` 不能被配置为服务器域名，相关API也不能在小程序内调用。'),
  ),
  wechat('app-secret', SECRET, SECRET_STAYS),
  wechat('url-length', 'warning', wechatGuide('需要留意的是url是有长度限制的，其最大长度是1024字节'), {
    bytes: 1024,
  }),
  wechat(
    'method-case',
    METHOD,
    wechatGuide('（需大写）有效值：OPTIONS, GET, HEAD, POST, PUT, DELETE, TRACE, CONNECT'),
    { methods: ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'] },
  ),
  wechat('referer-header', 'warning', wechatNetwork('网络请求的 referer header 不可设置。')),
  wechat(
    'network-timeout',
    { 'too-long': 'warning', 'too-short': 'warning' },
    wechatNetwork('默认超时时间和最大超时时间都是 60s'),
    { least: 1000, most: 60_000 },
  ),
  wechat(
    'call-option',
    {
      'timeout-too-long': 'warning',
      'timeout-too-short': 'warning',
      'file-type': 'not-demanded',
      'header-value': 'not-demanded',
    },
    wechatNetwork('默认超时时间和最大超时时间都是 60s'),
  ),
  wechat(
    'url-encoding',
    'warning',
    wechatGuide('同时url上的参数需要拼接到字符串里，参数的值还要做一次urlEncode。'),
  ),
  wechat(
    'several-sockets',
    'info',
    wechatSockets(
      '小程序同时只能有一个WebSocket连接,如果当前已经存在一个WebSocket连接,会自动关闭该链接,并重新创建一个WebSocket连接',
    ),
  ),
  wechat(
    'url-check',
    'warning',
    wechatNetwork(
      '在服务器域名配置成功后,建议开发者关闭此选项进行开发,并在各平台下进行测试,以确认服务器域名配置正确。',
    ),
  ),
  wechat('page-resource', 'info', wechatNetwork('如 https 的图片无法加载、音视频无法播放等。')),
  wechat('unaccounted-host', UNACCOUNTED, ONLY_LISTED),
  wechat('silent-client', SILENT, ONLY_LISTED),
  wechat('unused-domain', UNUSED, ONLY_LISTED, { match: 'origin' }),
  wechat('scan-setting', STEERING, ONLY_LISTED),
  wechat('seen-host', SEEN, ONLY_LISTED),
]

const phones = clauses('ios', 'android')
const WHITELIST = mpaasNetwork(
  '小程序在以下 API 调用时只能与白名单中的域名进行通讯:HTTP 请求(my.request)、上传文件(my.uploadFile)。',
)
const NO_LAN = mpaasNetwork(
  '请确认请求 URL 地址在外网是否能正常请求 HTTPS 协议,小程序真机中均为线上环境的正式请求,不能使用局域网本地请求。',
)

/** Alipay's own pages say little of calls: mPaaS, the same client, speaks for both. */
const phoneClauses = (unlisted: Citation): Clause[] => [
  phones('coverage', 'error', unlisted),
  phones('unlisted-domain', { ...UNLISTED, 'unlisted-download': 'warning' }, unlisted, {
    match: 'registrable-domain',
  }),
  phones('insecure-scheme', 'error', mpaasNetwork('my.request 目前只支持 HTTPS 协议的请求。')),
  phones('ip-address', 'error', NO_LAN),
  // The secret is WeChat's, whichever program carries it.
  phones('app-secret', SECRET, SECRET_STAYS),
  phones('method-case', METHOD, mpaasNetwork('my.request 目前支持 GET/POST/PUT/DELETE'), {
    methods: ['GET', 'POST', 'PUT', 'DELETE'],
  }),
  phones(
    'deprecated-api',
    'warning',
    mpaasNetwork('接口 my.httpRequest 将被废弃,请使用 my.request 来代替。'),
  ),
  phones(
    'call-option',
    {
      'timeout-too-long': 'not-demanded',
      'timeout-too-short': 'not-demanded',
      'file-type': 'warning',
      'header-value': 'warning',
    },
    mpaasNetwork('此外,请求头对象里面的 key 和 value 必须是 String 类型。'),
  ),
  // No number is given; 4 KB is what servers and proxies take at the least.
  phones('url-length', 'warning', mpaasNetwork('可能是链接过长导致,建议参数放在 data 中处理。'), {
    bytes: 4096,
  }),
  phones(
    'several-sockets',
    'warning',
    mpaasNetwork(
      '一个小程序同时只能保留一个 WebSocket 连接,如果当前已存在 WebSocket 连接,会自动关闭该连接,并重新创建一个新的 WebSocket 连接。',
    ),
  ),
  phones('referer-header', 'warning', mpaasNetwork('网络请求的 referer Header 不可设置。')),
  phones(
    'url-check',
    'warning',
    mpaasNetwork(
      '开发版测试可以点击 IDE 右上角 > 详情,勾选 忽略 httpRequest 域名合法性检查注意:新版本上架,一定要添加 服务器域名白名单,否则会出现异常。',
    ),
  ),
  phones('page-resource', 'info', mpaasNetwork('建议检查网络环境是否正常,服务器是否稳定。')),
  phones('unaccounted-host', UNACCOUNTED, unlisted),
  phones('silent-client', SILENT, unlisted),
  phones('unused-domain', UNUSED, unlisted, { match: 'registrable-domain' }),
  phones('scan-setting', STEERING, unlisted),
  phones('seen-host', SEEN, unlisted),
]

export const alipayProject = phoneClauses(ALIPAY_MATCH)
export const mpaasProject = phoneClauses(WHITELIST)
