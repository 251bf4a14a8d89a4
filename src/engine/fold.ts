/**
 * One cause, one finding: what could not be judged, or failed, only because a precondition is missing is listed under
 * that cause. Folding never improves a verdict: a cause weighs at least as much as what it covers, on the same platform
 * and at the same addresses, and a waived one covers nothing.
 */
import { putTo } from '../grouping.js'
import { type Entry, familyOf, type Level, type PlatformId, type Result } from '../types.js'
import { isOfTarget, RULE_FAILED } from './judge.js'
import type { Presupposition, Rule } from './rule.js'

const HARDNESS: Record<Level, number> = { error: 2, warning: 1, info: 0 }

/** The parts of a rule that folding uses. */
export type Folding = Pick<Rule, 'id' | 'presupposes' | 'rejects'> & Partial<Pick<Rule, 'subject'>>

/**
 * @param addresses of the target: a finding without addresses holds for all
 * @param entries those that lead to the target
 */
export function foldConsequences(
  results: readonly Result[],
  rules: readonly Folding[],
  addresses: readonly string[],
  entries: readonly Entry[] = [],
): Result[] {
  const declared = new Map(rules.map((rule) => [rule.id, rule]))
  const open = results.filter(isFinding)
  const rejections = rejectionsIn(open, declared)
  const rootFor: RootFor = (result, platform, seen) => {
    const { presupposes = [], subject } = declared.get(result.rule) ?? {}
    const rejection =
      subject !== undefined && isOfTarget(subject) ? rejectionOf(entries, platform, result, rejections) : null
    const causes = rejection ? [rejection] : causesOf(result, platform, presupposes, open)
    const [first] = causes
    if (!first || !covers(causes, result, addresses)) return null
    // Rules that presuppose each other would hide each other.
    if (seen.has(first)) return 'circle'
    // If the cause is itself a consequence, both have the same cause.
    return rootFor(first, platform, new Set([...seen, first])) ?? first
  }
  const folded = results.map((result) =>
    isFinding(result) ? split(result, rootFor) : { kept: result, under: [] },
  )
  const counted = new Map<Result, Set<string>>()
  for (const { under } of folded) {
    for (const { root, rule } of under) {
      if (rule === root.rule) continue
      const known = counted.get(root) ?? new Set<string>()
      counted.set(root, known.add(rule))
    }
  }
  return folded.flatMap(({ kept, under }, at) => {
    const original = results[at] as Result
    const own = counted.get(original)
    const first = kept && own ? { ...kept, consequences: [...own] } : kept
    return [
      ...(first ? [first] : []),
      ...under.map(({ root, platforms }) => consequence(original, root, platforms)),
    ]
  })
}

const isFinding = ({ status }: Result): boolean => status === 'fail' || status === 'unknown'

/** Failures that make the platform reject the entry. */
function rejectionsIn(open: readonly Result[], declared: ReadonlyMap<string, Folding>): Result[] {
  return open.filter(
    ({ rule, status, evidence, entry }) =>
      status === 'fail' &&
      entry !== undefined &&
      declared.get(rule)?.subject === 'entry' &&
      declared.get(rule)?.rejects?.includes(String(evidence?.reason)) === true,
  )
}

/** Only if every entry that leads there is rejected: the server doesn't matter if no one may call it. */
function rejectionOf(
  entries: readonly Entry[],
  platform: PlatformId,
  result: Result,
  rejections: readonly Result[],
): Result | null {
  if (result.evidence?.reason === RULE_FAILED) return null
  const own = entries.filter(({ family }) => family === familyOf(platform))
  const causes = own.map((entry) =>
    rejections.find(
      (one) => one.platforms.includes(platform) && weighsAsMuch(one, result) && isSameEntry(one.entry, entry),
    ),
  )
  return causes.every((cause) => cause !== undefined) ? (causes[0] ?? null) : null
}

function isSameEntry(a: Entry | undefined, b: Entry): boolean {
  return a?.family === b.family && a.api === b.api && a.text === b.text
}

