import type { RuleText } from '../../../src/i18n/types.js'
import { few } from '../words/zh.js'
import type rule from './rule.js'

export default {
  title: '域名能解析到地址',
  why: '域名解析不出地址时，所有手机上的请求都会直接报网络错误。',
  howToFix: [
    '用用户所用的 DNS 查询；刚添加的记录要等 TTL 过去：',
    '  dig +short HOST @223.5.5.5',
    '如果只有公司内部的 DNS 能解析，手机就解析不到。',
  ].join('\n'),
  pass: ({ addresses }) => `解析到 ${few(addresses)}`,
  unknown: {
    'no-answer': '解析服务器没有应答',
    'aaaa-no-answer': '查到了 IPv4 地址，但 IPv6 地址的查询没有应答',
  },
  reasons: {
    nxdomain: {
      message: ({ resolver }, { subject }) =>
        `域名 ${subject} 不存在：DNS 服务器（${resolver}）返回 NXDOMAIN。`,
      fix: () => '请检查拼写，或在 DNS 服务商处添加 A 记录。',
    },
    'no-address': {
      message: ({ resolver, cname }, { subject }) =>
        cname.length > 0
          ? `${subject} 是 ${cname.join(' → ')} 的别名，但后者没有地址（查询自 ${resolver}）。`
          : `${subject} 存在，但既没有 A 记录也没有 AAAA 记录（查询自 ${resolver}）。`,
      fix: () => '请添加 A 记录，或修正 CNAME 的目标。',
    },
    'no-answer': {
      message: ({ resolver, cause }, { subject }) =>
        `DNS 服务器（${resolver}）没有给出 ${subject} 的有效应答：${cause}。`,
      fix: () => '请重试，或换一台 DNS 服务器：--dns 223.5.5.5',
    },
    'aaaa-no-answer': {
      message: ({ resolver, cause }, { subject }) =>
        `无法从 ${resolver} 得知 ${subject} 是否有 IPv6 地址：${cause}。`,
      fix: () => '请重试，或换一台 DNS 服务器：--dns 223.5.5.5',
    },
  },
} satisfies RuleText<typeof rule>
