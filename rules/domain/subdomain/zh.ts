import type { RuleText } from '../../../src/i18n/types.js'
import { withRelease } from '../../../src/i18n/zh/domain-words.js'
import type rule from './rule.js'

export default {
  title: '父域名与子域名的匹配方式',
  why: '在微信中 example.com 不包含 api.example.com；在支付宝中包含。',
  howToFix: '微信：每个主机单独列出。支付宝：写父域名就够了。',
  pass: ({ match }) => (match === 'host' ? '没有单独配置的父域名' : '每一项都有作用'),
  reasons: {
    'parent-only': {
      message: ({ entry, api, domain }) =>
        `${api} 中的 ${entry} 只匹配 ${domain} 本身：api.${domain} 这样的子域名需要单独配置。`,
      fix: () => '请配置所有会请求到的子域名。',
    },
    covered: {
      message: ({ entry, by }) => `${entry} 没有作用：列表按一级域名匹配，${by} 已经包含它。`,
      fix: (_, about) => withRelease('可以省略这一项。', about),
    },
  },
} satisfies RuleText<typeof rule>
