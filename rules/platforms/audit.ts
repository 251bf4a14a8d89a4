/** What an audit owes every platform: nothing is left out in silence. Data only. */
import type { Citation, Clause } from '../../src/engine/rule.js'
import type { Runtime } from '../../src/types.js'
import type { LevelsOf } from '../all.js'
import { clausesOf } from './cite.js'
import { follows } from './quotations/index.js'

const COMPLETE: LevelsOf<'audit/complete'> = 'error'
const UNUSED: LevelsOf<'audit/unused'> = 'warning'

const clauses = clausesOf('audit')

/** The sentence that makes the list, and with it every entry, count. */
function auditClauses(on: readonly Runtime[], listed: Citation): Clause[] {
  const every = clauses(...on)
  return [every('complete', COMPLETE, listed), every('unused', UNUSED, listed)]
}

export const wechatAudit = auditClauses(['ios', 'android', 'devtools'], follows('wechat.only-listed'))
export const alipayAudit = auditClauses(['ios', 'android'], follows('alipay.only-listed'))
export const mpaasAudit = auditClauses(['ios', 'android'], follows('mpaas.only-listed'))
