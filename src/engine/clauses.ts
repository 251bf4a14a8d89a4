/** Which platform requires what, at which level, with which parameters: clauses combined with the user's overrides. */
import { putTo } from '../grouping.js'
import { type Family, familyOf, type Level, type PlatformId, runtimeOf } from '../types.js'
import type { Citation, Clause, Demanded, Parameters, Rule, Unpublished } from './rule.js'

export interface RuleOverride {
  level?: Level | 'off'
  /** By reason; reasons that a platform does not require are not affected. */
  levels?: { readonly [reason: string]: Level | 'off' }
  parameters?: Parameters
}

/** One rule as one platform requires it. */
export interface Demand {
  platform: PlatformId
  parameters: Parameters
  notKnown?: Unpublished
  cite: Citation
  /** The source of a reason, if it has its own. */
  citeOf(reason: string): Citation
  /** Undefined: the clause does not cover that reason, which is a fault of the clause. */
  levelOf(reason: string): Demanded | 'off' | undefined
  /** The highest level of all reasons: used for a pass, and for what was not observed. */
  topLevel: Level
  /** Does a setting lower that reason below the platform's level? Null: for what was not observed. */
  isLowered(reason: string | null): boolean
}

const HARDNESS: Record<Level, number> = { error: 2, warning: 1, info: 0 }

function hardest(levels: readonly Level[]): Level {
  return levels.reduce((a, b) => (HARDNESS[b] > HARDNESS[a] ? b : a), 'info' as Level)
}

/** An override's level applies to everything the rule reports; its parameters replace individual ones. */
export function demandsOf(
  rule: Rule,
  platforms: readonly PlatformId[],
  clauses: Record<Family, readonly Clause[]>,
  asked: RuleOverride = {},
): Demand[] {
  const override = rule.fixed ? {} : asked
  if (override.level === 'off') return []
  return platforms.flatMap((platform) =>
    (byRule(clauses[familyOf(platform)]).get(rule.id) ?? [])
      .filter(({ on }) => on.includes(runtimeOf(platform)))
      .map((clause) => toDemand(rule, platform, clause, override)),
  )
}

const indexes = new WeakMap<readonly Clause[], Map<string, Clause[]>>()

/** Clause lists are immutable. */
function byRule(clauses: readonly Clause[]): Map<string, Clause[]> {
  const known = indexes.get(clauses)
  if (known) return known
  const made = new Map<string, Clause[]>()
  for (const clause of clauses) {
    putTo(made, clause.rule, clause)
  }
  indexes.set(clauses, made)
  return made
}

function toDemand(rule: Rule, platform: PlatformId, clause: Clause, override: RuleOverride): Demand {
  const forced = override.level as Level | undefined
  const levelOf = (reason: string): ReturnType<Demand['levelOf']> => {
    const level = ownOr(clause.level, reason)
    if (level === undefined || level === 'not-demanded') return level
    return ownOr(override.levels ?? {}, reason) ?? forced ?? level
  }
  const reasons = Object.keys(rule.reasons)
  const levels = reasons.map(levelOf).filter(isLevel)
  const topLevel = levels.length > 0 ? hardest(levels) : (forced ?? 'info')
  const ownOf = (reason: string) => ownOr(clause.level, reason)
  return {
    platform,
    parameters: { ...rule.parameters, ...clause.parameters, ...override.parameters },
    ...(clause.notKnown && { notKnown: clause.notKnown }),
    cite: clause.cite,
    citeOf: (reason) => own(clause.cites ?? {}, reason) ?? clause.cite,
    levelOf,
    topLevel,
    isLowered(reason) {
      const own = reason === null ? hardest(reasons.map(ownOf).filter(isLevel)) : ownOf(reason)
      const now = reason === null ? topLevel : levelOf(reason)
      return isLevel(own) && HARDNESS[own] > (isLevel(now) ? HARDNESS[now] : -1)
    },
  }
}

/** One level for all reasons, or the reason's own. */
function ownOr<T extends string>(
  levels: T | { readonly [reason: string]: T },
  reason: string,
): T | undefined {
  return typeof levels === 'string' ? levels : own(levels, reason)
}

function own<T>(byReason: { readonly [reason: string]: T | undefined }, reason: string): T | undefined {
  return Object.hasOwn(byReason, reason) ? byReason[reason] : undefined
}

const isLevel = (word: ReturnType<Demand['levelOf']>): word is Level => word !== undefined && word in HARDNESS
