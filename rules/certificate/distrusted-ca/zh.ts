import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: '签发机构没有被平台弃用',
  why: '有些签发机构的根证书虽仍在列表中，但平台已拒绝它们：一切看似正常，手机却失败。',
  howToFix: '换一家 CA：服务器上无论怎么设置，手机都不会再接受这一家。',
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
} satisfies RuleText<typeof rule>
