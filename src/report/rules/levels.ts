/** Levels of a rule by family, in one letter per platform. */
import { putTo } from '../../grouping.js'
import { isAlwaysRead, isNamedByFamily, runtimeData, runtimeOf } from '../../platforms/index.js'
import {
  FAMILIES,
  type Family,
  familyOf,
  type Language,
  type Level,
  PLATFORM_IDS,
  type PlatformId,
  type Reference,
  type RuleDescription,
} from '../../types.js'
import { worse } from '../causes.js'

const LETTERS: Readonly<Record<Level, string>> = { error: 'E', warning: 'W', info: 'i' }

/** The highest level of any reason; null if the platform requires nothing. */
export function hardest(rule: RuleDescription, platform: PlatformId): Level | null {
  const demand = rule.platforms.find((one) => one.platform === platform)
  const levels = Object.values(demand?.levels ?? {})
  return levels.length > 0 ? levels.reduce(worse) : null
}

/** `E W E` for the platforms that a family's name includes, in their order. */
function familyLetters(rule: RuleDescription, family: Family): string {
  return FEW_PLATFORMS.filter((id) => familyOf(id) === family)
    .map((id) => {
      const level = hardest(rule, id)
      return level === null ? '-' : LETTERS[level]
    })
    .join(' ')
}

/** A table of all is too wide to read: only the families of every scan, with the platforms that their names include. */
export const FEW_FAMILIES = FAMILIES.filter(isAlwaysRead)
const FEW_PLATFORMS = PLATFORM_IDS.filter(isNamedByFamily)

export function fewSystems(language: Language): string[] {
  const runtimes = new Set(FEW_PLATFORMS.filter((id) => isAlwaysRead(familyOf(id))).map(runtimeOf))
  return [...runtimes].map((runtime) => runtimeData(runtime).names[language])
}

export const fewLetters = (rule: RuleDescription): string[] =>
  FEW_FAMILIES.map((family) => familyLetters(rule, family))

type Demand = RuleDescription['platforms'][number]

/** Groups platforms with the same requirements, and those requirements by their sources. */
export function demandGroups({ platforms }: RuleDescription) {
  const sources = groupBy(platforms, ({ reference, references }) => ({ reference, references }))
  return sources.map((demands) => ({
    sources: sourcesOf(demands[0] as Demand),
    demands: groupBy(demands, ({ levels, parameters }) => ({ levels, parameters })).map((same) => ({
      platforms: same.map(({ platform }) => platform),
      demand: same[0] as Demand,
    })),
  }))
}

/** The source of the requirement as a whole, and those of reasons with their own. */
function sourcesOf({ reference, references = {}, levels }: Demand): Source[] {
  const own = Object.keys(references).filter((reason) => reason in levels)
  const groups = groupBy(own, (reason) => references[reason])
  return [
    { reference, reasons: [] },
    ...groups.map((reasons) => ({ reference: references[reasons[0] as string] as Reference, reasons })),
  ]
}

interface Source {
  reference: Reference
  /** Empty: all reasons without their own. */
  reasons: string[]
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => unknown): T[][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = JSON.stringify(keyOf(item))
    putTo(groups, key, item)
  }
  return [...groups.values()]
}

/** The reasons of each level, the highest first. */
export function reasonsByLevel(
  levels: Readonly<Record<string, Level>>,
): { level: Level; reasons: string[] }[] {
  return (['error', 'warning', 'info'] as const).flatMap((level) => {
    const reasons = Object.keys(levels).filter((reason) => levels[reason] === level)
    return reasons.length > 0 ? [{ level, reasons }] : []
  })
}
