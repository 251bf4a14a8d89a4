/** Texts of the rules about a whole domain list, and about filings. */
import type { DomainTexts } from '../en/domain.js'
import { at, noteOf, withRelease } from './domain-words.js'

export const domainList: Pick<
  DomainTexts,
  'domain/limit' | 'domain/duplicate' | 'domain/subdomain' | 'domain/icp-tld' | 'domain/icp-filing'
> = {
  'domain/limit': {
    title: '域名数量不超过后台上限',
    why: '超过上限的域名无法保存到后台，对它们的请求在所有手机上都会失败。',
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
  },
  'domain/duplicate': {
    title: '同一接口中没有重复的域名',
    why: '重复的域名没有作用，只会让列表难以维护，还可能占用名额。',
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
  },
  'domain/subdomain': {
    title: '父域名与子域名的匹配方式',
    why: '在微信中 example.com 不包含 api.example.com；在支付宝中包含。',
    pass: ({ match }) => (match === 'host' ? '没有单独配置的父域名' : '每一项都有作用'),
    reasons: {
      'parent-only': {
        message: ({ entry, api, domain }) =>
          `${api} 中的 ${entry} 只匹配 ${domain} 本身：api.${domain} 这样的子域名需要单独配置。`,
        fix: () => '请配置所有会请求到的子域名。',
      },
      covered: {
        message: ({ entry, by }) => `${entry} 没有作用：白名单以一级域名进行匹配，${by} 已经包含它。`,
        fix: (_, about) => withRelease('可以省略这一项。', about),
      },
    },
  },
  'domain/icp-tld': {
    title: '域名后缀可以备案',
    why: '服务器域名必须经过 ICP 备案，而工信部未批复的域名后缀无法备案。',
    pass: ({ tld, listReadOn }) => `.${tld} 是已获批复的后缀（截至 ${listReadOn}）`,
    reasons: {
      'not-fileable': {
        message: ({ tld, listReadOn }) =>
          `.${tld} 后缀的域名无法进行 ICP 备案（截至 ${listReadOn}；工信部名单见 https://domain.miit.gov.cn）。`,
        fix: (_, about) => withRelease('请改用已批复后缀的域名，例如 .com 或 .cn。', about),
      },
      'not-listed': {
        message: ({ tld, listReadOn }) =>
          `.${tld} 不在工信部已批复的域名后缀名单中（截至 ${listReadOn}），无法判断其域名能否备案。`,
        fix: () => '请在 https://domain.miit.gov.cn 查询，并向办理备案的服务商确认。',
      },
    },
  },
  'domain/icp-filing': {
    title: '每个域名都有 ICP 备案号',
    why: '各平台只接受经过 ICP 备案的服务器域名。备案信息没有公开查询接口，这里只检查配置中备案号的格式。',
    pass: ({ numbers }) =>
      `格式正确：${Object.entries(numbers)
        .map(([name, number]) => `${name} ${number}`)
        .join('、')}`,
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
        message: ({ domain, number }) =>
          `${number}（${domain}）是经营许可证（ICP 证）编号，不是 ICP 备案号。`,
        fix: (_, about) => withRelease('请填写备案号，例如 京ICP备2024000001号-1。', about),
      },
      malformed: {
        message: ({ domain, number }) =>
          `${JSON.stringify(number)}（${domain}）不是 ICP 备案号：应由省份简称、“ICP备”、8 位或 10 位数字、“号”和“-N”组成。`,
        fix: (_, about) =>
          withRelease('请从 https://beian.miit.gov.cn 复制，例如 京ICP备2024000001号-1。', about),
      },
      'no-site-number': {
        message: ({ domain, number }) =>
          `${number}（${domain}）没有 -N，只能说明备案主体，不能对应到具体网站。`,
        fix: (_, about) => withRelease('请填写带网站序号的备案号，例如以 -1 结尾。', about),
      },
    },
  },
}
