import type { CertificateTexts } from '../certificate-texts.js'

const CHAIN_FIX = (missing: string) =>
  [
    `请配置完整证书链：把“${missing}”的证书追加到服务器证书之后。`,
    '  nginx：ssl_certificate 应指向 fullchain.pem，而不是 cert.pem',
    '  腾讯云 CLB、阿里云 SLB/ALB：上传包含中间证书的证书包',
    '然后重新加载服务，再检查一次。',
  ].join('\n')

const REISSUE = '请重新签发证书，连同证书链一起安装，并重新加载服务。'
const whose = ({ subject }: { subject: string }, leaf: boolean) => (leaf ? '证书' : `中间证书“${subject}”`)
const sctCounts = (embedded: number, handshake: number, stapled: number) =>
  [
    ...(embedded > 0 ? [`内嵌 ${embedded} 个`] : []),
    ...(handshake > 0 ? [`握手中 ${handshake} 个`] : []),
    ...(stapled > 0 ? [`OCSP 响应中 ${stapled} 个`] : []),
  ].join('、')
const osName = { ios: 'iOS', android: 'Android', chrome: 'Chromium' } as const
const range = (versions: string[]) =>
  versions.length > 1 ? `${versions[0]} 至 ${versions.at(-1)}` : (versions[0] ?? '')

const fault = (what: string) => ({
  message: ({ certificate, detail }: { certificate: string; detail: string }) =>
    `“${certificate}”${what}${detail ? `（${detail}）` : ''}。`,
  fix: () => '请向 CA 索取正确的证书链，或由其他 CA 签发证书。',
})

