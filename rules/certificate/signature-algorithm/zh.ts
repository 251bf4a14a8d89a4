import { ofBoth } from '../../../src/i18n/holders.js'
import type { RuleText } from '../../../src/i18n/types.js'
import { OTHER_CHAIN, REISSUE_ADVICE, whose } from '../words/zh.js'
import type rule from './rule.js'

const SHA256 = '请用 SHA-256 签名重新签发证书，连同证书链一起安装，并重新加载服务。'

export default {
  title: '签名使用 SHA-256 或更强的算法',
  why: 'iOS、Chromium 和 Android 10 及以上拒绝 SHA-1 和 MD5。',
  howToFix: `${REISSUE_ADVICE}如今各家 CA 都用 SHA-256 以上签名；遗留的 SHA-1 中间证书换成新的即可。`,
  pass: ({ algorithms }) => algorithms.join('、'),
  unknown: {
    'unknown-algorithm': '证书的签名算法未知',
    'issuer-unknown-algorithm': '签发者的证书同上',
  },
  reasons: ofBoth<typeof rule>((isLeaf) => {
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
} satisfies RuleText<typeof rule>
