/** mPaaS's pages that quotations are taken from, each in one version of its text. */
import type { Document } from '../demands/quotations/types.js'

export const DOCUMENTS = {
  'mpaas-network': {
    title: { zh: 'mPaaS 小程序 · 网络', en: 'mPaaS mini programs · Network' },
    url: 'https://help.aliyun.com/document_detail/67556.html',
    // It still lists PUT, which the text of 2023-09-11 no longer does.
    edition: { zh: '2023-09 之前', en: 'before 2023-09' },
    readOn: '2026-11-20',
    language: 'zh',
  },
  'mpaas-permissions': {
    title: { zh: 'mPaaS 小程序 · 小程序权限控制', en: 'mPaaS mini programs · Permission control' },
    url: 'https://help.aliyun.com/document_detail/169867.html',
    readOn: '2026-11-27',
    language: 'zh',
  },
} as const satisfies Record<string, Document>
