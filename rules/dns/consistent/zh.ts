import type { RuleText } from '../../../src/i18n/types.js'
import { few } from '../words/zh.js'
import type rule from './rule.js'

const sides = (groups: { addresses: string[] }[], of: (at: number) => string) =>
  groups.map(({ addresses }, at) => `${few(addresses)}：${of(at)}`).join('；')

export default {
  title: '所有地址表现一致',
  why: '手机会被分配到任意一个地址。更新证书时漏掉一台，部分请求就会时好时坏。',
  howToFix: '更换证书时漏掉了该域名后面的某台机器。把相同的文件放到每一台并逐一重新加载；CDN 需要等几分钟。',
  pass: ({ addresses }) => `${addresses.length} 个地址表现一致`,
  reasons: {
    'different-leaf': {
      message: ({ groups }, { subject }) =>
        `${subject} 的各地址使用不同的证书：${sides(groups, (at) => `有效期至 ${groups[at]?.notAfter.slice(0, 10)}，SHA-256 ${groups[at]?.sha256.slice(0, 16)}…`)}。`,
      fix: () => '请在该域名后的每台服务器上部署同一张证书，并全部重新加载。',
    },
    'different-chain': {
      message: ({ groups }, { subject }) =>
        `${subject} 的各地址证书相同但证书链不同：${sides(groups, (at) => `${groups[at]?.certificates} 张证书`)}。`,
      fix: () => '请在该域名后的每台服务器上部署同一条完整证书链。',
    },
    'different-versions': {
      message: ({ groups }, { subject }) =>
        `${subject} 的各地址支持的 TLS 版本不同：${sides(groups, (at) => groups[at]?.versions.join('、') || '无')}。`,
      fix: () => '请让该域名后的每台服务器使用相同的 TLS 设置。',
    },
    dead: {
      message: ({ dead, living }, { subject }) =>
        `${subject}：${few(dead)} 拒绝连接，${few(living)} 有应答。`,
      fix: () => '请启动该处的服务，或从 DNS 中删除该地址。',
    },
  },
} satisfies RuleText<typeof rule>
