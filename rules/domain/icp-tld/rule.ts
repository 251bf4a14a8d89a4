import { defineRule, evidence, fail, notApplicable, pass, unknown } from '../../../src/engine/rule.js'
import { A_HOST } from '../../presuppositions.js'
import { specialUseSuffix } from '../entry-rule.js'
import { APPROVED, LIST_READ_ON, NOT_FILEABLE } from './icp-tlds.js'

type Tld = { tld: string; listReadOn: string }

/** Without an approved top-level domain there is no ICP filing, and without a filing no server domain. */
export default defineRule({
  id: 'domain/icp-tld',
  subject: 'entry',
  presupposes: A_HOST,
  needs: ['entry'],
  /** `tlds` are known to be rejected, `approved` to be approved; the rest is unknown. */
  parameters: { tlds: [...NOT_FILEABLE], approved: [...APPROVED] },
  evidence: evidence<{ pass: Tld; 'not-fileable': Tld; 'not-listed': Tld }>(),
  reasons: { 'not-fileable': 'fail', 'not-listed': 'unknown' },
  judge({ entry: { hostKind, host } }, { tlds, approved }) {
    if (hostKind !== 'name' || host === null || specialUseSuffix(host) !== null) return [notApplicable]
    const tld = host.split('.').at(-1) ?? ''
    const found = { tld, listReadOn: LIST_READ_ON }
    if (tlds.includes(tld)) return [fail('not-fileable', found)]
    return [approved.includes(tld) ? pass(found) : unknown('not-listed', found)]
  },
})
