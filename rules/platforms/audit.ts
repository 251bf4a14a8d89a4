/** What an audit owes every platform: nothing is left out in silence. Data only. */
import type { Citation, Clause } from '../../src/engine/rule.js'
import type { Runtime } from '../../src/types.js'
import type { LevelsOf } from '../all.js'
import { ALIPAY_MATCH, clausesOf, mpaasNetwork, wechatNetwork } from './cite.js'

const COMPLETE: LevelsOf<'audit/complete'> = 'error'
const UNUSED: LevelsOf<'audit/unused'> = 'warning'

const clauses = clausesOf('audit')

/** The sentence that makes the list, and with it every entry, count. */
function auditClauses(on: readonly Runtime[], listed: Citation): Clause[] {
  const every = clauses(...on)
  return [every('complete', COMPLETE, listed), every('unused', UNUSED, listed)]
}

export const wechatAudit = auditClauses(
  ['ios', 'android', 'devtools'],
  wechatNetwork('每个微信小程序需要事先设置通讯域名，小程序只可以跟指定的域名进行网络通信'),
)
export const alipayAudit = auditClauses(['ios', 'android'], ALIPAY_MATCH)
export const mpaasAudit = auditClauses(
  ['ios', 'android'],
  mpaasNetwork(
    '请确认请求 URL 地址在外网是否能正常请求 HTTPS 协议，小程序真机中均为线上环境的正式请求，不能使用局域网本地请求',
  ),
)
