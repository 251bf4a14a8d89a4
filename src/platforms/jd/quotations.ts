/** JD's own pages could not be read: this is what a framework that builds for it says about all platforms. Data only. */
import type { Document, QuotationIn } from '../demands/quotations/types.js'

export const DOCUMENTS = {
  'uni-app-request': {
    title: { zh: 'uni-app · 发起请求', en: 'uni-app · Requests' },
    url: 'https://uniapp.dcloud.net.cn/api/request/request.html',
    readOn: '2026-11-28',
    language: 'zh',
  },
} as const satisfies Record<string, Document>

export const QUOTATIONS = {
  'jd.listed': {
    document: 'uni-app-request',
    text: '在各个小程序平台运行时，网络相关的 API 在使用前需要配置域名白名单。',
  },
} as const satisfies Record<string, QuotationIn<typeof DOCUMENTS>>
