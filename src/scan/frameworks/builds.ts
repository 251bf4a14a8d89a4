/** Everything known about frameworks' projects and build tools, combined. */
import { byFamily, FAMILIES, type Family, familyData, isAlwaysRead } from '../../platforms/index.js'
import { FRAMEWORKS } from './all.js'
import type { ConfigKey, Build as FrameworkBuild } from './types.js'

export type { ConfigKey } from './types.js'

/** A build, and its name for each family. */
export interface Build extends FrameworkBuild {
  targets: Readonly<Record<Family, readonly string[]>>
}

/** Those with a kind of their own come first, since a project may also use others. */
export const BUILDS: readonly Build[] = FRAMEWORKS.flatMap(({ name, build }) =>
  build ? [{ ...build, targets: byFamily((family) => familyData(family).source.targets[name] ?? []) }] : [],
).sort((one, other) => Number(other.kind !== undefined) - Number(one.kind !== undefined))

/** The build of a kind that has its own. */
export const buildOf = (kind: string): Build | null => BUILDS.find((one) => one.kind === kind) ?? null

/** `weapp`, `mp-weixin`: what builds call a family. */
export const targetsOf = (family: Family): string[] => BUILDS.flatMap(({ targets }) => targets[family])

/** Every name of a platform that builds have. */
export const ALL_TARGETS: readonly string[] = [
  ...new Set(
    BUILDS.flatMap(({ targets, otherTargets = [] }) => [...Object.values(targets).flat(), ...otherTargets]),
  ),
]

/** The families a target is for. */
export const familiesOfTarget = (target: string): Family[] =>
  FAMILIES.filter((family) => targetsOf(family).includes(target))

/** Source folders that are built only for platforms the source is not read for. */
export function elsewhereOf(
  { elsewhere = [], targets }: Build,
  scope: readonly Family[],
): [RegExp, 'app-only' | 'other-platform'][] {
  const own = scope.flatMap((family) => targets[family])
  const others = FAMILIES.filter((family) => !scope.includes(family) && !isAlwaysRead(family))
  const paths = others.flatMap((family) => familyData(family).source.objects.map(({ path }) => path))
  return elsewhere.map(([pattern, reason]) => [
    new RegExp(pattern.replace('{targets}', own.join('|')).replace('{others}', paths.join('|') || '-'), 'i'),
    reason,
  ])
}

export const otherTargets: ReadonlySet<string> = new Set(BUILDS.flatMap((one) => one.otherTargets ?? []))

/** Prefixes of environment variables that reach the code. */
export const publicPrefixes: readonly string[] = BUILDS.flatMap(
  ({ environment }) => environment?.prefixes ?? [],
)

export const prefixKeys: readonly ConfigKey[] = BUILDS.flatMap(({ environment }) => environment?.named ?? [])

export const folderKeys: readonly ConfigKey[] = BUILDS.flatMap(({ environment }) => environment?.folder ?? [])

/** `TARO_ENV`. */
export const platformVariables: ReadonlySet<string> = new Set(
  BUILDS.flatMap(({ platform }) => platform ?? []),
)

/** Their possible values in a build for one of the families. */
export const platformValues = (scope: readonly Family[]): [string, string[]][] =>
  BUILDS.flatMap(({ platform, targets }) =>
    platform === undefined ? [] : [[platform, [...new Set(scope.flatMap((family) => targets[family]))]]],
  )

/** Calls that return the platform at run time: the names of all results, and each family's result, as written in code. */
export const platformAnswers = (scope: readonly Family[]): [string, string[]][] =>
  BUILDS.flatMap(({ asked, mode, targets }): [string, string[]][] => {
    if (mode) return [[mode, [...new Set(scope.flatMap((family) => targets[family]))]]]
    if (!asked) return []
    const upper = (families: readonly Family[]) =>
      families.flatMap((family) => targets[family].map((target) => target.toUpperCase()))
    const names = [...new Set([...upper(FAMILIES), ...asked.others])]
    return [
      [asked.call, [...new Set(upper(scope))]],
      ...names.map((name): [string, string[]] => [`${asked.names}.${name}`, [name]]),
    ]
  })

/** Globals that are used like a mini program's platform: `wx`, `Taro`, `tt`. */
export const platformGlobals: readonly string[] = FRAMEWORKS.flatMap(({ objects = [] }) =>
  objects.flatMap(({ path, calls }) =>
    /^\w+$/.test(path) && ('request' in calls || 'uploadFile' in calls) ? path : [],
  ),
)

const SERVERS = FRAMEWORKS.flatMap(({ servers = {} }) => Object.entries(servers))

/** The constants that folders decide, `isThere` telling which of them a project has: paths and values, each once. */
export function serversBeside(isThere: (folder: string) => boolean): [path: string, value: string][] {
  const found = SERVERS.flatMap(([folder, constants]) => (isThere(folder) ? Object.entries(constants) : []))
  return found.filter(
    ([path, value], at) => found.findIndex((one) => one[0] === path && one[1] === value) === at,
  )
}

const ASKED = new Map(FRAMEWORKS.flatMap(({ components = {} }) => Object.entries(components)))

/** The call that a component with this tag makes by itself; null for all others. */
export const askedBy = (tag: string): string | null => ASKED.get(tag) ?? null