interface Folded {
  /** The part that remains a finding of its own; null if nothing does. */
  kept: Result | null
  under: { root: Result; rule: string; platforms: PlatformId[] }[]
}

type RootFor = (result: Result, platform: PlatformId, seen: ReadonlySet<Result>) => Result | 'circle' | null

function split(result: Result, rootFor: RootFor): Folded {
  const byRoot = new Map<Result | null, PlatformId[]>()
  for (const platform of result.platforms) {
    const found = rootFor(result, platform, new Set([result]))
    const root = found === 'circle' ? null : found
    putTo(byRoot, root, platform)
  }
  const own = byRoot.get(null)
  byRoot.delete(null)
  const under = [...byRoot].flatMap(([root, platforms]) =>
    root ? [{ root, rule: result.rule, platforms }] : [],
  )
  const kept = own ? (under.length > 0 ? onPlatforms(result, own) : result) : null
  return { kept, under }
}

function causesOf(
  result: Result,
  platform: PlatformId,
  presupposed: readonly Presupposition[],
  open: readonly Result[],
): Result[] {
  return open.filter(
    (cause) =>
      cause !== result &&
      cause.platforms.includes(platform) &&
      (cause.rule !== result.rule || comesFirst(cause, result, open)) &&
      weighsAsMuch(cause, result) &&
      presupposed.some((one) => explains(one, cause, result)),
  )
}

/** Of a rule's findings the one with the highest level is the cause, the first among equals. */
function comesFirst(cause: Result, result: Result, open: readonly Result[]): boolean {
  const harder = HARDNESS[cause.level] - HARDNESS[result.level]
  return harder > 0 || (harder === 0 && open.indexOf(cause) < open.indexOf(result))
}

/** A failure outweighs an unknown result, and neither hides one of a higher level. */
function weighsAsMuch(cause: Result, result: Result): boolean {
  return (
    HARDNESS[cause.level] >= HARDNESS[result.level] &&
    (cause.status === 'fail' || result.status === 'unknown')
  )
}

function explains(
  { rule, reasons, failures, alike }: Presupposition,
  cause: Result,
  result: Result,
): boolean {
  if (cause.rule !== rule || (result.status === 'fail' && !failures)) return false
  // A broken rule has no other cause.
  if (result.evidence?.reason === RULE_FAILED) return false
  if (alike !== undefined && cause.evidence?.[alike] !== result.evidence?.[alike]) return false
  if (cause.entry && result.entry && !isSameEntry(cause.entry, result.entry)) return false
  return reasons === undefined || reasons.includes(String(cause.evidence?.reason))
}

/** Do the causes hold everywhere the result does? */
function covers(causes: readonly Result[], result: Result, all: readonly string[]): boolean {
  const places = causes.map(addressesOf)
  if (places.some((place) => place === null)) return true
  const covered = new Set(places.flatMap((place) => place ?? []))
  return (addressesOf(result) ?? all).every((address) => covered.has(address))
}

/** Null if it holds everywhere. */
export function addressesOf({ evidence }: Result): string[] | null {
  const named = evidence?.addresses
  if (!Array.isArray(named)) return null
  return named.filter((one) => typeof one === 'string')
}

function consequence(result: Result, root: Result, platforms: PlatformId[]): Result {
  const { fix: _fix, command: _command, references: _references, ...rest } = onPlatforms(result, platforms)
  return { ...rest, status: 'not-applicable', followsFrom: root.rule }
}

/** The result on some of its platforms, with the sources for those. */
function onPlatforms({ references = [], ...rest }: Result, platforms: PlatformId[]): Result {
  const theirs = references.flatMap((one) => {
    const held = one.platforms.filter((platform) => platforms.includes(platform))
    return held.length > 0 ? [{ ...one, platforms: held }] : []
  })
  const [first] = theirs
  if (!first) return { ...rest, platforms }
  const { platforms: _held, ...reference } = first
  return { ...rest, platforms, reference, ...(theirs.length > 1 && { references: theirs }) }
}
