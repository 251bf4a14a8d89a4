import type { RuleText } from '../../../src/i18n/types.js'
import { withRelease } from '../../../src/i18n/zh/domain-words.js'
import type rule from './rule.js'

export default {
  title: '每个域名都有 ICP 备案号',
  why: '各平台只接受经过 ICP 备案的服务器域名。备案信息没有公开查询接口，这里只检查配置中备案号的格式。',
  howToFix: [
    '在 beian.miit.gov.cn 查到备案号并写入配置；App 或小程序的备案不能代替服务器域名的备案：',
    '  "icp": { "example.com": "京ICP备2024000001号-1" }',
  ].join('\n'),
  pass: ({ numbers }) =>
    `格式正确：${Object.entries(numbers)
      .map(([name, number]) => `${name} ${number}`)
      .join('、')}`,
  unknown: { 'not-given': '配置中没有备案号' },
  reasons: {
    'not-given': {
      message: ({ domain }) => `无法确定 ${domain} 是否已完成 ICP 备案：配置中没有备案号。`,
      fix: ({ domain }) =>
        `请在 https://beian.miit.gov.cn 查询并写入配置："icp": { "${domain}": "京ICP备2024000001号-1" }`,
    },
    'app-number': {
      message: ({ domain, number }) =>
        `${number}（${domain}）以 A 结尾，是 App 备案号，不能证明服务器域名已备案。`,
      fix: (_, about) => withRelease('请填写该域名自己的网站备案号，以 -N 结尾。', about),
    },
    'mini-program-number': {
      message: ({ domain, number }) =>
        `${number}（${domain}）以 X 结尾，是小程序备案号，不能证明服务器域名已备案。`,
      fix: (_, about) => withRelease('请填写该域名自己的网站备案号，以 -N 结尾。', about),
    },
    'quick-app-number': {
      message: ({ domain, number }) =>
        `${number}（${domain}）以 K 结尾，是快应用备案号，不能证明服务器域名已备案。`,
      fix: (_, about) => withRelease('请填写该域名自己的网站备案号，以 -N 结尾。', about),
    },
    licence: {
      message: ({ domain, number }) => `${number}（${domain}）是经营许可证（ICP 证）编号，不是 ICP 备案号。`,
      fix: (_, about) => withRelease('请填写备案号，例如“京ICP备2024000001号-1”。', about),
    },
    malformed: {
      message: ({ domain, number }) =>
        `${JSON.stringify(number)}（${domain}）不是 ICP 备案号：应由省份简称、“ICP备”、8 位或 10 位数字、“号”和“-N”组成。`,
      fix: (_, about) =>
        withRelease('请从 https://beian.miit.gov.cn 复制，例如“京ICP备2024000001号-1”。', about),
    },
    'no-site-number': {
      message: ({ domain, number }) =>
        `${number}（${domain}）没有 -N，只能说明备案主体，不能对应到具体网站。`,
      fix: (_, about) => withRelease('请填写带网站序号的备案号，例如以 -1 结尾。', about),
    },
  },
} satisfies RuleText<typeof rule>
