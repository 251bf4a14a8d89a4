/** Versions of iOS and Android, and the root list each of them carries. */
import { compareVersions } from '../facts/index.js'
import { type ListedVersion, lists } from './data.js'

/** The lists that decide for phones and for the developer tools. */
export type Store = 'ios' | 'android' | 'chrome'
export type Os = 'ios' | 'android'

/** Known root lists, oldest first. A list holds until the next one's version. */
export function listsOf(os: Os): readonly ListedVersion[] {
  return lists().versions[os]
}

/** When the lists were looked for last, `YYYY-MM-DD`. */
export const listsReadOn = (): string => lists().versions.readOn

/** Newest version whose list is known; later versions are judged by this one's. */
export function newestKnown(store: Store): { version: string; ref: string; date?: string } {
  return store === 'chrome' ? lists().versions.chrome : lastOf(listsOf(store))
}

export const oldestKnown = (os: Os): ListedVersion => {
  const [first] = listsOf(os)
  if (!first) throw new Error(`no ${os} lists`)
  return first
}

function lastOf<T>(items: readonly T[]): T {
  const last = items.at(-1)
  if (last === undefined) throw new Error('empty list')
  return last
}

/** The list a version carries: the newest that is no newer. Null for versions older than every known list. */
export function listAt(os: Os, version: string): ListedVersion | null {
  return listsOf(os).findLast((list) => compareVersions(list.version, version) <= 0) ?? null
}

/**
 * Versions from `from` on at which the list changes, up to and without `before` (absent: to the newest known).
 * The first is `from` itself, so that a version between two lists is named as asked for; one older than every
 * known list starts at the oldest, one newer than the newest list stands alone.
 */
export function versionsBetween(os: Os, from: string, before?: string): string[] {
  const start = compareVersions(from, oldestKnown(os).version) < 0 ? oldestKnown(os).version : from
  const later = listsOf(os)
    .map(({ version }) => version)
    .filter((version) => compareVersions(version, start) > 0)
  const all = [start, ...later]
  return before === undefined ? all : all.filter((version) => compareVersions(version, before) < 0)
}
