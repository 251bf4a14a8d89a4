/** mPaaS: the sentence behind each demand. Its page names causes, not single properties of a certificate. */
import {
  appleLifetime,
  appleRequirements,
  appleTransparency,
  baselineRequirements,
  mpaasNetwork,
} from './cite.js'
import type { CitationsByRule } from './index.js'

const CHECKED = mpaasNetwork(
  '请求时系统会对服务器域名使用的 HTTPS 证书进行校验，如果校验失败，则请求不能成功发起',
)
const HIGHEST = mpaasNetwork('为了保证小程序的兼容性，建议开发者按照最高标准进行证书配置')
const OUTSIDE = mpaasNetwork(
  '请确认请求 URL 地址在外网是否能正常请求 HTTPS 协议，小程序真机中均为线上环境的正式请求，不能使用局域网本地请求',
)

export const mpaas: CitationsByRule = {
  'dns/resolves': OUTSIDE,
  'dns/private-address': OUTSIDE,
  'tls/reachable': OUTSIDE,
  'tls/client-certificate': OUTSIDE,
  'http/reachable': OUTSIDE,
  'tls/refusal': OUTSIDE,
  'tls/version': HIGHEST,
  'tls/legacy-android': mpaasNetwork('由于系统限制，不同平台对于证书要求的严格程度不同'),
  'tls/obsolete-version': HIGHEST,
  'tls/ats-cipher': HIGHEST,
  'certificate/kind': CHECKED,
  'certificate/validity': CHECKED,
  'certificate/expires-soon': CHECKED,
  'certificate/hostname': CHECKED,
  'certificate/self-signed': CHECKED,
  'certificate/chain-complete': CHECKED,
  'certificate/chain-order': HIGHEST,
  'certificate/chain-surplus': HIGHEST,
  'certificate/key-match': CHECKED,
  'certificate/trusted': CHECKED,
  'certificate/distrusted-ca': CHECKED,
  'certificate/path': CHECKED,
  'certificate/encoding': HIGHEST,
  'certificate/transparency': {
    ios: appleTransparency(
      'Publicly-trusted Transport Layer Security (TLS) server authentication certificates issued after October 15, 2018, must meet Apple’s Certificate Transparency (CT) policy to be evaluated as trusted on Apple platforms.',
    ),
    other: HIGHEST,
  },
  'certificate/revocation': CHECKED,
  'certificate/key-strength': {
    ios: appleRequirements(
      'TLS server certificates and issuing CAs using RSA keys must use key sizes greater than or equal to 2048 bits.',
    ),
    other: HIGHEST,
  },
  'certificate/signature-algorithm': CHECKED,
  'certificate/key-usage': CHECKED,
  'certificate/extended-key-usage': {
    ios: appleRequirements(
      'TLS server certificates must contain an ExtendedKeyUsage (EKU) extension containing the id-kp-serverAuth OID.',
    ),
    other: HIGHEST,
  },
  'certificate/lifetime': {
    ios: appleLifetime(
      'TLS server certificates issued on or after September 1, 2020 00:00 GMT/UTC must not have a validity period greater than 398 days.',
    ),
    other: baselineRequirements('398 days / 200 days / 100 days / 47 days, by date of issuance'),
  },
}
