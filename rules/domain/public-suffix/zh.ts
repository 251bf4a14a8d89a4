import type { RuleText } from '../../../src/i18n/types.js'
import { withRelease } from '../../../src/i18n/zh/domain-words.js'
import { CONSOLE } from '../words/zh.js'
import type rule from './rule.js'

export default {
  title: '域名属于你自己',
  why: '云厂商公用后缀下的域名使用的是厂商的 ICP 备案，或者没有备案，可能被拒绝或随时收回。',
  howToFix: `给该服务绑定自己的域名（CNAME），列出自己的域名。${CONSOLE}`,
  pass: ({ host }) => `${host} 可以由使用者自己注册`,
  reasons: {
    suffix: {
      message: ({ host, kind }) =>
        kind === 'registry'
          ? `${host} 是注册局出售域名所用的后缀，任何人都无法拥有。`
          : `${host} 属于云厂商，供其客户共用。`,
      fix: (_, about) => withRelease('请配置服务器的完整域名，并使用自己的域名。', about),
    },
    'shared-hosting': {
      message: ({ host, suffix }) => `${host} 位于云厂商的 ${suffix} 之下：ICP 备案属于厂商，不属于你。`,
      fix: (_, about) => withRelease('请为服务绑定自己已备案的域名，并配置该域名。', about),
    },
  },
} satisfies RuleText<typeof rule>
