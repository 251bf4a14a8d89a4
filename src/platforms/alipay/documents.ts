/** Alipay's pages that quotations are taken from, each in one version of its text. */
import type { Document } from '../demands/quotations/types.js'

/** AlipayDocs/open-docs, where Alipay kept the sources of its documentation. */
const ALIPAY = 'https://github.com/AlipayDocs/open-docs/blob/a74facf1a02e71894ed3a76f3bf630206904768d/'
const alipay = (zh: string, en: string, path: string, edition: string): Document => ({
  title: { zh: `支付宝小程序 · ${zh}`, en: `Alipay mini programs · ${en}` },
  url: ALIPAY + path.split('/').map(encodeURIComponent).join('/'),
  edition,
  readOn: '2026-11-27',
  language: 'zh',
})

export const DOCUMENTS = {
  'alipay-network': alipay(
    '网络 API 使用须知',
    'Notes on the network APIs',
    'mini/api/基础API/网络/网络 API 使用须知.md',
    '2022-09-15',
  ),
  'alipay-request': {
    title: { zh: '支付宝小程序 · my.request', en: 'Alipay mini programs · my.request' },
    url: 'https://opendocs.alipay.com/mini/api/owycmh',
    readOn: '2026-11-27',
    language: 'zh',
  },
  'alipay-request-faq': alipay(
    'my.request 常见问题',
    'Questions about my.request',
    'mini/api/基础API/网络/my.request 常见问题.md',
    '2022-11-17',
  ),
  'alipay-request-errors': alipay(
    'my.request 网络请求常见问题',
    'Errors of my.request',
    'support/支付宝小程序/常见问题/my.request网络请求常见问题.md',
    '2022-12-07',
  ),
  'alipay-no-permission': alipay(
    '网络请求报 error:11（无权调用该接口）',
    'Network error 11 (no permission)',
    'support/支付宝小程序/常见问题/网络请求服务器报error:11（无权调用该接口）.md',
    '2022-12-13',
  ),
  'alipay-json': alipay(
    'my.request 报错：JSON parse data error',
    'my.request: JSON parse data error',
    'support/支付宝小程序/常见问题/my.request报错：JSON parse data error.md',
    '2022-12-13',
  ),
  'alipay-socket-scheme': alipay(
    'my.connectSocket 报 error:20（请求url不支持ws，请使用wss）',
    'my.connectSocket error 20 (use wss)',
    'support/支付宝小程序/常见问题/my.connectSocket报error:20（请求url不支持ws，请使用wss）.md',
    '2022-12-14',
  ),
  'alipay-connect-socket': alipay(
    'my.connectSocket',
    'my.connectSocket',
    'mini/api/基础API/网络/my.connectSocket.md',
    '2022-11-24',
  ),
  'alipay-upload-file': alipay(
    'my.uploadFile',
    'my.uploadFile',
    'mini/api/基础API/网络/my.uploadFile.md',
    '2022-11-28',
  ),
  'alipay-packing': alipay(
    '打包上传',
    'Packing and uploading',
    'mini/ide/小程序开发者工具/打包上传.md',
    '2022-08-25',
  ),
  'alipay-safe-domain': {
    title: {
      zh: '支付宝开放平台 · alipay.open.mini.safedomain.create（SDK 中的说明）',
      en: 'Alipay open platform · alipay.open.mini.safedomain.create (as its SDKs describe it)',
    },
    url: 'https://github.com/alipay/alipay-sdk-java-all',
    readOn: '2026-11-27',
    language: 'zh',
  },
} as const satisfies Record<string, Document>
