/** The words a config may use. */
import { isNamedByFamily } from '../platforms/index.js'
import { FAMILIES, type Family, familyOf, PLATFORM_IDS, type PlatformId } from '../types.js'

export const PLATFORM_WORDS = [...FAMILIES, ...PLATFORM_IDS] as const
export type PlatformWord = (typeof PLATFORM_WORDS)[number]
export const LEVEL_WORDS = ['error', 'warning', 'info'] as const

/** Families become the ids they stand for; each id once, in the order of the platform table. Unknown words are left out. */
export function platformsOf(words: readonly string[]): PlatformId[] {
  return PLATFORM_IDS.filter(
    (id) => words.includes(id) || (isNamedByFamily(id) && words.includes(familyOf(id))),
  )
}

export function familiesOf(platforms: readonly PlatformId[]): Family[] {
  return FAMILIES.filter((family) => platforms.some((id) => familyOf(id) === family))
}
