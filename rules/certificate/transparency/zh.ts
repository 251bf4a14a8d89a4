import type { RuleText } from '../../../src/i18n/types.js'
import { REISSUE_ADVICE } from '../words/zh.js'
import type rule from './rule.js'

const sctCounts = (embedded: number, handshake: number, stapled: number) =>
  [
    ...(embedded > 0 ? [`内嵌 ${embedded} 个`] : []),
    ...(handshake > 0 ? [`握手中 ${handshake} 个`] : []),
    ...(stapled > 0 ? [`OCSP 响应中 ${stapled} 个`] : []),
  ].join('、')

export default {
  title: '证书已登记到证书透明度日志',
  why: 'iOS 和 Chromium 拒绝没有足够公共日志时间戳的公共证书。',
  howToFix: `${REISSUE_ADVICE}公共 CA 会自动嵌入时间戳，除非申请时要求不嵌入。`,
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
} satisfies RuleText<typeof rule>
