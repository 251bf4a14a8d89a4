/** What a family says about each rule: one row per rule, none left out. */
import type { AdvisedRule, LevelsOf, RuleId } from '../../../rules/ids.js'
import type { Citation, Clause, Parameters, Unpublished } from '../../engine/rule.js'
import { type Family, type PlatformId, runtimeData } from '../index.js'
import type { Runtime } from '../runtimes.js'
import { type Sources, split } from './cite.js'
import { clientCites } from './client-sources.js'
import { type ClientRule, DEMANDS, type DemandedRule, HANDSHAKE } from './clients.js'
import { ANYWHERE } from './unknown.js'

/** Required by the family's own pages, the same on all its systems. */
export interface Listed<Id extends RuleId> {
  level: LevelsOf<Id>
  sources: Sources<Id>
  parameters?: Parameters
}

/** The family has no such requirement; the sentence is the one that would say so if it had. */
export interface NotDemanded {
  notDemanded: Citation
}

/** What decides is not published; the sentence is the closest there is. */
export interface NotKnown {
  notKnown: Unpublished
  cite: Citation
}

/** Whatever the system: the family's pages say nothing about its clients, nor whether the family uses them. */
export interface AsAnywhere<Id extends RuleId> {
  anywhere: Sources<Id>
}

/** The levels of client requirements are in the table of systems: the family supplies only its sentence. */
type RowOf<Id extends RuleId> =
  | NotDemanded
  | (Id extends DemandedRule
      ? Sources<Id> | NotKnown | AsAnywhere<Id>
      : Id extends ClientRule
        ? Citation | NotKnown
        : Listed<Id> | NotKnown)

/** A missing row is a compile error, except for rules that have hefa's advice, which then applies. */
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

/**
 * Rules without a requirement on one system: those the family says it does not require, and those that only clients decide where
 * the clients are unknown.
 */
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

/** The part common to every requirement, whatever the reasons of its rule. */
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
