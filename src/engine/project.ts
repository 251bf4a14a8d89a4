/** Runs the rules about a mini program's source: one case per call, setting, secret ... of it. */
import { type Entry, type Family, familyOf, type Status } from '../types.js'
import { ask, hostContext, type JudgeSetting, judgeRule, type Outcome, type RunContext } from './judge.js'
import type { Judgment } from './judgment.js'
import { PROJECT_SUBJECTS, type ProjectSubject, type Rule, type Subjects } from './rule.js'

/** One thing in the source, judged by the rules of one subject. */
export interface SourceCase {
  subject: ProjectSubject
  /** Where it runs; empty for what runs everywhere. */
  families: readonly Family[]
  /** Its facts for one family. */
  facts: (family: Family) => Subjects[ProjectSubject]
  /** Its position, and what is shown of it. */
  entry: Omit<Entry, 'family'>
}

/** A finding carries the place in the source as its entry; a pass is reported once for all cases of a rule. */
export function judgeProject(
  cases: readonly SourceCase[],
  context: RunContext,
  setting: JudgeSetting,
): Judgment[] {
  const around = hostContext(context)
  return setting.rules.flatMap((rule) => {
    if (!isOfSource(rule)) return []
    const own = cases.filter(({ subject }) => subject === rule.subject)
    return judgeRule(rule, setting, (demand) => {
      const family = familyOf(demand.platform)
      const outcomes = own
        .filter(({ families }) => families.length === 0 || families.includes(family))
        .flatMap((one): Outcome[] =>
          ask(rule, { kind: 'facts', facts: one.facts(family), scope: {} }, demand, around).map((outcome) =>
            placed(outcome, { family, ...one.entry }),
          ),
        )
      return outcomes.length > 0 ? withoutRepeats(outcomes) : [NOTHING]
    })
  })
}

/** Every finding, and of the rest one of each kind: there may be many thousands of calls, and each platform reads them. */
function withoutRepeats(outcomes: readonly Outcome[]): Outcome[] {
  const seen = new Set<string>()
  return outcomes.filter(({ status, toldBy = [] }) => {
    if (isFinding(status)) return true
    const kind = [status, ...toldBy].join(' ')
    return !seen.has(kind) && seen.add(kind)
  })
}

const NOTHING: Outcome = { status: 'not-applicable', evidence: {}, scope: {} }

const isOfSource = ({ subject }: Rule): boolean => (PROJECT_SUBJECTS as readonly string[]).includes(subject)

function placed(outcome: Outcome, entry: Entry): Outcome {
  return isFinding(outcome.status) ? { ...outcome, entry } : outcome
}

const isFinding = (status: Status): boolean => status === 'fail' || status === 'unknown'
