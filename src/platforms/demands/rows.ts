/** What a family says of every rule: one row for each, none left out. */
import type { AdvisedRule, LevelsOf, RuleId } from '../../../rules/ids.js'
import type { Citation, Clause, Parameters, Unpublished } from '../../engine/rule.js'
import { type Family, type PlatformId, runtimeData } from '../index.js'
import type { Runtime } from '../runtimes.js'
import { type Sources, split } from './cite.js'
import { clientCites } from './client-sources.js'
import { type ClientRule, DEMANDS, type DemandedRule, HANDSHAKE } from './clients.js'
import { ANYWHERE } from './unknown.js'

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

/** What decides is published by nobody; the sentence is the nearest there is. */
export interface NotKnown {
  notKnown: Unpublished
  cite: Citation
}

/** Whatever the system: of its clients the family's pages say nothing, nor whether the family goes through them. */
export interface AsAnywhere<Id extends RuleId> {
  anywhere: Sources<Id>
}

/** Levels of what clients demand stand in the table of the systems: the family gives its sentence alone. */
type RowOf<Id extends RuleId> =
  | NotDemanded
  | (Id extends DemandedRule
      ? Sources<Id> | NotKnown | AsAnywhere<Id>
      : Id extends ClientRule
        ? Citation | NotKnown
        : Listed<Id> | NotKnown)

/** A rule without a row does not compile; but where hefa advises it, that is what holds without one. */
export type Rows = { readonly [Id in Exclude<RuleId, AdvisedRule>]: RowOf<Id> } & {
  readonly [Id in AdvisedRule]?: RowOf<Id>
}

interface Anyone {
  id: Family
  runtimes: readonly Runtime[]
}

type AnySources = Sources<RuleId>
type AnyRow =
  | NotDemanded
  | NotKnown
  | AsAnywhere<RuleId>
  | AnySources
  | { level: Clause['level']; sources: AnySources; parameters?: Parameters }

const demands = new Map<string, Demand>(DEMANDS.map((demand) => [demand.rule, demand]))

export function clausesOf(family: Anyone, rows: Rows): Clause[] {
  return Object.entries<AnyRow>(rows).flatMap(([rule, row]) => {
    if ('notDemanded' in row) return []
    if ('level' in row) return [listed(rule, row, family)]
    if ('notKnown' in row) return [unpublished(rule, family.runtimes, row)]
    const sources = 'anywhere' in row ? row.anywhere : row
    const demand = demands.get(rule)
    return family.runtimes.flatMap((runtime) => {
      if ('anywhere' in row || runtimeData(runtime).store === null) return anywhere(rule, runtime, sources)
      return demand
        ? ofSystem(demand, runtime, sources)
        : ofClients(rule, runtime, family, split(sources).cite)
    })
  })
}

/** Rules a family has no word of on one system: those it says it does not demand, and what only clients mind that nobody knows. */
export const leftOutOf = (rows: Rows, runtime: Runtime): string[] =>
  Object.entries<AnyRow>(rows).flatMap(([rule, row]) => {
    if ('notDemanded' in row) return [rule]
    if ('notKnown' in row || 'level' in row) return []
    const isAnyones = 'anywhere' in row || runtimeData(runtime).store === null
    return isAnyones && anyone.get(rule) === 'of-clients' ? [rule] : []
  })

function listed(
  rule: string,
  { level, sources, parameters }: { level: Clause['level']; sources: AnySources; parameters?: Parameters },
  { runtimes }: Anyone,
): Clause {
  return { rule, on: runtimes, level, ...split(sources), ...(parameters && { parameters }) }
}

const unpublished = (rule: string, on: readonly Runtime[], { notKnown, cite }: NotKnown): Clause => ({
  rule,
  on,
  level: 'warning',
  notKnown,
  cite,
})

const anyone = new Map<string, (typeof ANYWHERE)[keyof typeof ANYWHERE]>(Object.entries(ANYWHERE))

function anywhere(rule: string, runtime: Runtime, sources: AnySources): Clause[] {
  const demand = anyone.get(rule) ?? 'of-clients'
  if (demand === 'of-clients') return []
  if ('notKnown' in demand) return [unpublished(rule, [runtime], { ...demand, cite: split(sources).cite })]
  return [{ rule, on: [runtime], ...demand, ...split(sources) }]
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
