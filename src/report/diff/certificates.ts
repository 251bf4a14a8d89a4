/** What two reports say about a host's certificates. */
import type { CertificateSummary, Target, TrustList, TrustSpan } from '../../types.js'
import type { CertificateBrief, Direction, PhoneChange, TargetDiff } from './types.js'

type Part = Pick<TargetDiff, 'certificate' | 'alsoServed' | 'chain' | 'names' | 'phones'>

export function certificateChanges(before: Target, after: Target): Part {
  return {
    ...replaced(before, after),
    ...othersServed(before, after),
    ...chainChange(before, after),
    ...nameChanges(before, after),
    phones: phoneChanges(before, after),
  }
}

function replaced(
  { certificate: before }: Target,
  { certificate: after }: Target,
): Pick<Part, 'certificate'> {
  if (!before || !after || before.sha256 === after.sha256) return {}
  const keys = [before.keySha256, after.keySha256]
  const known = keys.every((key) => key !== undefined && key !== '')
  return {
    certificate: {
      before: brief(before),
      after: brief(after),
      key: !known ? 'unknown' : keys[0] === keys[1] ? 'same' : 'changed',
      issuerChanged: before.issuer !== after.issuer,
    },
  }
}

const brief = ({ subject, issuer, notBefore, notAfter, sha256 }: CertificateSummary): CertificateBrief => ({
  ...{ subject, issuer, notBefore, notAfter, sha256 },
})

/** Every distinct leaf, the first one first. */
function leavesOf({ certificate, chains = [] }: Target): CertificateSummary[] {
  const all = [certificate, ...chains.map((chain) => chain.certificate)].filter((one) => one !== undefined)
  return [...new Map(all.map((one) => [one.sha256, one])).values()]
}

function othersServed(before: Target, after: Target): Pick<Part, 'alsoServed'> {
  const [was, is] = [leavesOf(before).slice(1), leavesOf(after).slice(1)]
  const main = [before.certificate?.sha256, after.certificate?.sha256]
  const only = (own: CertificateSummary[], other: CertificateSummary[]) =>
    own
      .filter(({ sha256 }) => !main.includes(sha256) && !other.some((one) => one.sha256 === sha256))
      .map(brief)
  const [added, removed] = [only(is, was), only(was, is)]
  return added.length + removed.length > 0 ? { alsoServed: { added, removed } } : {}
}

function chainChange(before: Target, after: Target): Pick<Part, 'chain'> {
  if (!before.chain || !after.chain) return {}
  const issuers = (target: Target) => (target.chain ?? []).filter(({ sent }) => sent).slice(1)
  const key = (target: Target) =>
    issuers(target)
      .map(({ sha256 }) => sha256)
      .join(' ')
  if (key(before) === key(after)) return {}
  const subjects = (target: Target) => issuers(target).map(({ subject }) => subject)
  return { chain: { before: subjects(before), after: subjects(after) } }
}

/** A name is covered when every certificate the host shows covers it. */
function nameChanges(before: Target, after: Target): Pick<Part, 'names'> {
  const [was, is] = [leavesOf(before), leavesOf(after)]
  if (was.length === 0 || is.length === 0) return {}
  const missing = (from: CertificateSummary[], to: CertificateSummary[]) => {
    const names = new Set(from.flatMap((one) => one.names.map((name) => name.toLowerCase())))
    return [...names].filter((name) => coveredByAll(name, from) && !coveredByAll(name, to))
  }
  const [lost, gained] = [missing(was, is), missing(is, was)]
  return lost.length + gained.length > 0 ? { names: { lost, gained } } : {}
}

const coveredByAll = (name: string, leaves: readonly CertificateSummary[]) =>
  leaves.every(({ names }) => names.some((pattern) => covers(pattern.toLowerCase(), name)))

/** RFC 9525 section 6.3: `*` is the whole left-most label, and exactly one. An address equals itself only. */
function covers(pattern: string, name: string): boolean {
  if (pattern === name) return true
  const rest = name.slice(name.indexOf('.'))
  return pattern.startsWith('*.') && !name.startsWith('*') && /[a-z]/.test(name) && pattern.slice(1) === rest
}

/** The lists used by phones; changes in the others are reported, but break nothing. */
const PHONES: readonly TrustList[] = ['ios', 'android', 'chrome']
const LISTS: readonly TrustList[] = [...PHONES, 'mozilla', 'windows']

function phoneChanges({ trust: before }: Target, { trust: after }: Target): PhoneChange[] {
  if (!before || !after) return []
  return LISTS.flatMap((list): PhoneChange[] => {
    const [was, is] = [before[list], after[list]]
    const [lost, gained] = [shrinks(was, is), shrinks(is, was)]
    if (!lost && !gained) return []
    const direction: Direction = !PHONES.includes(list) ? 'neutral' : lost ? 'worse' : 'better'
    return [{ list, before: was, after: is, direction }]
  })
}

/** Are there versions that `was` reaches but `is` does not? */
function shrinks(was: TrustSpan, is: TrustSpan): boolean {
  if (was.root === null) return false
  if (is.root === null) return true
  const later = is.since !== null && (was.since === null || compare(is.since, was.since) > 0)
  const ends = is.until !== null && (was.until === null || compare(is.until, was.until) < 0)
  return later || ends
}

/** Versions and dates alike: part by part, as numbers. */
function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split(/[^0-9]+/).map(Number)) as [number[], number[]]
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
