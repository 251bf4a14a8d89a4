/** Everything derived from the families: ids, platforms, and their properties. No other file names a family. */
import type { ApiName, Language } from '../basics.js'
import { ALL } from './all.js'
import { RUNTIME_DATA, RUNTIMES, type Runtime } from './runtimes.js'
import type { FamilyData, NativeProject, PlatformData, RuntimeData } from './types.js'

export { RUNTIMES, type Runtime } from './runtimes.js'
export type { ConsoleInterface, FamilyData, PlatformData, RuntimeData, Stack, StackFamily } from './types.js'

type Known = (typeof ALL)[number]
/** A family of platforms, such as `wechat`. */
export type Family = Known['id']
/** What is known about one of them, with literal types. */
export type DataOf<F extends Family> = Extract<Known, { id: F }>
type IdsOf<F> = F extends { id: infer Id extends string; runtimes: infer R }
  ? `${Id}-${Extract<keyof R, Runtime>}`
  : never
/** A family on one system, such as `wechat-ios`. */
export type PlatformId = IdsOf<Known>

const families: readonly (FamilyData & { id: Family })[] = [...ALL].sort(
  (one, other) => one.rank - other.rank || (one.id < other.id ? -1 : 1),
)
const byId = new Map(families.map((family) => [family.id, family]))

const idsOf = <T extends { id: Family }>(of: readonly T[]) => of.map(({ id }) => id)

/** In the order of tables. */
export const FAMILIES = idsOf(families) as [Family, ...Family[]]
/** The platforms of a config that names none. */
export const DEFAULT_FAMILIES: readonly Family[] = idsOf(families.filter(({ isDefault }) => isDefault))

export const isDefaultFamily = (family: Family): boolean => DEFAULT_FAMILIES.includes(family)

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

/** `wechat-ios` → `wechat`. */
export const familyOf = (id: PlatformId): Family => platform(id).family
/** `wechat-ios` → `ios`. */
export const runtimeOf = (id: PlatformId): Runtime => platform(id).runtime
export const platformData = (id: PlatformId): PlatformData => platform(id).data
export const runtimeData = (runtime: Runtime): RuntimeData => RUNTIME_DATA[runtime]

/** The system of a platform. */
export const systemOf = (id: PlatformId): RuntimeData => runtimeData(platform(id).runtime)

/** Does the family's name include it? */
export const isNamedByFamily = (id: PlatformId): boolean => platform(id).data.isExtra !== true

export const familyName = (family: Family, language: Language): string => familyData(family).names[language]

export function platformName(id: PlatformId, language: Language): string {
  const { family, runtime, data } = platform(id)
  const own: FamilyData['names'] | undefined = data.names
  return own?.[language] ?? `${familyName(family, language)} ${runtimeData(runtime).names[language]}`
}

/** Families of the given platforms that one sentence can describe alike. */
export const familiesWith = (ids: readonly PlatformId[], has: (family: FamilyData) => boolean): Family[] =>
  FAMILIES.filter((family) => has(familyData(family)) && ids.some((id) => familyOf(id) === family))

/** Does its console have a list for that API? */
export const hasList = (family: Family, api: ApiName): boolean => familyData(family).lists.apis.includes(api)

/** Families whose console counts domains per API, or per app. */
export const countedPer = (per: FamilyData['lists']['per']): Family[] =>
  FAMILIES.filter((family) => familyData(family).lists.per === per)

export const isAlwaysRead = (family: Family): boolean => familyData(family).isAlwaysRead === true

/** Families whose branches are read in every scan. */
const ALWAYS_READ: readonly Family[] = idsOf(families.filter(({ isAlwaysRead }) => isAlwaysRead))

/**
 * The families a source is read for when it is judged for those platforms; code for other families is left out. Reading for one
 * more family may find two values where a build has one, so the others are read only on request.
 */
export const readFor = (asked: readonly Family[]): readonly Family[] =>
  asked.every((family) => ALWAYS_READ.includes(family))
    ? ALWAYS_READ
    : FAMILIES.filter((family) => asked.includes(family))

/** MQTT.js schemes for the sockets of one platform, and what they stand for: `wxs`, wss. */
export const SOCKET_SCHEMES: Readonly<Record<string, 'ws' | 'wss'>> = Object.assign(
  {},
  ...families.map(({ source }) => source.sockets ?? {}),
)

/** Families with native projects, which are called by the family's name. */
export const NATIVE_FAMILIES = FAMILIES.filter((family) => {
  const { project } = familyData(family).source
  const first = FAMILIES.find((other) => familyData(other).source.project === project)
  return project !== undefined && first === family
}) as [NativeFamily, ...NativeFamily[]]
export type NativeFamily = Family

const natives: ReadonlySet<string> = new Set(NATIVE_FAMILIES)
export const isNative = (kind: string): boolean => natives.has(kind)

export function projectOf(family: NativeFamily): NativeProject {
  const { project } = familyData(family).source
  if (!project) throw new Error(`no project of ${family}`)
  return project
}

/** Names of the project files of all families. */
export const PROJECT_FILES: readonly string[] = [
  ...new Set(NATIVE_FAMILIES.flatMap((family) => projectOf(family).files)),
]

/** The families that have such a project file. */
export const familiesOfFile = (name: string): Family[] =>
  FAMILIES.filter((family) => familyData(family).source.project?.files.includes(name))

/** The first family whose scripts have that global object: `swan` → `baidu`. */
export const familyOfObject = (object: string): Family | null =>
  FAMILIES.find((family) => familyData(family).source.objects.some(({ path }) => path === object)) ?? null

/** The family whose tools own the settings in a file, or in a part of a framework's manifest. */
export function settingOwners(file: string, key: string): Family[] {
  return FAMILIES.filter((family) => {
    const { project, targets } = familyData(family).source
    const files = [...(project?.files ?? []), ...(project?.urlCheck?.files ?? [])]
    const [part = ''] = key.split('.')
    return (
      files.some((one) => file === one || file.endsWith(`/${one}`)) ||
      Object.values(targets).flat().includes(part)
    )
  })
}

/** A table with a row for each family. */
export const byFamily = <T>(row: (family: Family) => T): Record<Family, T> =>
  Object.fromEntries(FAMILIES.map((family) => [family, row(family)])) as Record<Family, T>

export const byPlatformId = <T>(row: (id: PlatformId) => T): Record<PlatformId, T> =>
  Object.fromEntries(PLATFORM_IDS.map((id) => [id, row(id)])) as Record<PlatformId, T>

export const byRuntime = <T>(row: (runtime: Runtime) => T): Record<Runtime, T> =>
  Object.fromEntries(RUNTIMES.map((runtime) => [runtime, row(runtime)])) as Record<Runtime, T>
