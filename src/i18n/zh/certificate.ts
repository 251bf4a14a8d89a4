import type encoding from '../../../rules/certificate/encoding.js'
import type expiresSoon from '../../../rules/certificate/expires-soon.js'
import type keyStrength from '../../../rules/certificate/key-strength.js'
import type signatureAlgorithm from '../../../rules/certificate/signature-algorithm.js'
import type { CertificateTexts } from '../certificate-texts.js'
import { ofBoth } from '../holders.js'

const REISSUE = '请重新签发证书，连同证书链一起安装，并重新加载服务。'
const shorter = ({ limit, issuable }: { limit: number; issuable: number }) =>
  `重新签发时请申请不超过 ${limit} 天${issuable === limit ? '' : `（目前公共 CA 最多签发 ${issuable} 天）`}的证书，连同证书链一起安装，并重新加载服务。`
const SHA256 = '请用 SHA-256 签名重新签发证书，连同证书链一起安装，并重新加载服务。'
const OTHER_CHAIN = '请向 CA 索取使用当前中间证书的证书链，或改由其他 CA 签发证书。'
const keyOf = (type: string) => type.toUpperCase()
const whose = ({ subject }: { subject: string }, leaf: boolean) => (leaf ? '证书' : `中间证书“${subject}”`)
const sctCounts = (embedded: number, handshake: number, stapled: number) =>
  [
    ...(embedded > 0 ? [`内嵌 ${embedded} 个`] : []),
    ...(handshake > 0 ? [`握手中 ${handshake} 个`] : []),
    ...(stapled > 0 ? [`OCSP 响应中 ${stapled} 个`] : []),
  ].join('、')

