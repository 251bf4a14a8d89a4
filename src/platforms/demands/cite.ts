/** How a clause says what it rests on: one sentence for the demand, and those of single reasons. */
import type { ReasonsById, RuleId } from '../../../rules/ids.js'
import type { Citation, Clause } from '../../engine/rule.js'
import type { Runtime } from '../runtimes.js'

/** By reason, where it has something of its own. */
export type CitesOf<Id extends RuleId> = { readonly [R in ReasonsById[Id]]?: Citation }

/** One sentence for all, or also some for single reasons, and for those that speak of iOS. */
export type Sources<Id extends RuleId> =
  | Citation
  | { whole: Citation; reasons: CitesOf<Id>; ios?: CitesOf<Id> }

/** Those of any rule. */
type AnyCites = NonNullable<Clause['cites']>
type AnySources = Citation | { whole: Citation; reasons: AnyCites; ios?: AnyCites }

export function split(sources: AnySources, runtime?: Runtime): Pick<Clause, 'cite' | 'cites'> {
  if (!('whole' in sources)) return { cite: sources }
  const { whole, reasons, ios } = sources
  return { cite: whole, cites: runtime === 'ios' ? { ...reasons, ...ios } : reasons }
}
