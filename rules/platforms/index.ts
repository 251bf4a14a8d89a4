/** All clauses by family. */
import type { Clause, Parameters } from '../../src/engine/rule.js'
import type { Family, Runtime } from '../../src/types.js'
import { alipay } from './alipay.js'
import { alipayAudit, mpaasAudit, wechatAudit } from './audit.js'
import { type Sources, split } from './cite.js'
import { clientCites } from './client-sources.js'
import { clientClauses } from './clients.js'
import { DEMANDS, type DemandedRule } from './demands.js'
import { alipayDomain, mpaasDomain, wechatDomain } from './domain.js'
import { alipayHttp, mpaasHttp, wechatHttp } from './http.js'
import { mpaas } from './mpaas.js'
import { alipayProject, mpaasProject, wechatProject } from './project.js'
import { wechat } from './wechat.js'

/** What a family says of each demand. A rule without a sentence does not compile. */
export type SourcesByRule = { [Id in DemandedRule]: Sources<Id> }

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

function clausesOf(runtimes: readonly Runtime[], sources: SourcesByRule): Clause[] {
  return DEMANDS.flatMap((demand) => runtimes.flatMap((runtime) => clauseOf(demand, runtime, sources)))
}

function clauseOf(demand: Demand, runtime: Runtime, sources: SourcesByRule): Clause[] {
  const level = demand[runtime]
  if (level === undefined) return []
  const { cite, cites } = split(sources[demand.rule], runtime)
  const own = { ...cites, ...clientCites(demand.rule, runtime) }
  const parameters = demand.parameters?.[runtime]
  return [{ rule: demand.rule, on: [runtime], level, cite, cites: own, ...(parameters && { parameters }) }]
}

/** What is said of any demand, whatever the reasons of its rule. */
interface Demand extends Partial<Record<Runtime, Clause['level']>> {
  rule: DemandedRule
  parameters?: Partial<Record<Runtime, Parameters>>
}
