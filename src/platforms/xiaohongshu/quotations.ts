/** What Xiaohongshu's staff say, in their own words: its page of server domains could not be read. Data only. */
import type { Document, QuotationIn } from '../demands/quotations/types.js'

export const DOCUMENTS = {
  'xiaohongshu-issue-93': {
    title: { zh: '小红书小程序 · 问题 93', en: 'Xiaohongshu mini programs · Issue 93' },
    url: 'https://github.com/redengineer/redmini/issues/93',
    edition: '2022-07-05',
    readOn: '2026-11-28',
    language: 'zh',
  },
} as const satisfies Record<string, Document>

export const QUOTATIONS = {
  'xiaohongshu.lists': {
    document: 'xiaohongshu-issue-93',
    text: '业务域名目前只对web-view做限制，不包含服务端请求域名',
  },
} as const satisfies Record<string, QuotationIn<typeof DOCUMENTS>>
