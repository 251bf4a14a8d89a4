/** The pages that quotations were read in, each in one state of its text. Data only. */
import type { Localised } from '../../../src/engine/rule.js'
import type { Language } from '../../../src/types.js'

export interface Document {
  title: Localised
  /** Where the page stands; it may say something else by now. */
  url?: string
  /** The state of the text that was read: a day, years, a version. Absent: the page carries no date. */
  edition?: Localised
  /** The day it was read (YYYY-MM-DD). */
  readOn: string
  /** That of its sentences. */
  language: Language
}

const WECHAT_NETWORK = 'https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html'
const NETWORK = { zh: '微信官方文档 · 网络 / 使用说明', en: 'WeChat documentation · Network, notes on use' }

/** AlipayDocs/open-docs, where Alipay kept the sources of its documentation. */
const ALIPAY = 'https://github.com/AlipayDocs/open-docs/blob/a74facf1a02e71894ed3a76f3bf630206904768d/'
const alipay = (zh: string, en: string, path: string, edition: string): Document => ({
  title: { zh: `支付宝小程序 · ${zh}`, en: `Alipay mini programs · ${en}` },
  url: ALIPAY + path.split('/').map(encodeURIComponent).join('/'),
  edition,
  readOn: '2026-11-27',
  language: 'zh',
})

const apple = (title: string, url: string, edition?: string): Document => ({
  title: `Apple · ${title}`,
  url,
  ...(edition !== undefined && { edition }),
  readOn: '2026-11-20',
  language: 'en',
})

/** The source of a client, by file and the day of its last change. */
const source = (title: string, url: string, edition: string): Document => ({
  title,
  url,
  edition,
  readOn: '2026-11-27',
  language: 'en',
})

const CONSCRYPT =
  'https://github.com/google/conscrypt/blob/3869db7b83a5c8d489aeb98dc194d993ec375cd8/common/src/main/java/org/conscrypt/'
const BORINGSSL = 'https://boringssl.googlesource.com/boringssl/+/a0689af29e8e460f1e5380e0fb74cef1b342e810/'
const APPLE_SECURITY =
  'https://github.com/apple-oss-distributions/Security/blob/db15acbe6a7f257a859ad9a3bb86097bfe0679d9/'
const CHROMIUM = 'https://source.chromium.org/chromium/chromium/src/+/main:'

