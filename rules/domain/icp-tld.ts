import { defineRule, evidence, fail, notApplicable, pass } from '../../src/engine/rule.js'
import { specialUseSuffix } from './entry-rule.js'

/**
 * Top-level domains people were refused a filing for. The ministry publishes which registries it has approved
 * (https://domain.miit.gov.cn), but only as a page to look into: a name missing here may still be refused.
 */
const NOT_FILEABLE = ['app', 'dev', 'fyi']
const LIST_READ_ON = '2026-11-20'

/** Without an approved top-level domain there is no ICP filing, and without one no server domain. */
export default defineRule({
  id: 'domain/icp-tld',
  subject: 'entry',
  needs: ['entry'],
  parameters: { tlds: NOT_FILEABLE },
  evidence: evidence<{
    pass: { tld: string; listReadOn: string }
    'not-fileable': { tld: string; listReadOn: string }
  }>(),
  reasons: { 'not-fileable': 'fail' },
  judge({ entry: { hostKind, host } }, { tlds }) {
    if (hostKind !== 'name' || host === null || specialUseSuffix(host) !== null) return [notApplicable]
    const tld = host.split('.').at(-1) ?? ''
    const found = { tld, listReadOn: LIST_READ_ON }
    return [tlds.includes(tld) ? fail('not-fileable', found) : pass(found)]
  },
})
