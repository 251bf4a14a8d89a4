/** What each platform demands of its domain list. A quotation is the source's own sentence, in its own language. */
import type { Citation, Clause } from '../../src/engine/rule.js'
import { ALIPAY_MATCH, alipayDocs, clausesOf, wechatNetwork } from './cite.js'

const READ_ON = '2026-11-20'
const cite = (title: string, quote: string, url?: string): Citation => ({
  title,
  ...(url !== undefined && { url }),
  quote,
  readOn: READ_ON,
})

const wechatConsole = (quote: string) =>
  cite('微信小程序后台 · 服务器域名', quote, 'https://github.com/buaa-soft-summer/soft-summer-2022/issues/18')
const mpaasPage = (quote: string) => cite('mPaaS 小程序 · 网络', quote)

/** The same on every platform of ours; where one does not demand a rule it is left out below. */
const LEVELS = {
  scheme: 'error',
  address: 'error',
  localhost: 'error',
  port: {
    'https-port': 'info',
    'default-port': 'warning',
    'wss-port': 'warning',
    undocumented: 'warning',
    forbidden: 'error',
  },
  syntax: { malformed: 'error', several: 'error', 'trailing-slash': 'warning', folded: 'info' },
  limit: 'error',
  duplicate: 'warning',
  subdomain: 'info',
  suffix: { suffix: 'error', 'shared-hosting': 'warning' },
  tld: 'warning',
  filing: {
    'not-given': 'warning',
    'no-site-number': 'warning',
    'app-number': 'error',
    'mini-program-number': 'error',
    'quick-app-number': 'error',
    licence: 'error',
    malformed: 'error',
  },
} as const

const clauses = clausesOf('domain')

const wechat = clauses('ios', 'android', 'devtools')
const WECHAT_ICP = wechatNetwork('域名必须经过 ICP 备案')

export const wechatDomain: Clause[] = [
  wechat(
    'scheme',
    LEVELS.scheme,
    wechatNetwork(
      '域名只支持 `https` (`request`、`uploadFile`、`downloadFile`) 和 `wss` (`connectSocket`) 协议',
    ),
  ),
  wechat(
    'ip-address',
    LEVELS.address,
    wechatNetwork('不能使用 IP 地址（小程序的局域网 IP 除外）或 localhost'),
  ),
  wechat('localhost', LEVELS.localhost, wechatNetwork('域名不能使用 IP 地址或 localhost')),
  wechat(
    'forbidden-host',
    'error',
    wechatNetwork('出于安全考虑，`api.weixin.qq.com` 不能被配置为服务器域名，相关API也不能在小程序内调用。'),
  ),
  wechat(
    'port',
    LEVELS.port,
    wechatNetwork(
      '如果不配置端口。如 *https://myserver.com* ,那么请求的 URL 中也不能包含端口,甚至是默认的 443 端口也不可以。',
    ),
    { ports: 'allow' },
  ),
  wechat('syntax', LEVELS.syntax, wechatConsole('只支持英文大小写字母、数字、“:”及“-”')),
  wechat('limit', LEVELS.limit, wechatNetwork('对于每个接口,分别可以配置最多 20 个域名'), { per: 'api' }),
  wechat('duplicate', LEVELS.duplicate, wechatNetwork('对于每个接口,分别可以配置最多 20 个域名')),
  wechat('subdomain', LEVELS.subdomain, wechatNetwork('不支持配置父域名，使用子域名'), { match: 'host' }),
  wechat('public-suffix', LEVELS.suffix, WECHAT_ICP),
  wechat('icp-tld', LEVELS.tld, WECHAT_ICP),
  wechat('icp-filing', LEVELS.filing, WECHAT_ICP),
]

const phones = clauses('ios', 'android')
const ALIPAY_HTTPS = alipayDocs('服务器域名白名单', '小程序只支持 HTTPS 域名配置')
const ALIPAY_ICP = alipayDocs('如何申请 SSL 证书', '小程序中接口请求和 webview 嵌入的域名需要备案')
const ALIPAY_LIMIT = cite('支付宝开放平台 · alipay.open.mini.safedomain.create', '每个应用最多可添加30个 URL')

export const alipayDomain: Clause[] = [
  phones('scheme', LEVELS.scheme, ALIPAY_HTTPS),
  phones('ip-address', LEVELS.address, ALIPAY_HTTPS),
  phones('localhost', LEVELS.localhost, ALIPAY_HTTPS),
  phones('port', LEVELS.port, ALIPAY_HTTPS, { ports: 'undocumented' }),
  phones('syntax', LEVELS.syntax, ALIPAY_HTTPS),
  phones('limit', LEVELS.limit, ALIPAY_LIMIT, { per: 'app' }),
  phones('duplicate', LEVELS.duplicate, ALIPAY_LIMIT),
  phones('subdomain', LEVELS.subdomain, ALIPAY_MATCH, { match: 'registrable-domain' }),
  phones('public-suffix', LEVELS.suffix, ALIPAY_MATCH),
  phones('icp-tld', LEVELS.tld, ALIPAY_ICP),
  phones('icp-filing', LEVELS.filing, ALIPAY_ICP),
]

const MPAAS_HTTPS = mpaasPage('my.request 目前只支持 HTTPS 协议的请求。')
const MPAAS_LIST = mpaasPage(
  '小程序在以下 API 调用时只能与白名单中的域名进行通讯:HTTP 请求(my.request)、上传文件(my.uploadFile)。',
)
const MPAAS_LIMIT = cite(
  'mPaaS 小程序 · 小程序权限控制',
  '最多可添加 30 个域名',
  'https://help.aliyun.com/document_detail/169867.html',
)

export const mpaasDomain: Clause[] = [
  phones('scheme', LEVELS.scheme, MPAAS_HTTPS),
  phones('ip-address', LEVELS.address, MPAAS_LIST),
  phones('localhost', LEVELS.localhost, MPAAS_LIST),
  phones('port', LEVELS.port, MPAAS_LIST, { ports: 'undocumented' }),
  phones('syntax', LEVELS.syntax, MPAAS_LIST),
  phones('limit', LEVELS.limit, MPAAS_LIMIT, { per: 'app' }),
  phones('duplicate', LEVELS.duplicate, MPAAS_LIMIT),
  phones('subdomain', LEVELS.subdomain, ALIPAY_MATCH, { match: 'registrable-domain' }),
  phones('public-suffix', LEVELS.suffix, MPAAS_LIST),
  phones('icp-tld', LEVELS.tld, ALIPAY_ICP),
  phones('icp-filing', LEVELS.filing, ALIPAY_ICP),
]
