import type { RuleText } from '../../../src/i18n/types.js'
import { FOLDS, PROBLEMS, withRelease } from '../../../src/i18n/zh/domain-words.js'
import { CONSOLE } from '../words/zh.js'
import type rule from './rule.js'

export default {
  title: '每一项都只有协议、域名和端口',
  why: '后台只接受协议、域名和端口；带有其他内容的项无法保存，或永远匹配不上。',
  howToFix: `只写协议、主机名，有端口时写端口：https://api.example.com。${CONSOLE}`,
  pass: ({ text }) => `${text} 格式正确`,
  reasons: {
    malformed: {
      message: ({ problems, text }) =>
        `${JSON.stringify(text)} 不是合法的服务器域名，其中有：${problems.map((problem) => PROBLEMS[problem]).join('、')}。`,
      fix: ({ problems }, about) =>
        withRelease(
          problems.includes('wildcard')
            ? '请逐个写出完整域名：不支持通配符。'
            : '请只写协议和域名，例如 https://api.example.com。',
          about,
        ),
    },
    several: {
      message: ({ text, count }) => `${JSON.stringify(text)} 一项中写了 ${count} 个域名，一个都没有检查。`,
      fix: ({ parts, count }, about) =>
        withRelease(
          [
            '请每个域名各写一项：',
            ...parts.map((part) => `  ${JSON.stringify(part)},`),
            ...(count > parts.length ? [`  ……还有 ${count - parts.length} 个`] : []),
          ].join('\n'),
          about,
        ),
    },
    'trailing-slash': {
      message: ({ text }) => `${text} 末尾的“/”不属于服务器域名。`,
      fix: ({ cut }, about) => withRelease(`请写成 ${cut}`, about),
    },
    folded: {
      message: ({ folded, text, host }) =>
        `${text} 按 ${host ?? '空主机名'} 处理：已转换${folded.map((fold) => FOLDS[fold]).join('、')}。`,
      fix: ({ host }) => (host === null ? '请用小写 ASCII 字符书写域名。' : `请在后台填写 ${host}。`),
    },
  },
} satisfies RuleText<typeof rule>
