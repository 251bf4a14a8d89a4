import { ofBoth } from '../../../src/i18n/holders.js'
import type { RuleText } from '../../../src/i18n/types.js'
import { OTHER_CHAIN, REISSUE, REISSUE_ADVICE } from '../words/zh.js'
import type rule from './rule.js'
import type { Found } from './rule.js'

const oneOf = ({ certificate, faults }: Found['certificates'][number]) =>
  `“${certificate}”：${faults.join('、')}`

export default {
  title: '证书编码符合规范',
  why: '有的客户端放行的编码错误，严格的解析器会拒绝并断开连接。',
  howToFix: REISSUE_ADVICE,
  pass: ({ certificates }) => `${certificates} 张证书编码无误`,
  reasons: ofBoth<typeof rule>((isLeaf) => {
    const said = (who: string) => ({
      message: ({ certificates }: Found) => `${certificates.map(oneOf).join('；')}。${who}`,
      fix: () => (isLeaf ? REISSUE : OTHER_CHAIN),
    })
    return {
      faulty: said(''),
      strict: said('Chromium 会拒绝这样的证书。'),
      unreadable: said('Android 和 Chromium 所用的 BoringSSL 会拒绝这样的证书。'),
    }
  }),
} satisfies RuleText<typeof rule>
