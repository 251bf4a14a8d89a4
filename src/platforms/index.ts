/** Everything that follows from the families: their ids, their platforms, who has what. Nobody else names one. */
import type { ApiName, Language } from '../types.js'
import { ALL } from './all.js'
import { RUNTIME_DATA, RUNTIMES, type Runtime } from './runtimes.js'
import type { FamilyData, PlatformData, RuntimeData } from './types.js'

export { RUNTIMES, type Runtime } from './runtimes.js'
export type { ConsoleInterface, FamilyData, PlatformData, RuntimeData, Stack, StackFamily } from './types.js'

type Known = (typeof ALL)[number]
export type Family = Known['id']
type IdsOf<F> = F extends { id: infer Id extends string; runtimes: infer R }
  ? `${Id}-${Extract<keyof R, Runtime>}`
  : never
export type PlatformId = IdsOf<Known>

const families: readonly (FamilyData & { id: Family })[] = [...ALL].sort(
  (one, other) => one.rank - other.rank || (one.id < other.id ? -1 : 1),
)
const byId = new Map(families.map((family) => [family.id, family]))

const idsOf = <T extends { id: Family }>(of: readonly T[]) => of.map(({ id }) => id)

/** In the order of tables. */
export const FAMILIES = idsOf(families) as [Family, ...Family[]]
/** A config that names none is judged for these. */
export const DEFAULT_FAMILIES: readonly Family[] = idsOf(families.filter(({ isDefault }) => isDefault))

export function familyData(family: Family): FamilyData {
  const found = byId.get(family)
  if (!found) throw new Error(`no family ${family}`)
  return found
}

const platforms = families.flatMap((family) =>
  Object.entries<PlatformData>(family.runtimes).map(([runtime, data]) => ({
    id: `${family.id}-${runtime}` as PlatformId,
    family: family.id,
    runtime: runtime as Runtime,
    data,
  })),
)
const byPlatform = new Map(platforms.map((platform) => [platform.id, platform]))

function platform(id: PlatformId) {
  const found = byPlatform.get(id)
  if (!found) throw new Error(`no platform ${id}`)
  return found
}

/** Family by family, each in the order of its systems. */
export const PLATFORM_IDS = platforms.map(({ id }) => id) as [PlatformId, ...PlatformId[]]

export const familyOf = (id: PlatformId): Family => platform(id).family
export const runtimeOf = (id: PlatformId): Runtime => platform(id).runtime
export const platformData = (id: PlatformId): PlatformData => platform(id).data
export const runtimeData = (runtime: Runtime): RuntimeData => RUNTIME_DATA[runtime]

/** The system of a platform. */
export const systemOf = (id: PlatformId): RuntimeData => runtimeData(platform(id).runtime)

/** Does the family's name stand for it? */
export const isNamedByFamily = (id: PlatformId): boolean => platform(id).data.isExtra !== true

export const familyName = (family: Family, language: Language): string => familyData(family).names[language]

export function platformName(id: PlatformId, language: Language): string {
  const { family, runtime, data } = platform(id)
  const own: FamilyData['names'] | undefined = data.names
  return own?.[language] ?? `${familyName(family, language)} ${runtimeData(runtime).names[language]}`
}

/** Has its console a list of that API? */
export const hasList = (family: Family, api: ApiName): boolean => familyData(family).lists.apis.includes(api)

/** Families whose console counts domains by API, or by app. */
export const countedPer = (per: FamilyData['lists']['per']): Family[] =>
  FAMILIES.filter((family) => familyData(family).lists.per === per)

/** A table with a row for each family. */
export const byFamily = <T>(row: (family: Family) => T): Record<Family, T> =>
  Object.fromEntries(FAMILIES.map((family) => [family, row(family)])) as Record<Family, T>

export const byPlatformId = <T>(row: (id: PlatformId) => T): Record<PlatformId, T> =>
  Object.fromEntries(PLATFORM_IDS.map((id) => [id, row(id)])) as Record<PlatformId, T>

export const byRuntime = <T>(row: (runtime: Runtime) => T): Record<Runtime, T> =>
  Object.fromEntries(RUNTIMES.map((runtime) => [runtime, row(runtime)])) as Record<Runtime, T>
