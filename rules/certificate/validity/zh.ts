import type { RuleText } from '../../../src/i18n/types.js'
import { REISSUE, REISSUE_ADVICE, whose } from '../words/zh.js'
import type rule from './rule.js'

export default {
  title: '证书链上的每张证书都在有效期内',
  why: '所有手机都拒绝过期证书，用户看到的是请求失败。',
  howToFix: `${REISSUE_ADVICE}如果新证书已在磁盘上，只差重新加载。如果是中间证书过期，换成 CA 当前的中间证书（hefa chain 能找到）。`,
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
      message: ({ certificate, leaf, notBefore }) => `${whose(certificate, leaf)}要到 ${notBefore} 才生效。`,
      fix: () => '在此之前请继续使用原证书链。',
    },
    'not-yet-valid': {
      message: ({ certificate, leaf, notBefore }) => `${whose(certificate, leaf)}要到 ${notBefore} 才生效。`,
      fix: () => '在此之前请继续使用原证书，或重新签发。',
    },
  },
} satisfies RuleText<typeof rule>
