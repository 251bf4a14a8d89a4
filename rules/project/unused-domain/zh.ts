import type { RuleText } from '../../../src/i18n/types.js'
import { withRelease } from '../../../src/i18n/zh/domain-words.js'
import type rule from './rule.js'

/** At least one of the counts is not 0. */
function gaps(calls: number, files: number): string {
  const told = calls > 0 && `有 ${calls} 个调用的 URL 无法确定`
  const read = files > 0 && `有 ${files} 个文件被跳过`
  return [told, read].filter(Boolean).join('，')
}

export default {
  title: '列表中的主机都有调用',
  why: '列表的数量有限；无人照看的域名可能易主，而小程序仍然信任它。',
  howToFix: '除非插件、网页或服务器下发的数据会用到，请从列表中删除。',
  pass: () => '列表中的主机在源码中都有提到',
  unknown: {
    'not-determined': '存在无法确定 URL 的调用或没有读取的文件，可能用到了它',
  },
  reasons: {
    unused: {
      message: ({ host, api }, { subject }) => `${subject || host} 配置在 ${api} 中，但源码没有提到它。`,
      fix: (_, about) => withRelease('除非插件或数据会用到，请从列表中删除。', about),
    },
    'not-determined': {
      message: ({ host, calls, files }, { subject }) =>
        `无法确定 ${subject || host} 是否用到：${gaps(calls, files)}。`,
      fix: () => '相关调用见 project/unlisted-domain。',
    },
  },
} satisfies RuleText<typeof rule>
