import { ofBoth } from '../../../src/i18n/holders.js'
import type { RuleText } from '../../../src/i18n/types.js'
import { OTHER_CHAIN, whose } from '../words/zh.js'
import type rule from './rule.js'

const keyOf = (type: string) => type.toUpperCase()

export default {
  title: '密钥足够长，且类型为所有客户端所支持',
  why: 'iOS 拒绝证书链中任何短于 2048 位的 RSA 密钥和短于 256 位的 EC 密钥；Chromium 只接受 RSA 以及 P-256、P-384、P-521 曲线。',
  howToFix:
    '生成新密钥（RSA 2048 位或 P-256），再用它申请证书。\n  openssl ecparam -name prime256v1 -genkey -noout -out key.pem',
  pass: ({ keys }) => keys.join('、'),
  unknown: {
    'unknown-key': '证书的密钥类型不在要求之内',
    'issuer-unknown-key': '签发者的证书同上',
  },
  reasons: ofBoth<typeof rule>((isLeaf) => {
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
} satisfies RuleText<typeof rule>
