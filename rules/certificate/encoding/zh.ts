import { ofBoth } from '../../../src/i18n/holders.js'
import type { RuleText } from '../../../src/i18n/types.js'
import { OTHER_CHAIN, REISSUE, REISSUE_ADVICE } from '../words/zh.js'
import type rule from './rule.js'

export default {
  title: '证书编码符合规范',
  why: '有的客户端放行的编码错误，严格的解析器会拒绝并断开连接。',
  howToFix: REISSUE_ADVICE,
  pass: ({ certificates }) => `${certificates} 张证书编码无误`,
  reasons: ofBoth<typeof rule>((isLeaf) => ({
    faulty: {
      message: ({ certificates }) =>
        `${certificates.map(({ certificate, faults }) => `“${certificate}”：${faults.join('、')}`).join('；')}。`,
      fix: () => (isLeaf ? REISSUE : OTHER_CHAIN),
    },
  })),
} satisfies RuleText<typeof rule>
