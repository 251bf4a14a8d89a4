/** Certificate policies along a path (RFC 5280 section 6.1 with the graph of RFC 9618, so that work is linear). */
import { ANY_POLICY } from '../oids.js'
import { isSelfIssued } from '../signature.js'
import type { Certificate } from '../types.js'

/**
 * One level of the policy graph. The initial policy set is anyPolicy, so the only question is whether a
 * level is empty, and the levels above it needn't be kept. Maps a valid policy to what is expected of the
 * next certificate; null is the empty tree.
 */
type Level = Map<string, Set<string>> | null

interface State {
  level: Level
  explicitPolicy: number
  policyMapping: number
  inhibitAny: number
}

/** Index of the first certificate that breaks the policy rules, leaf 0; null when none does. */
export function policyViolation(certificates: readonly Certificate[]): number | null {
  const length = certificates.length
  const state: State = {
    level: new Map([[ANY_POLICY, new Set([ANY_POLICY])]]),
    explicitPolicy: length + 1,
    policyMapping: length + 1,
    inhibitAny: length + 1,
  }
  for (let index = length - 1; index >= 0; index--) {
    const certificate = certificates[index] as Certificate
    state.level = nextLevel(state, certificate, index === 0)
    if (state.explicitPolicy === 0 && state.level === null) return index
    if (index > 0 && !prepare(state, certificate)) return index
  }
  return wrapUp(state, certificates[0] as Certificate) ? null : 0
}

/** Section 6.1.3 (d) and (e). */
function nextLevel({ level, inhibitAny }: State, certificate: Certificate, isLeaf: boolean): Level {
  if (level === null || certificate.policies === null) return null
  const expected = new Set([...level.values()].flatMap((policies) => [...policies]))
  const hasAny = level.has(ANY_POLICY)
  const stated = certificate.policies.filter((policy) => policy !== ANY_POLICY)
  const valid = new Set(stated.filter((policy) => hasAny || expected.has(policy)))
  const anyCounts = inhibitAny > 0 || (!isLeaf && isSelfIssued(certificate))
  if (certificate.policies.includes(ANY_POLICY) && anyCounts) for (const policy of expected) valid.add(policy)
  return valid.size === 0 ? null : new Map([...valid].map((policy) => [policy, new Set([policy])]))
}

/** Section 6.1.4 (a), (b) and (h) to (j); false for a mapping from or to anyPolicy. */
function prepare(state: State, certificate: Certificate): boolean {
  const mappings = certificate.policyMappings ?? []
  if (mappings.some(({ issuer, subject }) => issuer === ANY_POLICY || subject === ANY_POLICY)) return false
  if (state.level !== null) state.level = mapped(state.level, mappings, state.policyMapping > 0)
  if (!isSelfIssued(certificate)) {
    state.explicitPolicy = Math.max(0, state.explicitPolicy - 1)
    state.policyMapping = Math.max(0, state.policyMapping - 1)
    state.inhibitAny = Math.max(0, state.inhibitAny - 1)
  }
  const { requireExplicitPolicy, inhibitPolicyMapping } = certificate.policyConstraints ?? {}
  state.explicitPolicy = Math.min(state.explicitPolicy, requireExplicitPolicy ?? Infinity)
  state.policyMapping = Math.min(state.policyMapping, inhibitPolicyMapping ?? Infinity)
  state.inhibitAny = Math.min(state.inhibitAny, certificate.inhibitAnyPolicy ?? Infinity)
  return true
}

function mapped(
  level: NonNullable<Level>,
  mappings: readonly { issuer: string; subject: string }[],
  mayMap: boolean,
): Level {
  const targets = new Map<string, Set<string>>()
  for (const { issuer, subject } of mappings) {
    targets.set(issuer, (targets.get(issuer) ?? new Set()).add(subject))
  }
  const result = new Map(level)
  for (const [policy, subjects] of targets) {
    if (!mayMap) result.delete(policy)
    else if (level.has(policy) || level.has(ANY_POLICY)) result.set(policy, subjects)
  }
  return result.size === 0 ? null : result
}

/** Section 6.1.5 (a), (b) and (g). */
function wrapUp({ level, explicitPolicy }: State, leaf: Certificate): boolean {
  const left = Math.max(0, explicitPolicy - 1)
  const demanded = leaf.policyConstraints?.requireExplicitPolicy === 0 ? 0 : left
  return demanded > 0 || level !== null
}
