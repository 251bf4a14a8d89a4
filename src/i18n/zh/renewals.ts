/** Words about renewals, Chinese. */
import type { renewals as en } from '../en/renewals.js'

export const renewals: typeof en = {
  certificates: (n) => `${n} 个证书`,
  none: '没有看到任何证书。',
  noneInside: (within) => `${within}内没有需要续期的证书。`,
  columns: { host: '主机', expires: '到期', left: '剩余', lifetime: '有效期', issuer: '颁发者' },
  usedBy: '用于',
  days: (n) => `${n} 天`,
  state: { expired: '已过期', 'not-yet-valid': '尚未生效', due: '应立即续期', later: '暂不需要' },
  more: (n) => `另有 ${n} 个`,
  alsoAt: (hosts) => `还有 ${hosts}`,
  onlyAt: (host, addresses) => `${host} 仅在 ${addresses}`,
  onlyFor: (host, clients) => `${host} 仅对 ${clients}`,
  endsFirst: (name) => (name === '' ? '证书链中有证书先于它到期' : `中间证书 ${name} 先于它到期`),
  renewFrom: (date) => `${date} 起应续期`,
  every: (days) => `每 ${days} 天续期一次`,
  everyFrom: (date, days, maxDays) => `${date} 起签发的（最长 ${maxDays} 天）每 ${days} 天一次`,
  cadence: '按有效期计算的续期频率',
  legend: '有效：=   应续期：#   现在：|   到期：x   超出：>',
  later: (n, within) => `另有 ${n} 个证书在 ${within}之后才到期。`,
  unseen: '未看到证书',
  unseenReason: {
    'no-target': '该条目没有指明服务器',
    'not-observed': '未看到证书',
    'unreadable-dates': '证书的日期无法读取',
  },
  exit: {
    0: '退出状态 0：没有紧急事项。',
    1: '退出状态 1：有证书必须及时续期。',
    3: '退出状态 3：有证书未能看到。',
  },
  allowed: '退出状态 0：没有紧急事项；按要求放过了未能看到的证书。',
  event: {
    summary: (hosts) => `续期 ${hosts} 的证书`,
    expires: (instant) => `到期时刻：${instant}。`,
    servedAt: '使用它的主机',
    issuer: '颁发者',
    renew: '续期后连同证书链一起安装，重新加载服务器，再运行：hefa check',
    alarm: (hosts) => `${hosts} 的证书必须续期`,
  },
  unit: { d: (n) => `${n} 天`, h: (n) => `${n} 小时` },
}
