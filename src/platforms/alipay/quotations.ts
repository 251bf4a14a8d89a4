/** What Alipay's pages say, sentence by sentence, in their own words. Data only. */
import type { QuotationIn } from '../demands/quotations/types.js'
import type { DOCUMENTS } from './documents.js'

export { DOCUMENTS } from './documents.js'

export const QUOTATIONS = {
  'alipay.https-domains': { document: 'alipay-network', text: '小程序只支持 HTTPS 域名配置。' },
  'alipay.https': { document: 'alipay-network', text: '小程序必须使用 HTTPS/WSS 发起网络请求。' },
  'alipay.wss': { document: 'alipay-socket-scheme', text: 'URL 参数请求连接更换成 wss 协议。' },
  'alipay.no-address': {
    document: 'alipay-request-faq',
    text: 'my.request 暂不支持 IP 地址请求，不支持 HTTP 请求，请使用 HTTPS 请求。',
  },
  'alipay.no-localhost': {
    document: 'alipay-request-faq',
    text: 'my.request 不建议使用关于 127.0.0.1 的测试请求。',
  },
  'alipay.only-listed': {
    document: 'alipay-network',
    text: '小程序在以下 API 调用时只能与白名单中的域名进行通讯：HTTP 请求（my.request）、上传文件（my.uploadFile）。',
  },
  'alipay.match': { document: 'alipay-network', text: '服务器域名白名单是以一级域名进行匹配的' },
  'alipay.limit': { document: 'alipay-safe-domain', text: '每个应用最多可添加30个 URL' },
  'alipay.filing': {
    document: 'alipay-packing',
    text: '添加的域名必须支持 HTTPS 协议，而且已经完成备案。',
  },
  'alipay.outside': {
    document: 'alipay-request-faq',
    text: '请确认请求 URL 地址在外网是否能正常请求，HTTPS 协议，小程序真机上都是线上环境的正式请求，不能使用局域网本地请求。',
  },
  'alipay.checked': {
    document: 'alipay-network',
    text: '请求时系统会对服务器域名使用的 HTTPS 证书进行校验，如果校验失败，则请求不能成功发起。',
  },
  'alipay.strictness': {
    document: 'alipay-network',
    text: '由于系统限制，不同平台对于证书要求的严格程度不同。',
  },
  'alipay.highest': {
    document: 'alipay-network',
    text: '为了保证小程序的兼容性，建议开发者按照最高标准进行证书配置，并使用相关工具检查现有证书是否符合要求。',
  },
  'alipay.chain': { document: 'alipay-json', text: '保证 SSL 证书链完整并且证书不过期' },
  'alipay.json': {
    document: 'alipay-json',
    text: 'my.request 设置了 dataType=json 或者没有设置 dataType 时，服务端返回响应的结果为非 JSON 字符串就会报此错误。',
  },
  'alipay.byte-order-mark': {
    document: 'alipay-json',
    text: '如果服务端是 PHP 或 .net，可检查响应的内容中是否携带了 bom',
  },
  'alipay.timeout': {
    document: 'alipay-request-faq',
    text: 'my.request 默认超时时间为 30s，上限为 60s，可根据实际业务情况设置超时时间。',
  },
  'alipay.status': {
    document: 'alipay-request-faq',
    text: '一般如：HTTP 404、500、504 等异常错误，建议打开 **IDE** **调试器 > Network** 可以查看具体的错误信息，然后根据对应 HTTP 错误码对症处理。',
  },
  'alipay.methods': { document: 'alipay-request', text: 'my.request 目前支持 GET/POST/PUT/DELETE' },
  'alipay.formats': {
    document: 'alipay-request-errors',
    text: '表示解码失败，检查前端服务端请求和响应数据格式是否一致',
  },
  'alipay.headers': {
    document: 'alipay-request-faq',
    text: '此外，请求头对象里面的 key 和 value 必须是 String 类型。',
  },
  'alipay.file-type': {
    document: 'alipay-upload-file',
    text: '此参数已废弃，无须传入。但目前 IDE 模拟器仍会对该字段做校验，只接受 image / video / audio 三者之一。',
  },
  'alipay.url-length': {
    document: 'alipay-request-faq',
    text: '可能是链接过长导致，建议参数放在 data 中处理。',
  },
  'alipay.several-sockets': {
    document: 'alipay-connect-socket',
    text: '入参传递 multiple = true 时，可返回一个 SocketTask 实例，可以据此同时进行多个 WebSocket 连接。',
  },
  'alipay.referer': {
    document: 'alipay-network',
    text: '小程序会自带 HTTP Referer，暂时不支持自定义设置 HTTP Referer。',
  },
  'alipay.old-request': {
    document: 'alipay-request-faq',
    text: '支付宝客户端已不再维护 my.httpRequest，建议使用 my.request。',
  },
  'alipay.check-on': {
    document: 'alipay-request-errors',
    text: '注意：版本上架，一定要添加服务器域名白名单，否正会出现异常。',
  },
  'alipay.misspelt': {
    document: 'alipay-no-permission',
    text: 'request 请求的地址域名可能写错，导致跟配置的请求白名单域名不一致，请仔细检查。',
  },
} as const satisfies Record<string, QuotationIn<typeof DOCUMENTS>>
