/** What is known of frameworks' projects and of the tools that build them, put together. */
import { FRAMEWORKS } from './all.js'
import type { Build, ConfigKey } from './types.js'

export type { Build, ConfigKey } from './types.js'

/** Those with a kind of their own come first: a project may name others beside it. */
export const BUILDS: readonly Build[] = FRAMEWORKS.flatMap(({ build }) => build ?? []).sort(
  (one, other) => Number(other.kind !== undefined) - Number(one.kind !== undefined),
)

/** The build of a kind that has one of its own. */
export const buildOf = (kind: string): Build | null => BUILDS.find((one) => one.kind === kind) ?? null

/** `weapp`, `mp-weixin`: what builds call a platform. */
export const targetsOf = (platform: 'wechat' | 'alipay'): string[] =>
  BUILDS.flatMap(({ targets }) => targets?.[platform] ?? [])

export const otherTargets: ReadonlySet<string> = new Set(BUILDS.flatMap((one) => one.otherTargets ?? []))

/** Beginnings of names of the environment that reach the code. */
export const publicPrefixes: readonly string[] = BUILDS.flatMap(
  ({ environment }) => environment?.prefixes ?? [],
)

export const prefixKeys: readonly ConfigKey[] = BUILDS.flatMap(({ environment }) => environment?.named ?? [])

export const folderKeys: readonly ConfigKey[] = BUILDS.flatMap(({ environment }) => environment?.folder ?? [])

/** `TARO_ENV`, and what it can be. */
export const platformVariables: readonly { name: string; targets: readonly string[] }[] = BUILDS.flatMap(
  ({ platform, targets }) =>
    platform === undefined ? [] : [{ name: platform, targets: Object.values(targets ?? {}).flat() }],
)

/** Globals that are asked like a mini program's platform: `wx`, `Taro`, `tt`. */
export const platformGlobals: readonly string[] = FRAMEWORKS.flatMap(({ objects = [] }) =>
  objects.flatMap(({ path, calls }) =>
    /^\w+$/.test(path) && ('request' in calls || 'uploadFile' in calls) ? path : [],
  ),
)
