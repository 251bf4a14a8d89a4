/** What Baidu's pages say, sentence by sentence, in their own words. Data only. */
import type { Document, QuotationIn } from '../demands/quotations/types.js'

export const DOCUMENTS = {
  'baidu-network': {
    title: {
      zh: '百度智能小程序 · 使用注意事项（副本）',
      en: 'Baidu smart programs · Notes on use (a copy)',
    },
    url: 'https://www.bookstack.cn/read/smartprogram-20210306/bfb60d8ed784e33e.md',
    edition: '2021-03',
    readOn: '2026-11-27',
    language: 'zh',
  },
} as const satisfies Record<string, Document>

export const QUOTATIONS = {
  'baidu.only-listed': {
    document: 'baidu-network',
    text: '每个智能小程序需要事先设置一个通讯域名,小程序可以跟指定的域名与进行网络通信。',
  },
  'baidu.schemes': {
    document: 'baidu-network',
    text: '域名只支持 https(request、uploadFile、downloadFile)和 wss(socket)协议;',
  },
  'baidu.no-address': { document: 'baidu-network', text: '域名不能使用 IP 地址、localhost 或端口号;' },
  'baidu.filing': { document: 'baidu-network', text: '域名必须经过 ICP 备案;' },
  'baidu.forbidden-host': {
    document: 'baidu-network',
    text: '出于安全考虑,openapi.baidu.com 不能被配置为服务器域名,相关 API 也不能在小程序内调用。',
  },
  'baidu.limit': { document: 'baidu-network', text: '对于每个接口,分别可以配置最多 20 个域名。' },
  'baidu.timeout': { document: 'baidu-network', text: 'request 默认超时时间是 10s,最大超时时间是 60s ;' },
  'baidu.referer': { document: 'baidu-network', text: '网络请求的 header 中 referer 不可设置。' },
} as const satisfies Record<string, QuotationIn<typeof DOCUMENTS>>
