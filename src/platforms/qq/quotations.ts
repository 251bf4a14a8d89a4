/** What QQ's pages say, sentence by sentence, in their own words. Data only. */
import type { Document, QuotationIn } from '../demands/quotations/types.js'

export const DOCUMENTS = {
  'qq-network': {
    title: { zh: 'QQ 小游戏 · 网络', en: 'QQ mini games · Network' },
    url: 'https://q.qq.com/wiki/develop/game/frame/ability/network.html',
    readOn: '2026-11-27',
    language: 'zh',
  },
  'qq-basic-network': {
    title: { zh: 'QQ 小程序 · 网络', en: 'QQ mini programs · Network' },
    url: 'https://q.qq.com/wiki/develop/miniprogram/frame/basic_ability/basic_network.html',
    readOn: '2026-11-27',
    language: 'zh',
  },
} as const satisfies Record<string, Document>

export const QUOTATIONS = {
  'qq.only-listed': {
    document: 'qq-network',
    text: '每个QQ小程序需要事先设置一个通讯域名,小程序只可以跟指定的域名与进行网络通信。',
  },
  'qq.schemes': {
    document: 'qq-network',
    text: '域名只支持 https (qq.request、qq.uploadFile、qq.downloadFile ) 和 wss (qq.connectSocket) 协议;',
  },
  'qq.no-address': { document: 'qq-network', text: '域名不能使用 IP 地址或 localhost;' },
  'qq.port': {
    document: 'qq-network',
    text: '可以配置端口,如 https://myserver.com:8080,但是配置后只能向 https://myserver.com:8080 发起请求。',
  },
  'qq.default-port': {
    document: 'qq-network',
    text: '如果不配置端口。如 https://myserver.com,那么请求的 URL 中也不能包含端口,甚至是默认的 443 端口也不可以。',
  },
  'qq.filing': { document: 'qq-network', text: '域名必须经过 ICP 备案;' },
  'qq.limit': { document: 'qq-network', text: '对于每个接口,分别可以配置最多 20 个域名。' },
  'qq.forbidden-host': {
    document: 'qq-basic-network',
    text: 'api.q.qq.com 不能被配置为服务器域名,相关API也不能在小程序内调用。',
  },
  'qq.timeout': { document: 'qq-network', text: '默认超时时间和最大超时时间都是 60s' },
  'qq.referer': {
    document: 'qq-basic-network',
    text: 'referer header 不可设置。其格式固定为 https://appservice.qq.com/{appid}/{version}/page-frame.html',
  },
  'qq.charset': {
    document: 'qq-network',
    text: '建议服务器返回值使用 UTF-8 编码。对于非 UTF-8 编码,小程序会尝试进行转换,但是会有转换失败的可能。',
  },
  'qq.any-status': { document: 'qq-basic-network', text: 'statusCode 是多少,都会进入 success 回调。' },
  'qq.https': { document: 'qq-basic-network', text: '小程序必须使用 HTTPS/WSS 发起网络请求。' },
  'qq.checked': {
    document: 'qq-basic-network',
    text: '请求时系统会对服务器域名使用的 HTTPS 证书进行校验,如果校验失败,则请求不能成功发起。',
  },
  'qq.strictness': {
    document: 'qq-basic-network',
    text: '由于系统限制,不同平台对于证书要求的严格程度不同。',
  },
  'qq.highest': {
    document: 'qq-basic-network',
    text: '为了保证小程序的兼容性,建议开发者按照最高标准进行证书配置,并使用相关工具检查现有证书是否符合要求。',
  },
  'qq.self-signed': { document: 'qq-basic-network', text: 'iOS 不支持自签名证书;' },
  'qq.ats': {
    document: 'qq-basic-network',
    text: 'iOS 下证书必须满足苹果 App Transport Security (ATS) 的要求;',
  },
} as const satisfies Record<string, QuotationIn<typeof DOCUMENTS>>
