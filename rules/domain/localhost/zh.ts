import type { RuleText } from '../../../src/i18n/types.js'
import { withRelease } from '../../../src/i18n/zh/domain-words.js'
import type rule from './rule.js'

export default {
  title: '域名在公网上存在',
  why: 'localhost 和不进入公共 DNS 的名称最多只能在开发者电脑上使用，在手机上无法访问。',
  howToFix:
    '在本机开发时，在开发者工具中关闭域名校验（详情 → 本地设置 → 不校验合法域名）；正式发布必须用公网域名。',
  pass: ({ host, given }) => (given ? `${host} 是测试域名，地址由 --resolve 指定` : `${host} 可以是公网域名`),
  reasons: {
    localhost: {
      message: ({ host }) => `${host} 指的是手机自己，任何平台都不允许配置为服务器域名。`,
      fix: (_, about) => withRelease('请配置服务器的公网域名。', about),
    },
    'single-label': {
      message: ({ host }) => `${host} 中没有点，这样的名称最多只存在于公司内网。`,
      fix: (_, about) => withRelease('请配置完整的公网域名，例如 https://api.example.com。', about),
    },
    'special-use': {
      message: ({ host, suffix }) => `${host} 不可能存在于公网：.${suffix} 是保留名称。`,
      fix: ({ host, suffix }, about) =>
        withRelease(
          suffix === 'test' || suffix === 'example'
            ? `请配置公网域名。如需对自己的服务器测试：--resolve ${host}:443:地址`
            : '请配置服务器的公网域名。',
          about,
        ),
    },
  },
} satisfies RuleText<typeof rule>
