/** Validates what rules return: plugins are untrusted, and built-in rules can have bugs too. */

import { type Evidence, NOT_OBSERVED, type ReasonKind, type Rule } from '../rule.js'
import { messageOf } from './message-of.js'
import { type JsonFault, plainJson } from './plain-json.js'
import { shown } from './problem.js'

/** What is wrong with a rule's return value. */
export type Fault =
  | 'threw'
  | 'no-list'
  | 'empty-list'
  | 'too-many'
  | 'no-finding'
  | 'unreadable'
  | 'unknown-status'
  | 'unknown-reason'
  | 'wrong-status'
  | 'no-evidence'
  | `${JsonFault}-evidence`
  | 'no-clause'

export type Accepted =
  | { status: 'pass'; evidence: Evidence }
  | { status: 'not-applicable'; toldBy: readonly string[] }
  | { status: 'fail' | 'unknown'; reason: string; evidence: Evidence; toldBy: readonly string[] }
  /** An invalid finding. `detail` quotes it, bounded. */
  | { status: 'broken'; fault: Fault; detail: string }

/** Long lists of entries can have as many findings. */
const MOST = 100_000

/** @param value what the rule's `judge` returned */
export function acceptFindings(value: unknown, rule: Pick<Rule, 'reasons'>): Accepted[] {
  try {
    return acceptList(value, rule)
  } catch (error) {
    return [broken('unreadable', messageOf(error))]
  }
}

function acceptList(value: unknown, rule: Pick<Rule, 'reasons'>): Accepted[] {
  if (!Array.isArray(value)) {
    // The promise is ignored, and its rejection must not end the run.
    if (value instanceof Promise) value.catch(() => {})
    return [broken('no-list', value instanceof Promise ? 'a promise' : typeof value)]
  }
  const { length } = value
  if (length === 0) return [broken('empty-list', '')]
  if (length > MOST) return [broken('too-many', String(length))]
  // Holes in the array are invalid findings.
  return Array.from({ length }, (_, at) => acceptFinding(value[at], rule))
}

function acceptFinding(value: unknown, { reasons }: Pick<Rule, 'reasons'>): Accepted {
  if (typeof value !== 'object' || value === null) return broken('no-finding', shown(value))
  const { status, reason, evidence, toldBy } = value as Record<string, unknown>
  const others = rulesIn(toldBy)
  if (others === null) return broken('no-finding', shown(toldBy))
  if (status === 'not-applicable') return { status, toldBy: others }
  if (status !== 'pass' && status !== 'fail' && status !== 'unknown')
    return broken('unknown-status', shown(status))
  const kind = kindOf(reason, reasons)
  if (status !== 'pass' && kind === undefined) return broken('unknown-reason', shown(reason))
  if (status !== 'pass' && kind !== 'either' && kind !== status)
    return broken('wrong-status', `${status} ${shown(reason)}`)
  if (typeof evidence !== 'object' || evidence === null || Array.isArray(evidence))
    return broken('no-evidence', shown(reason ?? status))
  const read = plainJson(evidence)
  if ('fault' in read) return broken(`${read.fault}-evidence`, read.what)
  const own = read.value as Evidence
  if (status === 'pass') return { status, evidence: own }
  return { status, reason: String(reason), evidence: own, toldBy: others }
}

/** More rules than a single fact concerns. */
const MOST_RULES = 20

function rulesIn(value: unknown): string[] | null {
  if (value === undefined) return []
  if (!Array.isArray(value) || value.length > MOST_RULES) return null
  const rules = Array.from(value, (rule: unknown) => rule)
  return rules.every((rule) => typeof rule === 'string') ? rules : null
}

function kindOf(reason: unknown, reasons: Rule['reasons']): ReasonKind | undefined {
  if (reason === NOT_OBSERVED) return 'unknown'
  return typeof reason === 'string' && Object.hasOwn(reasons, reason) ? reasons[reason] : undefined
}

export function broken(fault: Fault, detail: string): Extract<Accepted, { status: 'broken' }> {
  return { status: 'broken', fault, detail: detail.slice(0, 200) }
}
