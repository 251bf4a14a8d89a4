/** All clauses by family. */
import type { Citation, Clause, Parameters } from '../../src/engine/rule.js'
import type { Family, Runtime } from '../../src/types.js'
import { alipay } from './alipay.js'
import { alipayAudit, mpaasAudit, wechatAudit } from './audit.js'
import { clientClauses } from './clients.js'
import { DEMANDS, type DemandedRule } from './demands.js'
import { alipayDomain, mpaasDomain, wechatDomain } from './domain.js'
import { alipayHttp, mpaasHttp, wechatHttp } from './http.js'
import { mpaas } from './mpaas.js'
import { alipayProject, mpaasProject, wechatProject } from './project.js'
import { wechat } from './wechat.js'

/** One sentence for all runtimes, or Apple's own for iOS. A rule without a sentence does not compile. */
export type CitationsByRule = Record<DemandedRule, Citation | { ios: Citation; other: Citation }>

const PHONES: Runtime[] = ['ios', 'android']
const EVERYWHERE: Runtime[] = [...PHONES, 'devtools']

export const CLAUSES: Record<Family, readonly Clause[]> = {
  wechat: [
    ...wechatAudit,
    ...wechatDomain,
    ...clausesOf(EVERYWHERE, wechat),
    ...clientClauses('wechat', EVERYWHERE),
    ...wechatHttp,
    ...wechatProject,
  ],
  alipay: [
    ...alipayAudit,
    ...alipayDomain,
    ...clausesOf(PHONES, alipay),
    ...clientClauses('alipay', PHONES),
    ...alipayHttp,
    ...alipayProject,
  ],
  mpaas: [
    ...mpaasAudit,
    ...mpaasDomain,
    ...clausesOf(PHONES, mpaas),
    ...clientClauses('mpaas', PHONES),
    ...mpaasHttp,
    ...mpaasProject,
  ],
}

function clausesOf(runtimes: readonly Runtime[], citations: CitationsByRule): Clause[] {
  return DEMANDS.flatMap((demand) => runtimes.flatMap((runtime) => clauseOf(demand, runtime, citations)))
}

function clauseOf(demand: Demand, runtime: Runtime, citations: CitationsByRule): Clause[] {
  const level = demand[runtime]
  if (level === undefined) return []
  const found = citations[demand.rule]
  const cite = 'quote' in found ? found : runtime === 'ios' ? found.ios : found.other
  const parameters = demand.parameters?.[runtime]
  return [{ rule: demand.rule, on: [runtime], level, cite, ...(parameters && { parameters }) }]
}

/** What is said of any demand, whatever the reasons of its rule. */
interface Demand extends Partial<Record<Runtime, Clause['level']>> {
  rule: DemandedRule
  parameters?: Partial<Record<Runtime, Parameters>>
}
