/** Which platform demands what, at which level, with which numbers: clauses joined with the user's overrides. */
import { type Family, familyOf, type Level, type PlatformId, runtimeOf } from '../types.js'
import type { Citation, Clause, Demanded, Parameters, Rule } from './rule.js'

export interface RuleOverride {
  level?: Level | 'off'
  parameters?: Parameters
}

/** One rule as one platform demands it. */
export interface Demand {
  platform: PlatformId
  parameters: Parameters
  cite: Citation
  /** Undefined: the clause does not speak of that reason, which is a fault of the clause. */
  levelOf(reason: string): Demanded | undefined
  /** The hardest level of all reasons: that of a pass, and of an unknown the clause doesn't name. */
  topLevel: Level
}

const HARDNESS: Record<Level, number> = { error: 2, warning: 1, info: 0 }

function hardest(levels: readonly Level[]): Level {
  return levels.reduce((a, b) => (HARDNESS[b] > HARDNESS[a] ? b : a), 'info' as Level)
}

/** An override's level holds for everything the rule reports; its parameters replace single ones. */
export function demandsOf(
  rule: Rule,
  platforms: readonly PlatformId[],
  clauses: Record<Family, readonly Clause[]>,
  override: RuleOverride = {},
): Demand[] {
  if (override.level === 'off') return []
  return platforms.flatMap((platform) =>
    clauses[familyOf(platform)]
      .filter((clause) => clause.rule === rule.id && clause.on.includes(runtimeOf(platform)))
      .map((clause) => toDemand(rule, platform, clause, override)),
  )
}

function toDemand(rule: Rule, platform: PlatformId, clause: Clause, override: RuleOverride): Demand {
  const forced = override.level as Level | undefined
  const own = clause.level
  const levelOf = (reason: string): Demanded | undefined => {
    const level = typeof own === 'string' ? own : Object.hasOwn(own, reason) ? own[reason] : undefined
    return level === undefined || level === 'not-demanded' ? level : (forced ?? level)
  }
  const demanded = typeof own === 'string' ? [own] : Object.values(own).filter(isLevel)
  return {
    platform,
    parameters: { ...rule.parameters, ...clause.parameters, ...override.parameters },
    cite: clause.cite,
    levelOf,
    topLevel: forced ?? hardest(demanded),
  }
}

const isLevel = (demanded: Demanded): demanded is Level => demanded !== 'not-demanded'
