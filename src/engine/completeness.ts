/** Was everything looked at that was requested? Anything else is a gap, which has a name and is never a pass. */
import type { TargetFacts } from '../facts/index.js'
import { type Entry, type Family, familyOf, type PlatformId, type Result } from '../types.js'
import { ask, hostContext, type JudgeSetting, judgeRule, type RunContext } from './judge.js'
import type { Judgment } from './judgment.js'
import type { AuditSubject, Gap, Subjects } from './rule.js'

/** How many names are listed. */
const TOLD = 10

/** What a run had to look at, and its results. */
export interface Looked {
  platforms: readonly PlatformId[]
  /** Those of this share. Empty if no domain list was to be judged. */
  entries: readonly Entry[]
  /** Families with a list, in this share or another. Null if no list was to be judged. */
  listed: ReadonlySet<Family> | null
  /** The results that involve an entry. */
  resultsOf(entry: Entry): readonly Result[]
  /** All findings, including those of the source. */
  results: readonly Result[]
}

/** An entry without any result, or a platform without a list, would silently pass. */
export function gapsOf(platform: PlatformId, looked: Looked): Gap[] {
  const { entries, listed, results, resultsOf } = looked
  const family = familyOf(platform)
  if (listed && !listed.has(family)) return [{ kind: 'no-list', family }]
  const speaks = ({ platforms, status }: Result) =>
    platforms.includes(platform) && status !== 'not-applicable'
  const silent = entries.filter((entry) => entry.family === family && !resultsOf(entry).some(speaks))
  if (silent.length > 0) {
    const texts = [...new Set(silent.map(({ text }) => text))]
    return [{ kind: 'no-result', entries: texts.slice(0, TOLD), count: texts.length }]
  }
  const judged = entries.length > 0 || results.some(({ platforms }) => platforms.includes(platform))
  return judged || listed ? [] : [{ kind: 'no-rule' }]
}

/** Addresses of the name that no connection was attempted to. */
export function addressGaps({ dns, endpoints }: Pick<TargetFacts, 'dns' | 'endpoints'>): Gap[] {
  if (!dns || endpoints.length === 0) return []
  const known = [...dns.a.addresses, ...dns.aaaa.addresses]
  const tried = new Set(endpoints.map(({ address }) => address))
  const left = known.filter((address) => !tried.has(address))
  if (left.length === 0) return []
  return [
    {
      kind: 'addresses-left',
      tried: known.length - left.length,
      known: known.length,
      left: left.slice(0, TOLD),
    },
  ]
}

/** One case for the rules about the audit itself, and its location. */
export interface AuditCase<S extends AuditSubject = AuditSubject> {
  facts: Subjects[S]
  entry?: Omit<Entry, 'family'>
}

/** Runs the rules of one subject over each platform's cases; without a case there is no result. */
export function judgeAudit<S extends AuditSubject>(
  subject: S,
  casesOf: (platform: PlatformId) => readonly AuditCase<S>[],
  context: RunContext,
  setting: JudgeSetting,
): Judgment[] {
  const rules = setting.rules.filter((rule) => rule.subject === subject)
  return rules.flatMap((rule) =>
    judgeRule(rule, setting, ({ platform, ...demand }) =>
      casesOf(platform).flatMap(({ facts, entry }) =>
        ask(rule, { kind: 'facts', facts, scope: {} }, { platform, ...demand }, hostContext(context)).map(
          (outcome) => (entry ? { ...outcome, entry: { family: familyOf(platform), ...entry } } : outcome),
        ),
      ),
    ),
  )
}
