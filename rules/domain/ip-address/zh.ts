import type { RuleText } from '../../../src/i18n/types.js'
import { callsLan, namesOf, on, withRelease } from '../../../src/i18n/zh/domain-words.js'
import { CONSOLE } from '../words/zh.js'
import type rule from './rule.js'

export default {
  title: '使用域名而不是 IP 地址',
  why: '无论以何种写法，IP 地址都不能配置为服务器域名，也无法办理 ICP 备案。',
  howToFix: `给服务器配一个域名（需要备案的要备案）和相应的证书。${CONSOLE}`,
  pass: ({ host }) => `${host} 是域名`,
  reasons: {
    address: {
      message: ({ written, address }) =>
        address === null
          ? `${written} 以数字结尾，客户端会当作 IP 地址解析，而它连有效的 IP 地址都不是。`
          : `${written} 是 IP 地址${written === address ? '' : `（${address}）`}，不是域名。`,
      fix: (_, about) => withRelease('请配置解析到该服务器的域名。', about),
    },
    'lan-address': {
      message: ({ written, address }, about) =>
        `${written} 是局域网 IP 地址${written === address ? '' : `（${address}）`}，不是域名。${
          on(about, callsLan)
            ? `${namesOf(about, callsLan)}小程序访问局域网 IP 时不校验域名，但局域网 IP 仍不能配置为服务器域名。`
            : ''
        }`,
      fix: (_, about) =>
        withRelease(
          on(about, callsLan)
            ? '如果只用于访问同一局域网内的设备，请从列表中删除；否则请配置域名。'
            : '请配置解析到公网服务器的域名。',
          about,
        ),
    },
  },
} satisfies RuleText<typeof rule>
