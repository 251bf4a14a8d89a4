/** How a clause says what it rests on: one sentence for the demand, and those of single reasons. */
import type { Citation, Clause, Parameters } from '../../src/engine/rule.js'
import type { Runtime } from '../../src/types.js'
import type { LevelsOf, NameIn, ReasonsById, RuleId } from '../all.js'

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

/** Makes the clauses of one group of rules, for the runtimes named. */
export const clausesOf =
  <Group extends string>(group: Group) =>
  (...on: Runtime[]) =>
  <Name extends NameIn<Group>>(
    name: Name,
    level: LevelsIn<Group, Name>,
    sources: Sources<IdIn<Group, Name>>,
    parameters?: Parameters,
  ): Clause => ({
    rule: `${group}/${name}`,
    on,
    level,
    ...split(sources),
    ...(parameters && { parameters }),
  })

type IdIn<Group extends string, Name extends string> = Extract<RuleId, `${Group}/${Name}`>
type LevelsIn<Group extends string, Name extends string> = LevelsOf<IdIn<Group, Name>>
