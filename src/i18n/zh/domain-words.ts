/** Words the domain texts share. */
import type { EntryFact, SyntaxProblem } from '../../facts/index.js'
import { type FamilyData, familiesWith, familyData, familyName } from '../../platforms/index.js'
import type { About } from '../types.js'

export const PROBLEMS: Record<SyntaxProblem, string> = {
  path: '路径',
  'trailing-slash': '末尾的“/”',
  query: '查询参数（?...）',
  fragment: '片段（#...）',
  'user-info': '用户信息（...@）',
  wildcard: '通配符（*）',
  space: '空格',
  underscore: '下划线',
  'empty-label': '两个点之间的空段',
  'long-label': '超过 63 个字符的段',
  'long-name': '超过 253 个字符的域名',
  hyphen: '以“-”开头或结尾的段',
  'trailing-dot': '末尾的点',
  character: '字母、数字、“-”、“.”、“:”以外的字符',
  'bad-port': '不在 1 到 65535 之间的端口',
  'empty-port': '没有端口号的“:”',
  'bad-a-label': '无法解码的“xn--”段',
  'empty-host': '空的主机名',
  several: '不止一个域名',
}
export const FOLDS: Record<EntryFact['folded'][number], string> = {
  space: '首尾空格',
  'full-width': '全角字符',
  'unicode-name': '非 ASCII 域名',
  'upper-case': '大写字母',
}

/** The names of those of the sentence's families to which something applies; null for none. */
export function namesOf({ platforms }: About, has: (family: FamilyData) => boolean): string | null {
  const names = familiesWith(platforms, has).map((family) => familyName(family, 'zh'))
  return names.length === 0 ? null : names.join('和')
}

/** Does it apply to one of them? */
export const on = (about: About, has: (family: FamilyData) => boolean): boolean =>
  namesOf(about, has) !== null

export const callsLan = ({ traits }: FamilyData) => traits?.lanCalls === true
export const packsList = ({ traits }: FamilyData) => traits?.isListPacked === true
export const allowsPorts = ({ lists }: FamilyData) => lists.ports === 'allow'
export const takesNoPorts = ({ lists }: FamilyData) => lists.ports === 'forbid'
export const listsByApi = ({ lists }: FamilyData) => lists.per === 'api'

/** 支付宝与 mPaaS 的列表改动之后都要做的事。 */
export function withRelease(advice: string, about: About): string {
  const lines = [advice]
  if (on(about, packsList)) lines.push('修改服务器域名白名单后，需要重新打包上传小程序，新列表才会生效。')
  for (const { name, listSwitch } of switchesOf(about))
    lines.push(`${name} 还需打开“${listSwitch}”，白名单才起作用。`)
  return lines.join('\n')
}

export const at = (line: number | undefined) => (line === undefined ? '' : `（第 ${line} 行）`)

const switchesOf = ({ platforms }: About) =>
  familiesWith(platforms, ({ traits }) => traits?.listSwitch !== undefined).map((family) => ({
    name: familyName(family, 'zh'),
    listSwitch: familyData(family).traits?.listSwitch,
  }))

/** What the families' pages said at another time. */
export const noteOf = ({ platforms }: About, key: keyof NonNullable<FamilyData['notes']>): string =>
  familiesWith(platforms, ({ notes }) => notes?.[key] !== undefined)
    .map((family) => familyData(family).notes?.[key]?.zh ?? '')
    .join('')
