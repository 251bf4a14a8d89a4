/** Levels of a rule by family, in one letter per platform. */
import { FAMILIES, type Family, familyOf, type Level, PLATFORM_IDS, type PlatformId } from '../../types.js'
import { worse } from '../causes.js'
import type { RuleDescription } from './index.js'

export const FAMILY_NAMES: Readonly<Record<Family, string>> = {
  wechat: 'WeChat',
  alipay: 'Alipay',
  mpaas: 'mPaaS',
}

const LETTERS: Readonly<Record<Level, string>> = { error: 'E', warning: 'W', info: 'i' }

/** The hardest level of any reason; null when the platform demands nothing. */
export function hardest(rule: RuleDescription, platform: PlatformId): Level | null {
  const demand = rule.platforms.find((one) => one.platform === platform)
  const levels = Object.values(demand?.levels ?? {})
  return levels.length > 0 ? levels.reduce(worse) : null
}

/** `E W E` for a family's platforms in their order: iOS, Android, devtools. */
export function familyLetters(rule: RuleDescription, family: Family): string {
  const ids = PLATFORM_IDS.filter((id) => familyOf(id) === family)
  return ids
    .map((id) => {
      const level = hardest(rule, id)
      return level === null ? '-' : LETTERS[level]
    })
    .join(' ')
}

export function lettersByFamily(rule: RuleDescription): string[] {
  return FAMILIES.map((family) => familyLetters(rule, family))
}

/** Platforms of which the same is demanded from the same sentence, together. */
export function demandGroups({ platforms }: RuleDescription) {
  const groups = new Map<string, { platforms: PlatformId[]; demand: RuleDescription['platforms'][number] }>()
  for (const demand of platforms) {
    const { platform, ...rest } = demand
    const key = JSON.stringify(rest)
    const known = groups.get(key)
    if (known) known.platforms.push(platform)
    else groups.set(key, { platforms: [platform], demand })
  }
  return [...groups.values()]
}

/** `error` when all reasons weigh the same, else the reasons of each level. */
export function reasonsByLevel(
  levels: Readonly<Record<string, Level>>,
): { level: Level; reasons: string[] }[] {
  return (['error', 'warning', 'info'] as const).flatMap((level) => {
    const reasons = Object.keys(levels).filter((reason) => levels[reason] === level)
    return reasons.length > 0 ? [{ level, reasons }] : []
  })
}
