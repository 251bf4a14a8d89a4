import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: '开发者工具校验域名',
  why: '关闭校验后在开发者工具中一切正常，最先发现域名没有配置的会是用户。',
  howToFix: '请打开校验（详情 → 本地设置），并且不要把关闭的设置放进共享的项目文件。',
  pass: () => '校验已打开',
  reasons: {
    off: {
      message: ({ setting, value }) => `${setting} 为 ${value}：开发者工具不校验域名和证书。`,
      fix: ({ setting, value }) => `请把 ${setting} 设为 ${!value}，再试一遍小程序。`,
    },
  },
} satisfies RuleText<typeof rule>
