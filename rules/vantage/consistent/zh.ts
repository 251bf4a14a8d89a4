import { fewOf } from '../../../src/i18n/few.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

const few = fewOf('、', (n) => ` 等（另有 ${n} 个）`)

const sides = <T extends { vantages: string[] }>(groups: readonly T[], of: (group: T) => string) =>
  groups.map((group) => `${few(group.vantages)}：${of(group)}`).join('；')

const certificates = (leaves: readonly { sha256: string; notAfter: string }[]) =>
  leaves
    .map(
      ({ sha256, notAfter }) => `有效期至 ${notAfter.slice(0, 10) || '?'}，SHA-256 ${sha256.slice(0, 16)}…`,
    )
    .join('以及 ')

export default {
  title: '从各个地点看到的一致',
  why: 'CDN 的应答因地区和运营商而异。证书、证书链或设置没有下发到每个节点时，那里的用户会失败，而在其他地方看来一切正常。',
  howToFix:
    '向 CDN 查询该地区由哪些节点服务，在那里重新部署证书和设置并刷新缓存。更新的证书需要几分钟到几小时才能下发到所有节点。',
  pass: ({ vantages }) => `从 ${few(vantages)} 看到的相同`,
  reasons: {
    'fails-somewhere': {
      message: ({ failing, others }, { subject }) =>
        `从 ${few(others)} 看 ${subject} 没有问题，但从以下地点看不合格：${failing.map(({ vantages, rules }) => `${few(vantages)}（${few(rules)}）`).join('；')}。`,
      fix: () => '请修复该地点的问题；具体方法见该地点的各项结果。',
    },
    'old-certificate': {
      message: ({ groups }, { subject }) =>
        `${subject} 更新后的证书没有下发到所有地点：${sides(groups, ({ leaves, old }) => `${certificates(leaves)}${old ? '（应更新）' : ''}`)}。`,
      fix: () => '请在服务这些地点的节点上部署新证书并重新加载。',
    },
    'other-certificate': {
      message: ({ groups }, { subject }) =>
        `${subject} 在各地点使用不同的证书，均未到更新时间：${sides(groups, ({ leaves }) => certificates(leaves))}。`,
    },
    'different-chain': {
      message: ({ groups }, { subject }) =>
        `${subject} 在各地点证书相同但证书链不同：${sides(groups, ({ certificates }) => `${certificates.join(' 或 ')} 张证书`)}。`,
      fix: () => '请在每个节点上部署同一条完整证书链。',
    },
    'different-versions': {
      message: ({ groups }, { subject }) =>
        `${subject} 在各地点支持的 TLS 版本不同：${sides(groups, ({ versions }) => versions.join('、') || '无')}。`,
      fix: () => '请让每个节点使用相同的 TLS 设置。',
    },
    'special-address': {
      message: ({ strange, others }, { subject }) =>
        `从部分地点解析 ${subject} 得到互联网上不存在的地址：${sides(strange, ({ addresses }) => few(addresses))}；从 ${few(others)} 解析则没有。`,
      fix: () => '请查明是谁给出的应答：内外网分离的 DNS，或被篡改的解析服务器。可用 --dns 对比。',
    },
    'different-status': {
      message: ({ path, groups }, { subject }) =>
        `${subject}${path} 的应答不同：${sides(groups, ({ status }) => `HTTP 状态码 ${status}`)}。`,
      fix: () => '请检查节点和源站上按地区或地址设置的规则（防火墙、限流、分地区的源站）。',
    },
    'other-addresses': {
      message: ({ groups }, { subject }) =>
        `从各地点解析 ${subject} 得到的地址不同：${sides(groups, ({ addresses }) => few(addresses))}。`,
    },
  },
} satisfies RuleText<typeof rule>
