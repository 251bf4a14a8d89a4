/** What WeChat's pages say, sentence by sentence, in their own words. Data only. */
import type { QuotationIn } from '../demands/quotations/types.js'
import type { DOCUMENTS } from './documents.js'

export { DOCUMENTS } from './documents.js'

export const QUOTATIONS = {
  'wechat.only-listed': {
    document: 'wechat-network-2018',
    text: '每个微信小程序需要事先设置一个通讯域名,小程序只可以跟指定的域名与进行网络通信。',
  },
  'wechat.schemes': {
    document: 'wechat-network-2017',
    text: '域名只支持 `https` (`request`、`uploadFile`、`downloadFile`) 和 `wss` (`connectSocket`) 协议',
  },
  'wechat.no-address': { document: 'wechat-network-2018', text: '域名不能使用 IP 地址或 localhost' },
  'wechat.lan-address': {
    document: 'wechat-network',
    text: '域名不能使用 IP 地址（小程序的局域网 IP 除外）或 localhost',
  },
  'wechat.lan-calls': {
    document: 'wechat-network',
    text: '从基础库 2.4.0 开始，网络接口允许与局域网 IP 通信，但要注意 不允许与本机 IP 通信。',
  },
  'wechat.tcp': {
    document: 'wechat-network',
    text: '从 2.18.0 开始，提供了 TCP 连接（wx.createTCPSocket），只允许与同个局域网内的非本机 IP 以及配置过的服务器域名通信。',
  },
  'wechat.tcp-ports': { document: 'wechat-tcp', text: '禁止与以下端口号连接：1024 以下 1099 1433 1521' },
  'wechat.udp': {
    document: 'wechat-udp',
    text: '在基础库 <= 2.9.3 版本必须是和本机同网段的 IP 地址，或安全域名列表内的域名地址；之后版本可以是任意 IP 和域名',
  },
  'wechat.port': {
    document: 'wechat-network-2018',
    text: '可以配置端口,如 *https://myserver.com:8080* ,但是配置后只能向 *https://myserver.com:8080* 发起请求。',
  },
  'wechat.default-port': {
    document: 'wechat-network-2018',
    text: '如果不配置端口。如 *https://myserver.com* ,那么请求的 URL 中也不能包含端口,甚至是默认的 443 端口也不可以。',
  },
  'wechat.wss-port': {
    document: 'wechat-network',
    text: '对于 wss 域名，无需配置端口，默认允许请求该域名下所有端口。',
  },
  'wechat.no-port': { document: 'wechat-summary', text: '域名不能使用IP地址和localhost,且不能带端口号' },
  'wechat.characters': { document: 'wechat-console', text: '只支持英文大小写字母、数字、“:”及“-”' },
  'wechat.limit': { document: 'wechat-network-2018', text: '对于每个接口,分别可以配置最多 20 个域名' },
  'wechat.parent': { document: 'wechat-network', text: '不支持配置父域名，使用子域名' },
  'wechat.filing': { document: 'wechat-network-2018', text: '域名必须经过 ICP 备案' },
  'wechat.forbidden-host': {
    document: 'wechat-network-2017',
    text: '出于安全考虑，`api.weixin.qq.com` 不能被配置为服务器域名，相关API也不能在小程序内调用。',
  },
  'wechat.secret': {
    document: 'wechat-network-2017',
    text: '开发者应将 appsecret 保存到后台服务器中，通过服务器使用 appsecret 获取 accesstoken，并调用相关 API。',
  },
  'wechat.https': { document: 'wechat-network-2018', text: '小程序必须使用 HTTPS/WSS 发起网络请求。' },
  'wechat.checked': {
    document: 'wechat-network-2018',
    text: '请求时系统会对服务器域名使用的 HTTPS 证书进行校验,如果校验失败,则请求不能成功发起。',
  },
  'wechat.strictness': {
    document: 'wechat-network-2018',
    text: '由于系统限制,不同平台对于证书要求的严格程度不同。',
  },
  'wechat.highest': {
    document: 'wechat-network-2018',
    text: '为了保证小程序的兼容性,建议开发者按照最高标准进行证书配置,并使用相关工具检查现有证书是否符合要求。',
  },
  'wechat.valid': { document: 'wechat-network-2018', text: 'HTTPS 证书必须有效' },
  'wechat.trusted': {
    document: 'wechat-network-2018',
    text: '证书必须被系统信任,即根证书被已系统内置',
  },
  'wechat.name': {
    document: 'wechat-network-2018',
    text: '部署 SSL 证书的网站域名必须与证书颁发的域名一致',
  },
  'wechat.dates': { document: 'wechat-network-2018', text: '证书必须在有效期内' },
  'wechat.chain': { document: 'wechat-network-2018', text: '证书的信任链必需完整(需要服务器配置)' },
  'wechat.self-signed': { document: 'wechat-network-2018', text: 'iOS 不支持自签名证书' },
  'wechat.ats': {
    document: 'wechat-network-2018',
    text: 'iOS 下证书必须满足苹果 App Transport Security (ATS) 的要求',
  },
  'wechat.tls': { document: 'wechat-network-2018', text: 'TLS 必须支持 1.2 及以上版本。' },
  'wechat.old-android': {
    document: 'wechat-network-2018',
    text: '部分旧 Android 机型还未支持 TLS 1.2, 请确保 HTTPS 服务器的 TLS 版本支持 1.2 及以下版本',
  },
  'wechat.distrusted': {
    document: 'wechat-network-2018',
    text: '部分 CA 可能不被操作系统信任,请开发者在选择证书时注意小程序和各系统的相关通告。',
  },
  'wechat.timeout': { document: 'wechat-network-2018', text: '默认超时时间和最大超时时间都是 60s' },
  'wechat.short-timeout': {
    document: 'wechat-guide',
    text: '检查app.json配置的超时时间配置是否太短，超时时间太短会导致还没收到回报就触发fail回调。',
  },
  'wechat.referer': { document: 'wechat-network-2018', text: '网络请求的 referer header 不可设置。' },
  'wechat.referer-form': {
    document: 'wechat-network-2018',
    text: '其格式固定为 https://servicewechat.com/{appid}/{version}/page-frame.html',
  },
  'wechat.charset': {
    document: 'wechat-network-2018',
    text: '建议服务器返回值使用 UTF-8 编码。对于非 UTF-8 编码,小程序会尝试进行转换,但是会有转换失败的可能。',
  },
  'wechat.byte-order-mark': {
    document: 'wechat-network-2018',
    text: '小程序会自动对 BOM 头进行过滤(只过滤一个BOM头)。',
  },
  'wechat.any-status': {
    document: 'wechat-network-2018',
    text: '只要成功接收到服务器返回,无论 statusCode 是多少,都会进入 success 回调。请开发者根据业务逻辑对返回值进行判断。',
  },
  'wechat.media': { document: 'wechat-network-2018', text: '如 https 的图片无法加载、音视频无法播放等。' },
  'wechat.check-on': {
    document: 'wechat-network-2018',
    text: '在服务器域名配置成功后,建议开发者关闭此选项进行开发,并在各平台下进行测试,以确认服务器域名配置正确。',
  },
  'wechat.redirect': {
    document: 'wechat-guide',
    text: '检查发出去的请求是否302到其他域名的接口，这种302的情况会被视为请求别的域名接口导致无法发起请求。',
  },
  'wechat.url-length': {
    document: 'wechat-guide',
    text: '需要留意的是url是有长度限制的，其最大长度是1024字节',
  },
  'wechat.url-encoding': {
    document: 'wechat-guide',
    text: '同时url上的参数需要拼接到字符串里，参数的值还要做一次urlEncode。',
  },
  'wechat.methods': {
    document: 'wechat-guide',
    text: '（需大写）有效值：OPTIONS, GET, HEAD, POST, PUT, DELETE, TRACE, CONNECT',
  },
  'wechat.json': {
    document: 'wechat-guide',
    text: '回包的内容格式，如果设为json，会尝试对返回的数据做一次 JSON解析',
  },
  'wechat.close-reason': {
    document: 'wechat-summary',
    text: '这个字符串必须是不长于123字节的UTF-8 文本(不是字符)',
  },
  'wechat.one-socket': {
    document: 'wechat-summary',
    text: '小程序同时只能有一个WebSocket连接,如果当前已经存在一个WebSocket连接,会自动关闭该链接,并重新创建一个WebSocket连接',
  },
} as const satisfies Record<string, QuotationIn<typeof DOCUMENTS>>
