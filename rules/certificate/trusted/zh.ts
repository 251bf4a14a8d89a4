import type { RuleText } from '../../../src/i18n/types.js'
import { chainFix } from '../words/zh.js'
import type rule from './rule.js'

const osName = { ios: 'iOS', android: 'Android', chrome: 'Chromium' } as const

const range = (versions: string[]) =>
  versions.length > 1 ? `${versions[0]} 至 ${versions.at(-1)}` : (versions[0] ?? '')

export default {
  title: '根证书已被系统内置',
  why: '系统不认识的根证书会让缺少它的所有版本请求失败。这里写的版本是公布的列表中最早含有该根证书的版本：自 iOS 18 和 Android 14 起，手机也会在系统版本之间更新根证书。',
  howToFix: [
    '先看证书链到哪个根为止。企业自建的根，用户手机永远不认识：请换公共 CA 的证书。根太新则旧手机没有：向 CA 索取带交叉签名的证书链并部署它。已装有该根的自有设备可用 --ca 判定。',
    '  hefa cert fullchain.pem --domain api.example.com',
  ].join('\n'),
  pass: ({ root, os, since, newestKnown, extra }) =>
    extra
      ? `${root}，由 --ca 指定`
      : `${root}${since === null ? '' : `，自 ${osName[os]} ${since} 起内置，按已知至 ${osName[os]} ${newestKnown} 的列表判断`}`,
  unknown: {
    'could-be-fetched': '服务器没有发送某个签发者的证书，也没有到证书所写的地址去取',
  },
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
} satisfies RuleText<typeof rule>