export const DOCUMENTS = {
  'wechat-network': {
    title: NETWORK,
    url: WECHAT_NETWORK,
    edition: '2024-12',
    readOn: '2026-11-27',
    language: 'zh',
  },
  'wechat-network-2018': {
    title: NETWORK,
    url: WECHAT_NETWORK,
    edition: '2018–2019',
    readOn: '2026-11-20',
    language: 'zh',
  },
  'wechat-network-2017': {
    title: {
      zh: '微信官方文档 · 关于小程序中网络相关API的说明',
      en: 'WeChat documentation · About the network APIs',
    },
    url: 'https://developers.weixin.qq.com/miniprogram/dev/api/api-network.html',
    edition: '2017–2018',
    readOn: '2026-11-20',
    language: 'zh',
  },
  'wechat-summary': {
    title: {
      zh: '微信官方文档 · 网络 API（他人的摘录）',
      en: 'WeChat documentation · Network APIs (somebody’s summary)',
    },
    url: 'https://developers.weixin.qq.com/miniprogram/dev/api/api-network.html',
    edition: '2018-05-18',
    readOn: '2026-11-27',
    language: 'zh',
  },
  'wechat-guide': {
    title: {
      zh: '微信小程序开发指南 · 发起HTTPS网络通信',
      en: 'WeChat mini program guide · Communicating over HTTPS',
    },
    url: 'https://developers.weixin.qq.com/ebook?action=get_post_info&docid=0008aeea9a8978ab0086a685851c0a',
    edition: { zh: '未注明日期的副本', en: 'a copy without a date' },
    readOn: '2026-11-20',
    language: 'zh',
  },
  'wechat-console': {
    title: {
      zh: '微信小程序后台 · 服务器域名（公开报告中的提示）',
      en: 'WeChat console · Server domains (its message in a public report)',
    },
    url: 'https://github.com/buaa-soft-summer/soft-summer-2022/issues/18',
    edition: '2022-08',
    readOn: '2026-11-20',
    language: 'zh',
  },
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
  'mpaas-network': {
    title: { zh: 'mPaaS 小程序 · 网络', en: 'mPaaS mini programs · Network' },
    url: 'https://help.aliyun.com/document_detail/67556.html',
    // It still names PUT, which the text of 2023-09-11 no longer does.
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
  'apple-ats': apple(
    'Information Property List Key Reference · Requirements for Connecting Using ATS',
    'https://developer.apple.com/library/archive/documentation/General/Reference/InfoPlistKeyReference/Articles/CocoaKeys.html',
    '2016–2018',
  ),
  'apple-requirements': apple(
    'Requirements for trusted certificates in iOS 13 and macOS 10.15',
    'https://support.apple.com/103769',
  ),
  'apple-lifetime': apple(
    'About upcoming limits on trusted certificates',
    'https://support.apple.com/102028',
    '2023-08-21',
  ),
  'apple-transparency': apple("Apple's Certificate Transparency policy", 'https://support.apple.com/103214'),
  'baseline-requirements': {
    title: 'CA/Browser Forum · TLS Baseline Requirements, section 6.3.2',
    url: 'https://cabforum.org/working-groups/server/baseline-requirements/requirements/',
    edition: '2.2.6, 2026-03-31',
    readOn: '2026-11-27',
    language: 'en',
  },
  'chrome-transparency': {
    title: 'Chrome Certificate Transparency Policy',
    url: 'https://googlechrome.github.io/CertificateTransparency/ct_policy.html',
    edition: '2026-04-15',
    readOn: '2026-11-27',
    language: 'en',
  },
  'chromium-oracle': {
    title: {
      zh: 'Chromium 150：用各有一处问题的服务器试过（docs/oracle.md）',
      en: 'Chromium 150, tried against servers with one fault each (docs/oracle.md)',
    },
    edition: '150.0.7871.100',
    readOn: '2026-11-27',
    language: 'en',
  },
  'chromium-lifetime': source(
    'Chromium · cert_verify_proc.cc, HasTooLongValidity',
    `${CHROMIUM}net/cert/cert_verify_proc.cc`,
    '2026-11',
  ),
  'boringssl-paths': source(
    'BoringSSL · pki/simple_path_builder_delegate.cc',
    `${BORINGSSL}pki/simple_path_builder_delegate.cc`,
    '2026-08-19',
  ),
  'boringssl-usage': source(
    'BoringSSL · ssl/ssl_cert.cc, ssl_cert_check_key_usage',
    `${BORINGSSL}ssl/ssl_cert.cc`,
    '2026-07-14',
  ),
  'conscrypt-trust': source(
    'Conscrypt · TrustManagerImpl.java',
    `${CONSCRYPT}TrustManagerImpl.java`,
    '2026-08-18',
  ),
  'conscrypt-strength': source(
    'Conscrypt · ChainStrengthAnalyzer.java',
    `${CONSCRYPT}ChainStrengthAnalyzer.java`,
    '2026-02-20',
  ),
  'conscrypt-names': source(
    'Conscrypt · OkHostnameVerifier.java',
    `${CONSCRYPT}OkHostnameVerifier.java`,
    '2026-08-18',
  ),
  'apple-policy-source': source(
    'Apple Security · SecPolicyServer.c',
    `${APPLE_SECURITY}trust/trustd/SecPolicyServer.c`,
    '61901.0.87.0.1',
  ),
  'apple-names-source': source(
    'Apple Security · SecPolicyLeafCallbacks.c, SecDNSMatch',
    `${APPLE_SECURITY}OSX/sec/Security/SecPolicyLeafCallbacks.c`,
    '61901.0.87.0.1',
  ),
  'apple-keys-source': source(
    'Apple Security · SecECKey.m',
    `${APPLE_SECURITY}OSX/sec/Security/SecECKey.m`,
    '61901.0.87.0.1',
  ),
  'apple-suites-source': source(
    'Apple Security · SecProtocolHelper.m, tls_ciphersuite_group_ats',
    `${APPLE_SECURITY}protocol/SecProtocolHelper.m`,
    '61901.0.87.0.1',
  ),
} as const satisfies Record<string, Document>

export type DocumentId = keyof typeof DOCUMENTS
