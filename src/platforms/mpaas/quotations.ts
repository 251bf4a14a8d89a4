/** What mPaaS's pages say, sentence by sentence, in their own words. Data only. */
import type { QuotationIn } from '../demands/quotations/types.js'
import type { DOCUMENTS } from './documents.js'

export { DOCUMENTS } from './documents.js'

export const QUOTATIONS = {
  'mpaas.https': { document: 'mpaas-network', text: 'my.request 目前只支持 HTTPS 协议的请求。' },
  'mpaas.https-domains': {
    document: 'mpaas-permissions',
    text: '此处仅支持 HTTPS 协议的服务器域名，对于非 HTTPS 的域名，在调用时会被拦截。',
  },
  'mpaas.wss': {
    document: 'mpaas-network',
    text: '从 2019 年 5 月开始新创建的小程序,默认强制使用 HTTPS 和 WSS 协议,不再支持 HTTP 和 WS 协议。',
  },
  'mpaas.only-listed': {
    document: 'mpaas-network',
    text: '小程序在以下 API 调用时只能与白名单中的域名进行通讯:HTTP 请求(my.request)、上传文件(my.uploadFile)。',
  },
  'mpaas.limit': { document: 'mpaas-permissions', text: '最多可添加 30 个域名' },
  'mpaas.outside': {
    document: 'mpaas-network',
    text: '请确认请求 URL 地址在外网是否能正常请求 HTTPS 协议,小程序真机中均为线上环境的正式请求,不能使用局域网本地请求。',
  },
  'mpaas.checked': {
    document: 'mpaas-network',
    text: '请求时系统会对服务器域名使用的 HTTPS 证书进行校验,如果校验失败,则请求不能成功发起。',
  },
  'mpaas.strictness': {
    document: 'mpaas-network',
    text: '由于系统限制,不同平台对于证书要求的严格程度不同。',
  },
  'mpaas.highest': {
    document: 'mpaas-network',
    text: '为了保证小程序的兼容性,建议开发者按照最高标准进行证书配置,并使用相关工具检查现有证书,确保其符合要求。',
  },
  'mpaas.formats': { document: 'mpaas-network', text: '建议检查前后端请求和响应数据格式是否一致。' },
  'mpaas.timeout': { document: 'mpaas-network', text: '超时时间,单位为 ms,默认为 30000' },
  'mpaas.status': {
    document: 'mpaas-network',
    text: '如遇见 HTTP 404、500、504 等异常错误,建议打开 IDE 调试器 > Network 以查看具体的错误信息,然后根据对应 HTTP 错误码对症处理。',
  },
  'mpaas.json': {
    document: 'mpaas-network',
    text: '当入参 dataType 值为 json 时,小程序框架会先对返回结果做 JSON.prase 操作,如果解析失败,则会返回 error 为 14 的错误。',
  },
  'mpaas.protocol': {
    document: 'mpaas-network',
    text: 'WebSocket 请求没有指定 Sec-WebSocket-Protocol 请求头',
  },
  'mpaas.socket-answer': { document: 'mpaas-network', text: '服务端返回协议头无效' },
  'mpaas.methods': { document: 'mpaas-network', text: 'my.request 目前支持 GET/POST/PUT/DELETE' },
  'mpaas.old-request': {
    document: 'mpaas-network',
    text: '接口 my.httpRequest 将被废弃,请使用 my.request 来代替。',
  },
  'mpaas.headers': {
    document: 'mpaas-network',
    text: '此外,请求头对象里面的 key 和 value 必须是 String 类型。',
  },
  'mpaas.file-type': { document: 'mpaas-network', text: '文件类型,image/video/audio' },
  'mpaas.url-length': { document: 'mpaas-network', text: '可能是链接过长导致,建议参数放在 data 中处理。' },
  'mpaas.one-socket': {
    document: 'mpaas-network',
    text: '一个小程序同时只能保留一个 WebSocket 连接,如果当前已存在 WebSocket 连接,会自动关闭该连接,并重新创建一个新的 WebSocket 连接。',
  },
  'mpaas.referer': { document: 'mpaas-network', text: '网络请求的 referer Header 不可设置。' },
  'mpaas.check-on': {
    document: 'mpaas-network',
    text: '开发版测试可以点击 IDE 右上角 > 详情,勾选 忽略 httpRequest 域名合法性检查注意:新版本上架,一定要添加 服务器域名白名单,否则会出现异常。',
  },
  'mpaas.network': { document: 'mpaas-network', text: '建议检查网络环境是否正常,服务器是否稳定。' },
} as const satisfies Record<string, QuotationIn<typeof DOCUMENTS>>
