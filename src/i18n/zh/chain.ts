import type path from '../../../rules/certificate/path.js'
import type { ChainTexts } from '../certificate-texts.js'
import { mendChain } from '../commands.js'
import { ofBoth } from '../holders.js'

const calledBy = (name: string, issuer: string | null) =>
  issuer === null || issuer === name ? `“${name}”` : `“${name}”（由“${issuer}”签发）`

const chainFix = (missing: string, issuer: string | null) =>
  [
    `请配置完整证书链：把${calledBy(missing, issuer)}追加到服务器证书之后。`,
    ...(issuer === null ? ['如果有两张同名证书，请用由其他机构签发的那张，而不是自签名的那张。'] : []),
    '  nginx：ssl_certificate 应指向 fullchain.pem，而不是 cert.pem',
    '  腾讯云 CLB、阿里云 SLB/ALB：上传包含中间证书的证书包',
    '然后重新加载服务，再检查一次。',
  ].join('\n')

const OTHER_CHAIN = '请向 CA 索取正确的证书链，或改由其他 CA 签发证书。'
const RIGHT_ISSUER = '请安装与该证书一同下发的中间证书：同名的中间证书可能使用另一把密钥。'

const osName = { ios: 'iOS', android: 'Android', chrome: 'Chromium' } as const
const range = (versions: string[]) =>
  versions.length > 1 ? `${versions[0]} 至 ${versions.at(-1)}` : (versions[0] ?? '')

const fault = (what: string, who = 'CA 证书', fix = OTHER_CHAIN) => ({
  message: ({ certificate, detail }: { certificate: string; detail: string }) =>
    `${who}“${certificate}”${what}${detail ? `（${detail}）` : ''}。`,
  fix: () => fix,
})

export const chain: ChainTexts = {
  'certificate/chain-complete': {
    title: '服务器发送完整证书链',
    why: 'Android 不会下载缺失的中间证书：在那里请求报“ssl hand shake error”，而开发者工具、桌面浏览器和大多数 iPhone 却正常。',
    command: mendChain,
    pass: ({ certificates, root }) => `${certificates.join(' ← ')} ← ${root}`,
    reasons: {
      missing: {
        message: ({ missing, foundIssuer, certificate, sent }) =>
          `证书链不完整：缺少签发“${certificate.subject}”的中间证书${calledBy(missing, foundIssuer)}，服务器${sent === 1 ? '只发送了自己的证书' : `发送的 ${sent} 张证书中没有它`}。`,
        fix: ({ missing, foundIssuer }) => chainFix(missing, foundIssuer),
      },
      fetchable: {
        message: ({ missing, foundIssuer, certificate, sent }) =>
          `证书链不完整：缺少签发“${certificate.subject}”的中间证书${calledBy(missing, foundIssuer)}（共发送 ${sent} 张）；这些客户端会到证书所写的地址下载，其他客户端则会失败。`,
        fix: ({ missing, foundIssuer }) => chainFix(missing, foundIssuer),
      },
    },
  },
  'certificate/chain-order': {
    title: '证书链按顺序发送',
    why: '严格的客户端要求每张证书都签发前一张。',
    command: mendChain,
    pass: ({ certificates }) => certificates.join(' ← '),
    reasons: {
      disorder: {
        message: ({ sent }) => `证书发送顺序有误：${sent.join('、')}。`,
        fix: ({ ordered }) => `请在证书文件中按此顺序排列：${ordered.join('、')}。`,
      },
      'leaf-not-first': {
        message: ({ position, ordered }) =>
          `服务器自己的证书“${ordered[0]}”在文件中排在第 ${position} 位。服务器把第一张当作自己的证书：要么因与私钥不符而拒绝加载，要么发出错误的证书。`,
        fix: ({ ordered }) => `请在证书文件中按此顺序排列：${ordered.join('、')}。`,
      },
    },
  },
  'certificate/chain-surplus': {
    title: '没有多余的证书',
    why: '多余的证书在每次握手中占用流量，却没有用处。',
    command: mendChain,
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
  'certificate/key-match': {
    title: '私钥与证书配对',
    why: '私钥与证书不配对时，每一台手机都会断开连接：服务器无法证明自己就是证书所写的那一台。',
    pass: ({ certificate, asked }) =>
      asked ? `私钥与“${certificate.subject}”配对` : `服务器证明了自己持有“${certificate.subject}”的私钥`,
    reasons: {
      'not-proven': {
        message: ({ certificate }) =>
          `服务器未能证明持有“${certificate.subject}”的私钥：握手中的签名不匹配。`,
        fix: () => '请检查证书与私钥是否配对，以及中间设备是否改写了握手。',
      },
      'wrong-key': {
        message: ({ certificate }) => `私钥与证书“${certificate.subject}”不配对。`,
        fix: () => '请使用申请该证书时的私钥，或用这把私钥重新申请证书。',
      },
    },
  },
  'certificate/trusted': {
    title: '根证书已被系统内置',
    why: '系统不认识的根证书会让缺少它的所有版本请求失败。这里写的版本是公布的列表中最早含有该根证书的版本：自 iOS 18 和 Android 14 起，手机也会在系统版本之间更新根证书。',
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
      'could-be-fetched': {
        message: ({ missing }) =>
          `这些客户端会到证书所写的地址下载缺失的“${missing}”；这里没有下载，因此无法确定其根证书是否受信任。`,
        fix: ({ missing }) => chainFix(missing, null),
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
      'not-a-ca': fault('不具备 CA 身份，无权签发证书'),
      'path-length': fault('之下的中间证书超过了它限定的层数'),
      'no-key-cert-sign': fault('无权签署证书'),
      'intermediate-usage': fault('无权签发 TLS 服务器证书'),
      ...ofBoth<typeof path>((isLeaf) => {
        const of = (what: string, fix?: string) => fault(what, isLeaf ? '证书' : 'CA 证书', fix)
        return {
          'name-constraints': of('含有颁发者无权签发的名称'),
          policy: of('不符合证书策略'),
          'unknown-critical-extension': of('含有客户端不认识的关键扩展'),
          'algorithm-mismatch': of('内外签名算法不一致'),
          'bad-version': of('含有其版本不允许的字段'),
          malformed: of('格式错误'),
          'bad-signature': of('不是由其颁发者签名的', RIGHT_ISSUER),
          'unsupported-key': of('的密钥或签名无法验证'),
        }
      }),
    },
  },
}
