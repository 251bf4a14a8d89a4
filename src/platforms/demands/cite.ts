/** How a clause cites its source: one sentence for the requirement, and others for single reasons. */
import type { ReasonsById, RuleId } from '../../../rules/ids.js'
import type { Citation, Clause } from '../../engine/rule.js'
import type { Runtime } from '../runtimes.js'

/** By reason, where a reason has its own source. */
export type CitesOf<Id extends RuleId> = { readonly [R in ReasonsById[Id]]?: Citation }

/** One sentence for all reasons, or also separate ones for single reasons and for those about iOS. */
export type Sources<Id extends RuleId> =
  | Citation
  | { whole: Citation; reasons: CitesOf<Id>; ios?: CitesOf<Id> }

/** The sentences of any rule. */
type AnyCites = NonNullable<Clause['cites']>
type AnySources = Citation | { whole: Citation; reasons: AnyCites; ios?: AnyCites }

export function split(sources: AnySources, runtime?: Runtime): Pick<Clause, 'cite' | 'cites'> {
  if (!('whole' in sources)) return { cite: sources }
  const { whole, reasons, ios } = sources
  return { cite: whole, cites: runtime === 'ios' ? { ...reasons, ...ios } : reasons }
}
