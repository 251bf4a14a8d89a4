import type { RuleText } from '../../../src/i18n/types.js'
import { withRelease } from '../../../src/i18n/zh/domain-words.js'
import type rule from './rule.js'

export default {
  title: '域名后缀可以备案',
  why: '服务器域名必须经过 ICP 备案，而工信部未批复的域名后缀无法备案。',
  howToFix: '趁后台尚未拒绝，换成能备案的顶级域名，例如 .com 或 .cn。',
  pass: ({ tld, listReadOn }) => `.${tld} 是已获批复的后缀（截至 ${listReadOn}）`,
  unknown: { 'not-listed': '域名后缀不在已批复列表中' },
  reasons: {
    'not-fileable': {
      message: ({ tld, listReadOn }) =>
        `.${tld} 后缀的域名无法办理 ICP 备案（截至 ${listReadOn}；工信部列表见 https://domain.miit.gov.cn）。`,
      fix: (_, about) => withRelease('请改用已批复后缀的域名，例如 .com 或 .cn。', about),
    },
    'not-listed': {
      message: ({ tld, listReadOn }) =>
        `.${tld} 不在工信部已批复的域名后缀列表中（截至 ${listReadOn}），无法判断其域名能否备案。`,
      fix: () => '请在 https://domain.miit.gov.cn 查询，并向办理备案的服务商确认。',
    },
  },
} satisfies RuleText<typeof rule>
