/** What Kuaishou's pages say, sentence by sentence, in their own words. Data only. */
import type { Document, QuotationIn } from '../demands/quotations/types.js'

export const DOCUMENTS = {
  'kuaishou-server-domain': {
    title: { zh: '快手开放平台 · 设置服务器域名', en: 'Kuaishou open platform · Setting server domains' },
    url: 'https://open.kuaishou.com/docs/saas/develop/api/authMiniapp/basicInfo',
    edition: '2024-02-04',
    readOn: '2026-11-27',
    language: 'zh',
  },
} as const satisfies Record<string, Document>

export const QUOTATIONS = {
  'kuaishou.lists': {
    document: 'kuaishou-server-domain',
    text: 'request合法域名 当 action 是 get 时不需要此字段',
  },
} as const satisfies Record<string, QuotationIn<typeof DOCUMENTS>>
