/** All clauses by family. */
import type { Clause } from '../../engine/rule.js'
import { byFamily, type Family, familyData, familyOf, type PlatformId, runtimeOf } from '../index.js'
import type { Runtime } from '../runtimes.js'
import { ROWS } from './all.js'
import { clausesOf, leftOutOf } from './rows.js'

export { DOCUMENTS, type Document, type DocumentId, QUOTATIONS, type Quotation } from './quotations/index.js'

const runtimesOf = (family: Family) => Object.keys(familyData(family).runtimes) as Runtime[]

export const CLAUSES: Record<Family, readonly Clause[]> = byFamily((id) =>
  clausesOf({ id, runtimes: runtimesOf(id) }, ROWS[id]),
)

/** Rules without a demand on a platform, on purpose. */
export const leftOutOn = (id: PlatformId): string[] => leftOutOf(ROWS[familyOf(id)], runtimeOf(id))