export const certificate: CertificateTexts = {
  'certificate/validity': {
    title: '证书链上的每张证书都在有效期内',
    why: '所有手机都拒绝过期证书，用户看到的是请求失败。',
    pass: ({ notAfter }) => `有效期至 ${notAfter}`,
    reasons: {
      expired: {
        message: ({ certificate, leaf, notAfter }) => `${whose(certificate, leaf)}已于 ${notAfter} 过期。`,
        fix: ({ leaf }) => (leaf ? REISSUE : '请把过期的中间证书换成 CA 当前的中间证书。'),
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
    reasons: {
      soon: {
        message: ({ certificate, daysLeft, notAfter, threshold }) =>
          `“${certificate.subject}”将在 ${daysLeft} 天后（${notAfter}）过期（从剩余 ${threshold} 天起提醒）。`,
        fix: () => '请立即续期，并检查自动续期是否仍在运行。',
      },
    },
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
  'certificate/chain-complete': {
    title: '服务器发送完整证书链',
    why: 'Android 不会下载缺失的中间证书：在那里请求报“ssl hand shake error”，而开发者工具、桌面浏览器和大多数 iPhone 却正常。',
    pass: ({ certificates, root }) => `${certificates.join(' ← ')} ← ${root}`,
    reasons: {
      missing: {
        message: ({ missing, certificate, sent }) =>
          `证书链不完整：缺少签发“${certificate.subject}”的中间证书“${missing}”，服务器${sent === 1 ? '只发送了自己的证书' : `发送的 ${sent} 张证书中没有它`}。`,
        fix: ({ missing }) => CHAIN_FIX(missing),
      },
      fetchable: {
        message: ({ missing, certificate, sent }) =>
          `证书链不完整：缺少签发“${certificate.subject}”的中间证书“${missing}”（共发送 ${sent} 张）；这些客户端会到证书所写的地址下载，其他客户端则会失败。`,
        fix: ({ missing }) => CHAIN_FIX(missing),
      },
    },
  },
  'certificate/chain-order': {
    title: '证书链按顺序发送',
    why: '严格的客户端要求每张证书都签发前一张。',
    pass: ({ certificates }) => certificates.join(' ← '),
    reasons: {
      disorder: {
        message: ({ sent }) => `证书发送顺序有误：${sent.join('、')}。`,
        fix: ({ ordered }) => `请在证书文件中按此顺序排列：${ordered.join('、')}。`,
      },
    },
  },
  'certificate/chain-surplus': {
    title: '没有多余的证书',
    why: '多余的证书在每次握手中占用流量，却没有用处。',
    pass: ({ sent }) => `发送 ${sent} 张，均有用`,
    reasons: {
      surplus: {
        message: ({ certificates, bytes }) =>
          `${certificates
            .map(({ position, subject, why }) => {
              const what = {
                duplicate: '重复发送',
                root: '是根证书，客户端已有',
                stranger: '不属于任何证书路径',
                unreadable: '无法读取',
              }[why]
              return `第 ${position} 张证书${subject ? `“${subject}”` : ''}${what}`
            })
            .join('；')}（每次握手多 ${bytes} 字节）。`,
        fix: () => '请从证书文件中删除它。',
      },
    },
  },
  'certificate/trusted': {
    title: '根证书已被系统内置',
    why: '系统不认识的根证书会让缺少它的所有版本请求失败。',
    pass: ({ root, os, since, newestKnown, extra }) =>
      extra
        ? `${root}，由 --ca 指定`
        : `${root}${since === null ? '' : `，自 ${osName[os]} ${since} 起内置，按已知至 ${osName[os]} ${newestKnown} 的列表判断`}`,
    reasons: {
      'unknown-root': {
        message: ({ root, last, rootSent }) =>
          rootSent
            ? `证书链终止于“${root}”，没有手机内置这个根证书。`
            : `“${last.subject}”由“${root}”签发，没有手机内置后者；它或者是私有根证书，或者还缺一张中间证书。`,
        fix: () => '请使用公共 CA 的证书，或补上缺失的中间证书。测试网络的私有根证书可用 --ca FILE 指定。',
      },
      'not-built-in': {
        message: ({ root, os, since, lost, supported }) =>
          os === 'chrome'
            ? `根证书“${root}”不在 Chromium 的列表中。`
            : since === null
              ? `${osName[os]} 没有内置根证书“${root}”（要求支持 ${supported} 及以上）。`
              : `根证书“${root}”自 ${osName[os]} ${since} 起才内置；${osName[os]} ${range(lost)} 无法连接（要求支持 ${supported} 及以上）。`,
        fix: () => '请向 CA 索取经由更旧根证书的证书链（交叉签名的中间证书）并配置，或更换 CA。',
      },
      'legacy-lost': {
        message: ({ root, os, since, lost }) =>
          since === null
            ? `${osName[os]} ${range(lost)} 没有内置根证书“${root}”。`
            : `根证书“${root}”自 ${osName[os]} ${since} 起内置；${osName[os]} ${range(lost)} 无法连接。`,
        fix: () => '如果这些手机重要，请配置经由更旧根证书的证书链；否则请在配置中提高 legacyOs。',
      },
      'key-not-proven': {
        message: ({ certificate }) =>
          `服务器未能证明持有“${certificate.subject}”的私钥：握手中的签名不匹配。`,
        fix: () => '请检查证书与私钥是否配对，以及中间设备是否改写了握手。',
      },
      'wrong-key': {
        message: ({ certificate }) => `私钥与证书“${certificate.subject}”不配对。`,
        fix: () => '请使用申请该证书时的私钥，或用这把私钥重新申请证书。',
      },
      'could-be-fetched': {
        message: ({ missing }) =>
          `这些客户端会到证书所写的地址下载缺失的“${missing}”；这里没有下载，因此无法确定其根证书是否受信任。`,
        fix: ({ missing }) => CHAIN_FIX(missing),
      },
    },
  },
  'certificate/distrusted-ca': {
    title: '签发机构没有被平台弃用',
    why: '有些签发机构的根证书虽仍在列表中，但平台已拒绝它们：一切看似正常，手机却失败。',
    pass: ({ root }) => root,
    reasons: {
      distrusted: {
        message: ({ root, authority, mechanism, date }) =>
          ({
            'issued-after': `“${root}”（${authority}）下 ${date.slice(0, 10)} 之后签发的证书在该平台被拒绝。`,
            'sct-after': `“${root}”（${authority}）下 ${date.slice(0, 10)} 之后登记的证书在该平台被拒绝。`,
          })[mechanism] ??
          `根证书“${root}”（${authority}）自 ${date.slice(0, 10)} 起在该平台被拒绝，即使列表中仍有它。`,
        fix: () => '请改由其他 CA 签发证书。',
      },
    },
  },
  'certificate/path': {
    title: '证书路径上的每张证书都有相应的权限',
    why: '手机会检查您的证书之上每一张证书的 CA 标志、路径长度、密钥用途和名称约束。',
    pass: ({ certificates }) => certificates.join(' ← '),
    reasons: {
      'not-a-ca': fault('不是 CA 证书，无权签发证书'),
      'path-length': fault('在证书链中的层级过深'),
      'no-key-cert-sign': fault('无权签署证书'),
      'intermediate-usage': fault('不签发 TLS 服务器证书'),
      'name-constraints': fault('不允许使用该名称'),
      policy: fault('不符合证书策略'),
      'unknown-critical-extension': fault('含有客户端不认识的关键扩展'),
      'algorithm-mismatch': fault('内外签名算法不一致'),
      'bad-version': fault('含有其版本不允许的字段'),
      malformed: fault('格式错误'),
      'bad-signature': fault('不是由其颁发者签名的'),
      'unsupported-key': fault('的密钥或签名在这里无法验证'),
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
    reasons: {
      faulty: {
        message: ({ certificates }) =>
          `${certificates.map(({ certificate, faults }) => `“${certificate}”：${faults.join('、')}`).join('；')}。`,
        fix: () => REISSUE,
      },
    },
  },
  'certificate/key-strength': {
    title: '密钥足够长',
    why: 'iOS 拒绝证书链中任何短于 2048 位的 RSA 密钥和短于 256 位的 EC 密钥。',
    pass: ({ keys }) => keys.join('、'),
    reasons: {
      weak: {
        message: ({ certificate, type, bits, least }) =>
          `“${certificate.subject}”的 ${type} 密钥只有 ${bits} 位，要求至少 ${least} 位。`,
        fix: () => '请用 2048 位 RSA 或 P-256 EC 密钥重新签发。',
      },
      'too-weak': {
        message: ({ certificate, type, bits }) =>
          `“${certificate.subject}”的 ${type} 密钥只有 ${bits} 位，所有客户端都会拒绝。`,
        fix: () => '请用 2048 位 RSA 或 P-256 EC 密钥重新签发。',
      },
      'unknown-key': {
        message: ({ certificate, type }) => `“${certificate.subject}”的密钥类型无法判断（${type}）。`,
        fix: () => '请使用 RSA 或 EC 密钥。',
      },
    },
  },
  'certificate/signature-algorithm': {
    title: '签名使用 SHA-256 或更强的算法',
    why: 'iOS、Chromium 和 Android 10 及以上拒绝 SHA-1 和 MD5。',
    pass: ({ algorithms }) => algorithms.join('、'),
    reasons: {
      'weak-hash': {
        message: ({ certificate, algorithm }) => `“${certificate.subject}”使用 ${algorithm} 签名。`,
        fix: () => REISSUE,
      },
      sha224: {
        message: ({ certificate, algorithm }) =>
          `“${certificate.subject}”使用 ${algorithm} 签名；至少需要 SHA-256。`,
        fix: () => REISSUE,
      },
      'unknown-algorithm': {
        message: ({ certificate, algorithm }) =>
          `“${certificate.subject}”使用未知的签名算法（${algorithm}）。`,
        fix: () => REISSUE,
      },
    },
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
        fix: () => REISSUE,
      },
      'over-825-ios': {
        message: ({ days, limit, issuedFrom }) =>
          `证书有效期为 ${days} 天；${issuedFrom} 起签发的证书，iOS 13 及以上最多接受 ${limit} 天。`,
        fix: () => REISSUE,
      },
      'over-825-chromium': {
        message: ({ days, limit, issuedFrom }) =>
          `证书有效期为 ${days} 天；${issuedFrom} 起签发的证书，Chromium 最多接受 ${limit} 天。`,
        fix: () => REISSUE,
      },
      'mis-issued': {
        message: ({ days, limit, issuedFrom }) =>
          `证书有效期为 ${days} 天；${issuedFrom} 起 CA 最多可签发 ${limit} 天。手机不会因此拒绝，但 CA 将不得不吊销它。`,
        fix: () => '请在 CA 吊销之前重新签发。',
      },
    },
  },
}
