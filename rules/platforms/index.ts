/** All clauses by family. */
import type { Citation, Clause, Parameters } from '../../src/engine/rule.js'
import type { Family, Runtime } from '../../src/types.js'
import { alipay } from './alipay.js'
import { clientClauses } from './clients.js'
import { DEMANDS, type RuntimeDemand } from './demands.js'
import { alipayDomain, mpaasDomain, wechatDomain } from './domain.js'
import { alipayHttp, mpaasHttp, wechatHttp } from './http.js'
import { mpaas } from './mpaas.js'
import { alipayProject, mpaasProject, wechatProject } from './project.js'
import { wechat } from './wechat.js'

/** One sentence for all runtimes, or Apple's own for iOS. */
export type CitationsByRule = Record<string, Citation | { ios: Citation; other: Citation }>

const PHONES: Runtime[] = ['ios', 'android']
const EVERYWHERE: Runtime[] = [...PHONES, 'devtools']

export const CLAUSES: Record<Family, readonly Clause[]> = {
  wechat: [
    ...wechatDomain,
    ...clausesOf(EVERYWHERE, wechat),
    ...clientClauses('wechat', EVERYWHERE),
    ...wechatHttp,
    ...wechatProject,
  ],
  alipay: [
    ...alipayDomain,
    ...clausesOf(PHONES, alipay),
    ...clientClauses('alipay', PHONES),
    ...alipayHttp,
    ...alipayProject,
  ],
  mpaas: [
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

function clauseOf(demand: RuntimeDemand, runtime: Runtime, citations: CitationsByRule): Clause[] {
  const level = demand[runtime]
  const found = citations[demand.rule]
  if (level === undefined || found === undefined) return []
  const cite = 'quote' in found ? found : runtime === 'ios' ? found.ios : found.other
  const clause: Clause = { rule: demand.rule, on: [runtime], level, cite }
  const parameters: Parameters | undefined = demand.parameters?.[runtime]
  return [parameters ? { ...clause, parameters } : clause]
}
