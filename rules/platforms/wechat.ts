/** WeChat: the sentence behind each demand. */
import {
  appleLifetime,
  appleRequirements,
  appleTransparency,
  baselineRequirements,
  chromiumTransparency,
  wechatNetwork,
} from './cite.js'
import type { CitationsByRule } from './index.js'

const VALID = wechatNetwork('HTTPS 证书必须有效')
const CHAIN = wechatNetwork('证书的信任链必需完整（需要服务器配置）')
const ATS = wechatNetwork('iOS 下证书必须满足苹果 App Transport Security (ATS) 的要求')
const REACHABLE = wechatNetwork(
  '请求时系统会对服务器域名使用的 HTTPS 证书进行校验，如果校验失败，则请求不能成功发起',
)
const ANSWERED = wechatNetwork(
  '只要成功接收到服务器返回，无论statusCode是多少，都会进入success回调。请开发者根据业务逻辑对返回值进行判断。',
)
const MIS_ISSUED = '398 days / 200 days / 100 days / 47 days, by date of issuance'

export const wechat: CitationsByRule = {
  'dns/resolves': wechatNetwork('每个微信小程序需要事先设置通讯域名，小程序只可以跟指定的域名进行网络通信'),
  'dns/private-address': wechatNetwork('域名不能使用 IP 地址（小程序的局域网 IP 除外）或 localhost'),
  'tls/reachable': REACHABLE,
  'tls/client-certificate': REACHABLE,
  'http/reachable': ANSWERED,
  'tls/refusal': REACHABLE,
  'tls/version': wechatNetwork('TLS 必须支持 1.2 及以上版本'),
  'tls/legacy-android': wechatNetwork(
    '部分旧 Android 机型还未支持 TLS 1.2，请确保 HTTPS 服务器的 TLS 版本支持 1.2 及以下版本',
  ),
  'tls/obsolete-version': wechatNetwork(
    '为了保证小程序的兼容性，建议开发者按照最高标准进行证书配置，并使用相关工具检查现有证书是否符合要求',
  ),
  'tls/ats-cipher': ATS,
  'certificate/kind': wechatNetwork('证书必须被系统信任，即根证书被已系统内置'),
  'certificate/validity': wechatNetwork('证书必须在有效期内'),
  'certificate/expires-soon': wechatNetwork('证书必须在有效期内'),
  'certificate/hostname': wechatNetwork('部署 SSL 证书的网站域名必须与证书颁发的域名一致'),
  'certificate/self-signed': wechatNetwork('iOS 不支持自签名证书'),
  'certificate/chain-complete': CHAIN,
  'certificate/chain-order': CHAIN,
  'certificate/chain-surplus': CHAIN,
  'certificate/key-match': REACHABLE,
  'certificate/trusted': wechatNetwork('证书必须被系统信任，即根证书被已系统内置'),
  'certificate/distrusted-ca': wechatNetwork(
    '部分 CA 可能不被操作系统信任，请开发者在选择证书时注意小程序和各系统的相关通告',
  ),
  'certificate/path': VALID,
  'certificate/encoding': VALID,
  'certificate/transparency': {
    ios: appleTransparency(
      'Publicly-trusted Transport Layer Security (TLS) server authentication certificates issued after October 15, 2018, must meet Apple’s Certificate Transparency (CT) policy to be evaluated as trusted on Apple platforms.',
    ),
    other: chromiumTransparency(
      'Chrome requires that all publicly-trusted TLS certificates issued after April 30, 2018 be CT-compliant',
    ),
  },
  'certificate/revocation': VALID,
  'certificate/key-strength': {
    ios: appleRequirements(
      'TLS server certificates and issuing CAs using RSA keys must use key sizes greater than or equal to 2048 bits.',
    ),
    other: VALID,
  },
  'certificate/signature-algorithm': {
    ios: appleRequirements(
      'TLS server certificates and issuing CAs must use a hash algorithm from the SHA-2 family in the signature algorithm.',
    ),
    other: VALID,
  },
  'certificate/key-usage': VALID,
  'certificate/extended-key-usage': {
    ios: appleRequirements(
      'TLS server certificates must contain an ExtendedKeyUsage (EKU) extension containing the id-kp-serverAuth OID.',
    ),
    other: VALID,
  },
  'certificate/lifetime': {
    ios: appleLifetime(
      'TLS server certificates issued on or after September 1, 2020 00:00 GMT/UTC must not have a validity period greater than 398 days.',
    ),
    other: baselineRequirements(MIS_ISSUED),
  },
}
