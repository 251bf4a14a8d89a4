import type { RuleText } from '../../../src/i18n/types.js'
import { at, withRelease } from '../../../src/i18n/zh/domain-words.js'
import type rule from './rule.js'

export default {
  title: '同一接口中没有重复的域名',
  why: '重复的域名没有作用，只会让列表难以维护，还可能占用名额。',
  howToFix: '去掉重复的那一项。',
  pass: ({ entries }) => `共 ${entries} 项，没有重复`,
  reasons: {
    repeated: {
      message: ({ entry, api, firstLine }) => `${entry} 在 ${api} 中重复出现${at(firstLine)}。`,
      fix: (_, about) => withRelease('请删除其中一项。', about),
    },
    equivalent: {
      message: ({ entry, api, first, firstLine }) =>
        `${api} 中的 ${JSON.stringify(entry)} 与 ${JSON.stringify(first)}${at(firstLine)} 是同一个域名。`,
      fix: (_, about) => withRelease('请只保留一项，使用小写且不带“/”。', about),
    },
  },
} satisfies RuleText<typeof rule>
