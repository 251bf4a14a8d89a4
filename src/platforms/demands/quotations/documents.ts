/** Pages and source code of client vendors, each in one version of its text. */
import type { Document } from './types.js'

const apple = (title: string, url: string, edition?: string): Document => ({
  title: `Apple · ${title}`,
  url,
  ...(edition !== undefined && { edition }),
  readOn: '2026-11-20',
  language: 'en',
})

/** A client's source code, by file and date of its last change. */
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
      zh: 'Chromium 156：用各有一处问题的服务器试过（docs/oracle.md）',
      en: 'Chromium 156, tried against servers with one fault each (docs/oracle.md)',
    },
    edition: '156.0.8078.108',
    readOn: '2026-11-28',
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
  'okhttp-content': {
    ...source(
      'OkHttp · CallServerInterceptor.kt',
      'https://github.com/square/okhttp/blob/22801c27e731be602f6427d4baa93114c1fcff13/okhttp/src/main/kotlin/okhttp3/internal/http/CallServerInterceptor.kt',
      '22801c27; 4.12.0 was tried',
    ),
    readOn: '2026-11-28',
  },
  'okhttp-line': {
    ...source(
      'OkHttp · StatusLine.kt',
      'https://github.com/square/okhttp/blob/22801c27e731be602f6427d4baa93114c1fcff13/okhttp/src/main/kotlin/okhttp3/internal/http/StatusLine.kt',
      '22801c27; 4.12.0 and 3.13.1 were tried',
    ),
    readOn: '2026-11-28',
  },
  'okhttp-length': {
    ...source(
      'OkHttp · Exchange.kt',
      'https://github.com/square/okhttp/blob/22801c27e731be602f6427d4baa93114c1fcff13/okhttp/src/main/kotlin/okhttp3/internal/connection/Exchange.kt',
      '22801c27; 4.12.0 and 3.13.1 were tried',
    ),
    readOn: '2026-11-28',
  },
  'okhttp-gzip': {
    ...source(
      'Okio · GzipSource.kt, with which OkHttp undoes gzip',
      'https://github.com/square/okio/blob/7a4f61cf9c4558a939c3156381a015a990631d4e/okio/src/jvmMain/kotlin/okio/GzipSource.kt',
      '7a4f61cf; 3.6.0 was tried',
    ),
    readOn: '2026-11-28',
  },
  'apple-http2-reports': {
    title: {
      zh: '公开报告：带有 Upgrade、Connection 或 Proxy-Connection 的 HTTP/2 应答在 iPhone 上失败（NSPOSIXErrorDomain 100）；此处没有 iPhone 可供验证',
      en: 'Public reports: answers over HTTP/2 with Upgrade, Connection or Proxy-Connection fail on iPhones (NSPOSIXErrorDomain 100); there was no iPhone here to try it on',
    },
    url: 'https://megamorf.gitlab.io/2019/08/27/safari-nsposixerrordomain-100-error-with-nginx-and-apache',
    edition: '2019-08-27',
    readOn: '2026-11-28',
    language: 'en',
  },
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
