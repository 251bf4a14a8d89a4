/** What a family says of every rule: one row for each, none left out. */
import type { LevelsOf, RuleId } from '../../../rules/all.js'
import type { Citation, Clause, Parameters } from '../../engine/rule.js'
import type { Family, PlatformId } from '../index.js'
import type { Runtime } from '../runtimes.js'
import { type Sources, split } from './cite.js'
import { clientCites } from './client-sources.js'
import { type ClientRule, DEMANDS, type DemandedRule, HANDSHAKE } from './clients.js'

/** Demanded by the family's own pages, alike on all its systems. */
export interface Listed<Id extends RuleId> {
  level: LevelsOf<Id>
  sources: Sources<Id>
  parameters?: Parameters
}

/** The family demands nothing of the kind; the sentence is the one to be read otherwise if it did. */
export interface NotDemanded {
  notDemanded: Citation
}

/** Levels of what clients demand stand in the table of the systems: the family gives its sentence alone. */
type RowOf<Id extends RuleId> =
  | NotDemanded
  | (Id extends DemandedRule ? Sources<Id> : Id extends ClientRule ? Citation : Listed<Id>)

/** A rule without a row does not compile. */
export type Rows = { readonly [Id in RuleId]: RowOf<Id> }

interface Anyone {
  id: Family
  runtimes: readonly Runtime[]
}

type AnySources = Sources<RuleId>
type AnyRow =
  | NotDemanded
  | AnySources
  | { level: Clause['level']; sources: AnySources; parameters?: Parameters }

const demands = new Map<string, Demand>(DEMANDS.map((demand) => [demand.rule, demand]))

export function clausesOf(family: Anyone, rows: Rows): Clause[] {
  return Object.entries<AnyRow>(rows).flatMap(([rule, row]) => {
    if ('notDemanded' in row) return []
    if ('level' in row) return [listed(rule, row, family)]
    const demand = demands.get(rule)
    return family.runtimes.flatMap((runtime) =>
      demand ? ofSystem(demand, runtime, row) : ofClients(rule, runtime, family, split(row).cite),
    )
  })
}

/** Rules that a family says it does not demand. */
export const leftOutOf = (rows: Rows): string[] =>
  Object.entries<AnyRow>(rows).flatMap(([rule, row]) => ('notDemanded' in row ? [rule] : []))

function listed(
  rule: string,
  { level, sources, parameters }: { level: Clause['level']; sources: AnySources; parameters?: Parameters },
  { runtimes }: Anyone,
): Clause {
  return { rule, on: runtimes, level, ...split(sources), ...(parameters && { parameters }) }
}

/** What is said of any demand, whatever the reasons of its rule. */
interface Demand extends Partial<Record<Runtime, Clause['level']>> {
  rule: DemandedRule
  parameters?: Partial<Record<Runtime, Parameters>>
}

function ofSystem(demand: Demand, runtime: Runtime, sources: AnySources): Clause[] {
  const level = demand[runtime]
  if (level === undefined) return []
  const { cite, cites } = split(sources, runtime)
  const own = { ...cites, ...clientCites(demand.rule, runtime) }
  const parameters = demand.parameters?.[runtime]
  return [{ rule: demand.rule, on: [runtime], level, cite, cites: own, ...(parameters && { parameters }) }]
}

function ofClients(rule: string, runtime: Runtime, { id }: Anyone, cite: Citation): Clause[] {
  const { level, asks } = HANDSHAKE[rule as ClientRule]
  const platform = `${id}-${runtime}` as PlatformId
  return [{ rule, on: [runtime], level, cite, ...(asks === 'platform' && { parameters: { platform } }) }]
}
