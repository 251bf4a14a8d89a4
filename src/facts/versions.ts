/** Versions of systems and clients, as they are written: `12`, `12.1.3`, `12L`. */

/** Every rule compares the same few versions; hostile input must not fill the cache. */
const MOST = 1000
const knownParts = new Map<string, readonly number[]>()

function partsOf(version: string): readonly number[] {
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
export const compareVersions = (a: string, b: string): number => compareParts(partsOf(a), partsOf(b))

/** Is `version` no newer than `end`, which holds whatever it leaves open? `12` ends after every 12.x. */
export function isUpTo(end: string, version: string): boolean {
  const last = partsOf(end)
  return compareParts(last, partsOf(version).slice(0, last.length)) >= 0
}

function compareParts(left: readonly number[], right: readonly number[]): number {
  const length = Math.max(left.length, right.length)
  for (let index = 0; index < length; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
