/** Versions of iOS and Android, and the root list each of them carries. */
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

/** Every rule compares the same few versions; what a hostile config asks for must not pile up. */
const MOST = 1000
const knownParts = new Map<string, readonly number[]>()

function parts(version: string): readonly number[] {
  const known = knownParts.get(version)
  if (known) return known
  const made = readParts(version)
  if (knownParts.size >= MOST) knownParts.clear()
  knownParts.set(version, made)
  return made
}

/** Android 12L is API 32, also called 12.1. */
function readParts(version: string): number[] {
  const numbers = version.split('.').map((part) => Number.parseInt(part, 10) || 0)
  return /l$/i.test(version) ? [...numbers, 1] : numbers
}

/** Negative, zero or positive as `a` is older than, the same as or newer than `b`; `12` equals `12.0`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)]
  const length = Math.max(left.length, right.length)
  for (let index = 0; index < length; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
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
