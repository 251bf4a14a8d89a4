/** What Douyin's pages say, sentence by sentence, in their own words. Data only. */
import type { Document, QuotationIn } from '../demands/quotations/types.js'

const page = (zh: string, en: string, url: string): Document => ({
  title: { zh: `抖音开放平台 · ${zh}`, en: `Douyin open platform · ${en}` },
  url,
  readOn: '2026-11-27',
  language: 'zh',
})

export const DOCUMENTS = {
  'douyin-network': page(
    '网络 JS API 调用说明',
    'Notes on the network APIs',
    'https://developer.open-douyin.com/docs/resource/zh-CN/mini-app/develop/api/network/network',
  ),
  'douyin-network-older': page(
    '小程序 · 网络',
    'Mini programs · Network',
    'https://microapp.bytedance.com/docs/zh-CN/mini-app/develop/guide/basic-ability/network/',
  ),
  'douyin-game-network': page(
    '小游戏 · 网络请求',
    'Mini games · Network requests',
    'https://developer.open-douyin.com/docs/resource/zh-cn/mini-game/develop/guide/basic-function/network',
  ),
  'douyin-modify-domain': page(
    '修改服务器域名 V2',
    'Changing server domains, version 2',
    'https://developer.open-douyin.com/docs/resource/zh-CN/thirdparty/API/smallprogram/auth-app-manage/base-info/modify-domain-v2',
  ),
} as const satisfies Record<string, Document>

export const QUOTATIONS = {
  'douyin.only-listed': {
    document: 'douyin-network',
    text: '每个小程序使用网络相关的 API 前需要事先设置域名白名单,小程序只能与白名单中指定的域名进行网络通信。',
  },
  'douyin.schemes': { document: 'douyin-network', text: '配置的域名只支持 HTTPS 协议。' },
  'douyin.no-address': {
    document: 'douyin-network',
    text: '配置的域名不能使用 IP 地址(小程序的局域网 IP 除外)或 localhost',
  },
  'douyin.port': {
    document: 'douyin-network',
    text: '可以配置端口,如 https://server.com:8080,但是配置后只能向 https://server.com:8080 发起请求。',
  },
  'douyin.default-port': {
    document: 'douyin-network',
    text: '如果不配置端口。如 https://server.com,那么请求的URL 中也不能包含端口,甚至是默认的 443 端口也不可以。',
  },
  'douyin.filing': { document: 'douyin-network', text: '配置的域名必须经过 ICP 备案。' },
  'douyin.limit': { document: 'douyin-modify-domain', text: '域名数量超过限制,最多设置 20 个' },
  'douyin.timeout': { document: 'douyin-network', text: '默认超时时间和最大超时时间都是 60s。' },
  'douyin.referer': {
    document: 'douyin-network',
    text: '网络请求的请求头中的 referer 字段和 user-agent不可设置。',
  },
  'douyin.charset': {
    document: 'douyin-network',
    text: '建议服务器返回值使用 UTF-8 编码。对于非 UTF-8 编码,小程序会尝试进行转换,但是会有转换失败的可能。',
  },
  'douyin.any-status': {
    document: 'douyin-network',
    text: '只要成功接收到服务器返回,无论 statusCode 是多少,都会进入 success 回调。请开发者根据业务逻辑对返回值进行判断。',
  },
  'douyin.https': { document: 'douyin-network-older', text: '小程序必须使用 HTTPS/WSS 发起网络请求。' },
  'douyin.strictness': {
    document: 'douyin-network-older',
    text: '由于系统限制,不同平台对于证书要求的严格程度不同。',
  },
  'douyin.highest': {
    document: 'douyin-network-older',
    text: '为了保证小程序的兼容性,建议开发者按照最高标准进行证书配置,并使用相关工具检查现有证书是否符合要求。',
  },
  'douyin.valid': { document: 'douyin-network-older', text: 'HTTPS 证书必须有效' },
  'douyin.trusted': {
    document: 'douyin-network-older',
    text: '证书必须被系统信任,即根证书被已系统内置',
  },
  'douyin.name': {
    document: 'douyin-network-older',
    text: '部署 SSL 证书的网站域名必须与证书颁发的域名一致',
  },
  'douyin.dates': { document: 'douyin-game-network', text: '证书必须在有效期内。' },
  'douyin.chain': { document: 'douyin-game-network', text: '证书的信任链必需完整(需要服务器配置)。' },
  'douyin.self-signed': { document: 'douyin-game-network', text: 'iOS 不支持自签名证书。' },
  'douyin.tls': { document: 'douyin-game-network', text: 'TLS 必须支持 1.2 及以上版本。' },
  'douyin.distrusted': {
    document: 'douyin-game-network',
    text: '部分 CA 可能不被操作系统信任,请开发者在选择证书时注意小游戏和各系统的相关通告。',
  },
  'douyin.media': {
    document: 'douyin-game-network',
    text: '如 HTTPS 的图片无法加载、音视频无法播放等。',
  },
} as const satisfies Record<string, QuotationIn<typeof DOCUMENTS>>
