import type { RuleText } from '../../../src/i18n/types.js'
import { noteOf, withRelease } from '../../../src/i18n/zh/domain-words.js'
import type rule from './rule.js'

export default {
  title: '域名数量不超过后台上限',
  why: '超过上限的域名无法保存到后台，对它们的请求在所有手机上都会失败。',
  howToFix: '把多个后端合并到同一主机的不同路径下，并去掉代码已不再调用的域名（hefa scan 可查）。',
  pass: ({ counts, limit }) => `域名数量 ${Math.max(...Object.values(counts))}，上限 ${limit}`,
  reasons: {
    'api-limit': {
      message: ({ api, count, limit }, about) =>
        `${api} 配置了 ${count} 个域名，上限是 ${limit} 个。${limit === 20 ? noteOf(about, 'limit') : ''}`,
      fix: ({ limit }) =>
        limit === 20
          ? '请把多个服务合并到一个域名之下。如果你的后台允许 200 个，请在配置中写明："limits": { "domainsPerApi": 200 }'
          : '请把多个服务合并到一个域名之下，或更正配置中的 limits.domainsPerApi。',
    },
    'app-limit': {
      message: ({ count, limit }) => `所有接口共有 ${count} 个不同的域名，上限是 ${limit} 个。`,
      fix: (_, about) =>
        withRelease(
          '请把多个服务合并到一个域名之下。如果你的后台允许更多："limits": { "domainsPerApp": 数量 }',
          about,
        ),
    },
  },
} satisfies RuleText<typeof rule>
