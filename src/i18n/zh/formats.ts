/** Words of the reports for other programs that people read there, Chinese. */
import type { formats as en } from '../en/formats.js'

export const formats: typeof en = {
  config: '配置',
  notApplicable: '无可判定内容',
  waived: (waiver) => `已豁免${waiver === '' ? '' : `：${waiver}`}`,
  undetermined: '无法确定',
  moreErrors: (n) => `另有 ${n} 个错误`,
  moreWarnings: (n) => `另有 ${n} 个警告`,
  moreNotes: (n) => `另有 ${n} 条提示`,
  platforms: '平台',
  platform: '平台',
  verdict: '判定',
  findings: '结果',
  certificate: '证书',
  daysLeft: (n) => (n < 0 ? '已过期' : `剩 ${n} 天`),
  legend: '✔ 通过，! 有警告，✘ 不通过，? 无法确定，– 未使用',
  noDomains: '没有检查任何域名。',
  domainsNotShown: (n) => `另有 ${n} 个域名未列出。`,
  truncated: (n) => `另有 ${n} 项结果未列出：任务摘要最多 1 MiB。`,
  places: '各地点的域名',
  placesAlike: (n) => `另有 ${n} 个域名在各地点的结论相同。`,
  reportName: 'hefa',
}
