/** Was everything looked at that was chosen? What was not is a gap, which has a name and is never a pass. */
import type { TargetFacts } from '../facts/index.js'
import { type Entry, type Family, familyOf, type PlatformId, type Result } from '../types.js'
import { ask, hostContext, type JudgeSetting, judgeRule, type RunContext } from './judge.js'
import type { Judgment } from './judgment.js'
import type { AuditSubject, Gap, Subjects } from './rule.js'

/** How many names are listed. */
const TOLD = 10

/** What a run was to look at, and what it has to say. */
export interface Looked {
  platforms: readonly PlatformId[]
  /** Those of this share. Empty where no domain list was to be looked at. */
  entries: readonly Entry[]
  /** Families of which there is a list, in this share or another. Null where none was to be looked at. */
  listed: ReadonlySet<Family> | null
  /** The results an entry has a part in. */
  resultsOf(entry: Entry): readonly Result[]
  /** Everything that was found, of the source too. */
  results: readonly Result[]
}

/** An entry that nothing is said of, or a platform without a list, would pass in silence. */
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

/** Addresses of the name that no connection was tried to. */
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

/** One case of what an audit itself is asked, and where it stands. */
export interface AuditCase<S extends AuditSubject = AuditSubject> {
  facts: Subjects[S]
  entry?: Omit<Entry, 'family'>
}

/** Rules of one subject over the cases each platform has; where it has none nothing is said. */
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
