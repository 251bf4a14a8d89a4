/** All clauses by family. */
import type { Clause } from '../../engine/rule.js'
import { byFamily, type Family, familyData } from '../index.js'
import type { Runtime } from '../runtimes.js'
import { ROWS } from './all.js'
import { clausesOf, leftOutOf } from './rows.js'

export { DOCUMENTS, type Document, type DocumentId, QUOTATIONS, type Quotation } from './quotations/index.js'

const runtimesOf = (family: Family) => Object.keys(familyData(family).runtimes) as Runtime[]

export const CLAUSES: Record<Family, readonly Clause[]> = byFamily((id) =>
  clausesOf({ id, runtimes: runtimesOf(id) }, ROWS[id]),
)

/** Rules of which a family says that it does not demand them. */
export const NOT_DEMANDED: Record<Family, readonly string[]> = byFamily((id) => leftOutOf(ROWS[id]))
