/** What Feishu's pages say, sentence by sentence, in their own words. Data only. */
import type { Document, QuotationIn } from '../demands/quotations/types.js'

const page = (zh: string, en: string, url: string): Document => ({
  title: { zh: `飞书开放平台 · ${zh}`, en: `Feishu open platform · ${en}` },
  url,
  edition: '2025-01-21',
  readOn: '2026-11-28',
  language: 'zh',
})

export const DOCUMENTS = {
  'feishu-request': page('request', 'request', 'https://open.feishu.cn/document/uYjL24iN/uIDMx4iMwEjLyATM'),
  'feishu-upload': page(
    'uploadFile',
    'uploadFile',
    'https://open.feishu.cn/document/client-docs/gadget/-web-app-api/network/upload/uploadfile',
  ),
} as const satisfies Record<string, Document>

export const QUOTATIONS = {
  'feishu.request': { document: 'feishu-request', text: '调用 request 发起一个 HTTP 请求。' },
  'feishu.referer': { document: 'feishu-request', text: '`header` 不支持设置 `referer`。' },
  'feishu.schemes': { document: 'feishu-upload', text: '仅支持 HTTP/HTTPS 协议。' },
} as const satisfies Record<string, QuotationIn<typeof DOCUMENTS>>
