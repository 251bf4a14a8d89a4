/** What every family requires. */
import type { Citation, Clause } from '../../engine/rule.js'
import { byFamily, type Family, familyData, familyOf, type PlatformId, runtimeOf } from '../index.js'
import type { Runtime } from '../runtimes.js'
import { ROWS } from './all.js'
import { clausesOf, leftOutOf } from './rows.js'

export { DOCUMENTS, type Document, type DocumentId, QUOTATIONS, type Quotation } from './quotations/index.js'

const runtimesOf = (family: Family) => Object.keys(familyData(family).runtimes) as Runtime[]

/** All clauses by family: its own, and hefa's advice for rules about which it says nothing. */
export const clausesWith = (advice: Readonly<Record<string, AnyAdvice>>): Record<Family, readonly Clause[]> =>
  byFamily((id) => {
    const family = { id, runtimes: runtimesOf(id) }
    const silent = Object.entries(advice).filter(([rule]) => !(rule in ROWS[id]))
    return [...clausesOf(family, ROWS[id]), ...silent.map(([rule, own]) => advised(rule, own, family))]
  })

type AnyAdvice = Pick<Clause, 'level' | 'parameters'>

const ADVISED: Citation = { title: 'hefa', quote: '', basis: 'advised' }
const advised = (rule: string, own: AnyAdvice, { runtimes }: { runtimes: readonly Runtime[] }): Clause => ({
  rule,
  on: runtimes,
  ...own,
  cite: ADVISED,
})

/** Rules that deliberately have no requirement on a platform. */
export const leftOutOn = (id: PlatformId): string[] => leftOutOf(ROWS[familyOf(id)], runtimeOf(id))