export const certificate: CertificateTexts = {
  'certificate/validity': {
    title: '证书链上的每张证书都在有效期内',
    why: '所有手机都拒绝过期证书，用户看到的是请求失败。',
    pass: ({ notAfter }) => `有效期至 ${notAfter}`,
    reasons: {
      expired: {
        message: ({ certificate, leaf, notAfter }) => `${whose(certificate, leaf)}已于 ${notAfter} 过期。`,
        fix: () => REISSUE,
      },
      'issuer-expired': {
        message: ({ certificate, leaf, notAfter }) => `${whose(certificate, leaf)}已于 ${notAfter} 过期。`,
        fix: () => '请把过期的中间证书换成 CA 当前的中间证书。',
      },
      'issuer-not-yet-valid': {
        message: ({ certificate, leaf, notBefore }) =>
          `${whose(certificate, leaf)}要到 ${notBefore} 才生效。`,
        fix: () => '在此之前请继续使用原证书链。',
      },
      'not-yet-valid': {
        message: ({ certificate, leaf, notBefore }) =>
          `${whose(certificate, leaf)}要到 ${notBefore} 才生效。`,
        fix: () => '在此之前请继续使用原证书，或重新签发。',
      },
    },
  },
  'certificate/expires-soon': {
    title: '证书不会很快过期',
    why: '忘记续期会让所有手机在同一分钟失败。',
    pass: ({ daysLeft, notAfter }) => `剩余 ${daysLeft} 天（${notAfter}）`,
    reasons: ofBoth<typeof expiresSoon>((isLeaf) => ({
      soon: {
        message: ({ certificate, daysLeft, notAfter, threshold, expired }) =>
          expired
            ? `${whose(certificate, isLeaf)}已于 ${notAfter} 过期。`
            : `${whose(certificate, isLeaf)}将在 ${daysLeft} 天后（${notAfter}）过期（剩余不足 ${threshold} 天时提醒）。`,
        fix: () =>
          isLeaf
            ? '请立即续期，并检查自动续期是否仍在运行。'
            : '请换成 CA 当前的中间证书；如果没有，请重新签发证书。',
      },
    })),
  },
  'certificate/hostname': {
    title: '证书签发给该域名',
    why: '手机用域名与证书的 subjectAltName 比对，没有匹配的就断开连接。',
    pass: ({ name }) => `匹配 ${name}`,
    reasons: {
      mismatch: {
        message: ({ host, names, count, wildcardTooDeep }) =>
          [
            `证书不是签发给 ${host} 的；其中的名称是：${names.length > 0 ? names.join('、') : '无'}`,
            count > names.length ? ` 等 ${count} 个` : '',
            wildcardTooDeep ? '。通配符只代表一级子域名' : '',
            '。',
          ].join(''),
        fix: ({ host }) => `请签发 subjectAltName 含 ${host} 的证书，或为该域名绑定正确的证书。`,
      },
      'common-name-only': {
        message: ({ host, commonName }) =>
          `证书没有 subjectAltName；其通用名 ${commonName} 对 ${host} 已不再有效（iOS 13、Android 9、Chromium 58 起）。`,
        fix: ({ host }) => `请签发 subjectAltName 含 ${host} 的证书。`,
      },
      'wildcard-on-public-suffix': {
        message: ({ name, host }) =>
          `唯一匹配 ${host} 的名称是 ${name}，这是直接位于公共后缀之下的通配符，iOS 和 Chromium 拒绝它。`,
        fix: ({ host }) => `请为 ${host} 本身签发证书。`,
      },
      'trailing-dot': {
        message: ({ name, host }) =>
          `唯一匹配 ${host} 的名称是“${name}”，末尾带点：Chromium 和 Android 接受，iOS 不接受。`,
        fix: ({ host }) => `请为 ${host} 签发末尾不带点的证书。`,
      },
    },
  },
  'certificate/self-signed': {
    title: '证书不是自签名的',
    why: '没有手机信任自己为自己担保的证书。',
    pass: ({ issuer }) => `由 ${issuer} 签发`,
    reasons: {
      'self-signed': {
        message: ({ certificate }) => `证书“${certificate.subject}”是自签名证书。`,
        fix: () => '请由公共 CA 签发；自有测试网络可用 --ca 指定该证书。',
      },
    },
  },
  'certificate/transparency': {
    title: '证书已登记到证书透明度日志',
    why: 'iOS 和 Chromium 拒绝没有足够公共日志时间戳的公共证书。',
    pass: ({ embedded, handshake, stapled }) =>
      `${sctCounts(embedded, handshake, stapled)}时间戳（未判断其日志当前是否获批准）`,
    reasons: {
      none: {
        message: () => '证书没有内嵌的 SCT 时间戳，握手中也没有。',
        fix: () => '请由 CA 按常规方式重新签发带内嵌时间戳的证书。',
      },
      'too-few': {
        message: ({ embedded, handshake, stapled, needed, days }) =>
          `证书只有 ${embedded} 个日志的时间戳（握手中 ${handshake + stapled} 个）；有效期 ${days} 天的证书要求 ${needed} 个。`,
        fix: () => '请由 CA 重新签发带足够时间戳的证书。',
      },
    },
  },
  'certificate/encoding': {
    title: '证书编码符合规范',
    why: '有的客户端放行的编码错误，严格的解析器会拒绝并断开连接。',
    pass: ({ certificates }) => `${certificates} 张证书编码无误`,
    reasons: ofBoth<typeof encoding>((isLeaf) => ({
      faulty: {
        message: ({ certificates }) =>
          `${certificates.map(({ certificate, faults }) => `“${certificate}”：${faults.join('、')}`).join('；')}。`,
        fix: () => (isLeaf ? REISSUE : OTHER_CHAIN),
      },
    })),
  },
  'certificate/key-strength': {
    title: '密钥足够长，且类型为所有客户端所支持',
    why: 'iOS 拒绝证书链中任何短于 2048 位的 RSA 密钥和短于 256 位的 EC 密钥；Chromium 只接受 RSA 以及 P-256、P-384、P-521 曲线。',
    pass: ({ keys }) => keys.join('、'),
    reasons: ofBoth<typeof keyStrength>((isLeaf) => {
      const fix = (key: string) => () => (isLeaf ? `请用 ${key} 密钥重新签发。` : OTHER_CHAIN)
      const long = fix('2048 位 RSA 或 P-256 EC')
      const usual = fix('P-256 或 RSA')
      return {
        weak: {
          message: ({ certificate, type, bits, least }) =>
            `${whose(certificate, isLeaf)}的 ${keyOf(type)} 密钥只有 ${bits} 位，要求至少 ${least} 位。`,
          fix: long,
        },
        'too-weak': {
          message: ({ certificate, type, bits }) =>
            `${whose(certificate, isLeaf)}的 ${keyOf(type)} 密钥只有 ${bits} 位，所有客户端都会拒绝。`,
          fix: long,
        },
        curve: {
          message: ({ certificate, curve, taken }) =>
            `${whose(certificate, isLeaf)}的密钥使用曲线 ${curve}；只接受 ${taken.join('、')}。`,
          fix: usual,
        },
        'key-type': {
          message: ({ certificate, type }) =>
            `${whose(certificate, isLeaf)}的密钥类型会被拒绝（${type}）；只接受普通 RSA 和 EC 密钥。`,
          fix: usual,
        },
        'unknown-key': {
          message: ({ certificate, type }) => `${whose(certificate, isLeaf)}的密钥类型无法判断（${type}）。`,
          fix: usual,
        },
      }
    }),
  },
  'certificate/signature-algorithm': {
    title: '签名使用 SHA-256 或更强的算法',
    why: 'iOS、Chromium 和 Android 10 及以上拒绝 SHA-1 和 MD5。',
    pass: ({ algorithms }) => algorithms.join('、'),
    reasons: ofBoth<typeof signatureAlgorithm>((isLeaf) => {
      const fix = () => (isLeaf ? SHA256 : OTHER_CHAIN)
      return {
        'weak-hash': {
          message: ({ certificate, algorithm }) => `${whose(certificate, isLeaf)}使用 ${algorithm} 签名。`,
          fix,
        },
        sha224: {
          message: ({ certificate, algorithm }) =>
            `${whose(certificate, isLeaf)}使用 ${algorithm} 签名；至少需要 SHA-256。`,
          fix,
        },
        'unknown-algorithm': {
          message: ({ certificate, algorithm }) =>
            `${whose(certificate, isLeaf)}使用未知的签名算法（${algorithm}）。`,
          fix,
        },
      }
    }),
  },
  'certificate/extended-key-usage': {
    title: '证书可用于服务器',
    why: 'iOS 要求明确写有 serverAuth；其他平台拒绝只写其他用途的证书。',
    pass: () => 'serverAuth',
    reasons: {
      wrong: {
        message: ({ usages }) => `证书不得用于 TLS 服务器；其扩展密钥用途为 ${usages.join('、') || '空'}。`,
        fix: () => '请签发服务器证书（扩展密钥用途 serverAuth）。',
      },
      'any-only': {
        message: () => '证书允许任意用途，但没有 iOS 所要求的 serverAuth。',
        fix: () => '请签发服务器证书（扩展密钥用途 serverAuth）。',
      },
      'server-gated': {
        message: () => '证书写的是 server gated crypto，只有 Android 仍把它当作 serverAuth。',
        fix: () => '请签发服务器证书（扩展密钥用途 serverAuth）。',
      },
      absent: {
        message: () => '证书没有扩展密钥用途；iOS 要求 serverAuth。',
        fix: () => '请签发服务器证书（扩展密钥用途 serverAuth）。',
      },
    },
  },
  'certificate/lifetime': {
    title: '证书有效期不过长',
    why: '即使其他都正确，iOS 和 Chromium 也拒绝有效期过长的证书。',
    pass: ({ days }) => `${days} 天`,
    reasons: {
      'over-398': {
        message: ({ days, limit, issuedFrom }) =>
          `证书有效期为 ${days} 天；${issuedFrom} 起签发的证书，iOS 和 Chromium 最多接受 ${limit} 天。`,
        fix: shorter,
      },
      'over-825-ios': {
        message: ({ days, limit, issuedFrom }) =>
          `证书有效期为 ${days} 天；${issuedFrom} 起签发的证书，iOS 13 及以上最多接受 ${limit} 天。`,
        fix: shorter,
      },
      'over-398-chromium': {
        message: ({ days, limit }) =>
          `证书有效期为 ${days} 天；无论何时签发，Chromium 最多接受 ${limit} 天。`,
        fix: shorter,
      },
      'mis-issued': {
        message: ({ days, limit, issuedFrom }) =>
          `证书有效期为 ${days} 天；${issuedFrom} 起 CA 最多可签发 ${limit} 天。手机不会因此拒绝，但 CA 将不得不吊销它。`,
        fix: ({ issuable }) => `请在 CA 吊销之前重新签发，有效期不超过 ${issuable} 天。`,
      },
    },
  },
}
