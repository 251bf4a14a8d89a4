import type { RuleText } from '../../../src/i18n/types.js'
import { REISSUE_ADVICE } from '../words/zh.js'
import type rule from './rule.js'

const shorter = ({ limit, issuable }: { limit: number; issuable: number }) =>
  `重新签发时请申请不超过 ${limit} 天${issuable === limit ? '' : `（目前公共 CA 最多签发 ${issuable} 天）`}的证书，连同证书链一起安装，并重新加载服务。`

export default {
  title: '证书有效期不过长',
  why: '即使其他都正确，iOS 和 Chromium 也拒绝有效期过长的证书。',
  howToFix: `${REISSUE_ADVICE}自建 CA 请改用更短的有效期；有效期到 2029 年将缩短为 47 天，请让续期自动化。`,
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
      message: ({ days, limit }) => `证书有效期为 ${days} 天；无论何时签发，Chromium 最多接受 ${limit} 天。`,
      fix: shorter,
    },
    'mis-issued': {
      message: ({ days, limit, issuedFrom }) =>
        `证书有效期为 ${days} 天；${issuedFrom} 起 CA 最多可签发 ${limit} 天。手机不会因此拒绝，但 CA 将不得不吊销它。`,
      fix: ({ issuable }) => `请在 CA 吊销之前重新签发，有效期不超过 ${issuable} 天。`,
    },
  },
} satisfies RuleText<typeof rule>
