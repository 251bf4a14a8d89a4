import type { RuleText } from '../../../src/i18n/types.js'
import { more } from '../words/zh.js'
import type rule from './rule.js'

export default {
  title: '每一项设置都起作用',
  why: '主机名写错，或设置针对的平台并未判定时，设置不起任何作用，看上去却像生效了。',
  pass: () => '每一项设置都起作用',
  reasons: {
    'no-such-host': {
      message: ({ part, key }) => `${part}：${JSON.stringify(key)} 不在任何域名列表中，不起作用。`,
      fix: () => '请按列表中的写法填写主机名，或删除这一项。',
    },
    'no-such-platform': {
      message: ({ part }) => `${part} 与要判定的任何平台都无关，不起作用。`,
      fix: () => '请把相应平台加入 "platforms"，或删除这一项。',
    },
    'nothing-waived': {
      message: ({ part, rule, host }) => `${part} 没有豁免任何问题：${rule} 在 ${host} 上没有发现问题。`,
      fix: () => '请删除这条豁免：它所豁免的问题已经解决。',
    },
    'fixed-in-baseline': {
      message: ({ count, first }) => `${count} 个已知问题已不存在：${more(first, count)}。`,
      fix: () => '请用 --write-baseline 重新生成基线，以免这些问题再次出现时无人察觉。',
    },
    'made-from-source': {
      message: () => '列表是由被比对的源码生成的：每个调用都在列表中，并不说明后台也是如此。',
      fix: () => '请与平台后台的列表核对，然后从配置中删除 "madeFrom"。',
    },
  },
} satisfies RuleText<typeof rule>
