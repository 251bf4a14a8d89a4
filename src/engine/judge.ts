/** Runs rules over facts and collects the result for each platform. Contains no rule names and no sentences. */
import type { EntryFact, TargetFacts } from '../facts/index.js'
import { type Entry, type Family, familyOf, type Level, type PlatformId, type Status } from '../types.js'
import { type Accepted, acceptFindings, broken } from './accept/findings.js'
import { messageOf } from './accept/message-of.js'
import { openAlike } from './alike.js'
import { type Demand, demandsOf, type RuleOverride } from './clauses.js'
import type { Judgment, LeftTo } from './judgment.js'
import { mergeColumns } from './merge.js'
import {
  AUDIT_SUBJECTS,
  type Clause,
  type Evidence,
  NOT_KNOWN,
  NOT_OBSERVED,
  type Rule,
  type RuleContext,
  type Subject,
  type Subjects,
} from './rule.js'
import { type Case, casesOf, type Scope, type TargetSubject } from './subjects.js'

export interface JudgeSetting {
  rules: readonly Rule[]
  clauses: Record<Family, readonly Clause[]>
  overrides: Record<string, RuleOverride>
  platforms: readonly PlatformId[]
}

/** The part of the context that is the same for every target. */
export type RunContext = Omit<RuleContext, 'host' | 'port' | 'scheme' | 'registrySuffix'>

export interface Outcome {
  status: Status
  reason?: string
  evidence: Evidence
  scope: Scope
  entry?: Entry
  toldBy?: readonly string[]
}

/** A reason of the engine: the rule returned something that isn't a finding. */
export const RULE_FAILED = 'rule-failed'

export function judgeTarget(target: TargetFacts, context: RuleContext, setting: JudgeSetting): Judgment[] {
  const known = new Map<Subject, Case[]>()
  const remembered = openAlike(setting, context)
  return setting.rules.flatMap((rule) => {
    const { subject } = rule
    if (!isOfTarget(subject)) return []
    const cases = known.get(subject) ?? casesOf(subject, target, context.listed)
    known.set(subject, cases)
    const judged = (shown: RuleContext) =>
      judgeRule(rule, setting, (demand) => cases.flatMap((one) => ask(rule, one, demand, shown)))
    return COMMON.includes(subject) ? remembered(rule, cases, judged) : judged(context)
  })
}

/** Many targets have the same results. */
const COMMON: readonly Subject[] = ['endpoint', 'chain'] satisfies TargetSubject[]

const OF_TARGET: readonly Subject[] = ['target', 'endpoint', 'chain', 'http'] satisfies TargetSubject[]
export const isOfTarget = (subject: Subject): subject is TargetSubject => OF_TARGET.includes(subject)

const isOfAudit = (subject: Subject): boolean => (AUDIT_SUBJECTS as readonly Subject[]).includes(subject)

/** Entry rules; a pass is reported once for all entries. */
export function judgeEntries(
  entries: readonly EntryFact[],
  given: (host: string, port: number | null) => boolean,
  context: RunContext,
  setting: JudgeSetting,
): Judgment[] {
  const rules = setting.rules.filter(({ subject }) => subject === 'entry')
  const asked = entries.map(({ entry, ...fact }) => {
    const facts = { entry: { entry, ...fact }, given: given(fact.host ?? '', fact.port) }
    const one: Case = { kind: 'facts', facts, scope: {} }
    return { entry, one, own: hostContext(context, facts.entry) }
  })
  return rules.flatMap((rule) =>
    judgeRule(rule, setting, (demand) =>
      asked
        .filter(({ entry }) => entry.family === familyOf(demand.platform))
        .flatMap(({ entry, one, own }) =>
          ask(rule, one, demand, own).map((outcome) =>
            isFinding(outcome) ? { ...outcome, entry } : outcome,
          ),
        ),
    ),
  )
}

/** List rules, once per family. */
export function judgeList(
  family: Family,
  facts: Subjects['list'],
  context: RunContext,
  setting: JudgeSetting,
): Judgment[] {
  const platforms = setting.platforms.filter((platform) => platform.startsWith(`${family}-`))
  const rules = setting.rules.filter(({ subject }) => subject === 'list')
  return rules.flatMap((rule) =>
    judgeRule(rule, { ...setting, platforms }, (demand) =>
      ask(rule, { kind: 'facts', facts, scope: {} }, demand, hostContext(context)),
    ),
  )
}

export function hostContext(context: RunContext, entry?: EntryFact): RuleContext {
  const scheme = entry?.scheme === 'wss' ? 'wss' : 'https'
  const host = entry?.host ?? ''
  return { ...context, host, port: entry?.port ?? 443, scheme, registrySuffix: null }
}

/** Runs the rule once per distinct set of parameters, then reads the outcome for every platform. */
export function judgeRule(rule: Rule, setting: JudgeSetting, run: (demand: Demand) => Outcome[]): Judgment[] {
  const memo = new Map<string, Outcome[]>()
  const columns = keyedDemands(rule, setting).flatMap(({ key, demand }) => {
    const outcomes = memo.get(key) ?? run(demand)
    memo.set(key, outcomes)
    return column(rule.id, demand, outcomes)
  })
  return mergeColumns(columns)
}

interface Keyed {
  demand: Demand
  /** The same for clauses with the same outcome. */
  key: string
}

/** Settings are made once and used for many targets. */
const keyed = new WeakMap<JudgeSetting, Map<Rule, Keyed[]>>()

function keyedDemands(rule: Rule, setting: JudgeSetting): Keyed[] {
  const ofSetting = keyed.get(setting) ?? new Map<Rule, Keyed[]>()
  keyed.set(setting, ofSetting)
  const known = ofSetting.get(rule)
  if (known) return known
  const demands = demandsOf(rule, setting.platforms, setting.clauses, setting.overrides[rule.id])
  const made = demands.map((demand) => {
    const asked = isOfTarget(rule.subject)
      ? ''
      : isOfAudit(rule.subject)
        ? demand.platform
        : familyOf(demand.platform)
    return { demand, key: `${asked} ${demand.notKnown ?? ''} ${JSON.stringify(demand.parameters)}` }
  })
  ofSetting.set(rule, made)
  return made
}

export function ask(rule: Rule, one: Case, demand: Demand, context: RuleContext): Outcome[] {
  if (one.kind === 'nothing') {
    const toldBy = [...new Set((rule.presupposes ?? []).map((presupposed) => presupposed.rule))]
    return [{ status: 'not-applicable', evidence: {}, scope: one.scope ?? {}, toldBy }]
  }
  if (one.kind === 'unknown') return [engineUnknown(one.evidence, one.scope)]
  if (demand.notKnown !== undefined)
    return [{ status: 'unknown', reason: NOT_KNOWN, evidence: { what: demand.notKnown }, scope: {} }]
  const missing = rule.needs.filter((need) => (one.facts as Record<string, unknown>)[need] === undefined)
  if (missing.length > 0) return [engineUnknown({ ...one.absent, missing }, one.scope)]
  const asked = Object.fromEntries(
    rule.needs.map((need) => [need, (one.facts as Record<string, unknown>)[need]]),
  )
  return answerOf(rule, () =>
    rule.judge(asked as unknown as Subjects[Subject], demand.parameters, context),
  ).map((accepted) => toOutcome(accepted, one.scope))
}

/** A rule that throws, such as a plugin's, must neither end the run nor pass. */
function answerOf(rule: Rule, judge: () => unknown): Accepted[] {
  let returned: unknown
  try {
    returned = judge()
  } catch (error) {
    return [broken('threw', messageOf(error))]
  }
  return acceptFindings(returned, rule)
}

function engineUnknown(evidence: Evidence, scope: Scope): Outcome {
  return { status: 'unknown', reason: NOT_OBSERVED, evidence, scope }
}

function toOutcome(accepted: Accepted, scope: Scope): Outcome {
  if (accepted.status === 'not-applicable') return { ...accepted, evidence: {}, scope }
  if (accepted.status !== 'broken') return { ...accepted, scope }
  const { fault, detail } = accepted
  return { status: 'unknown', reason: RULE_FAILED, evidence: { fault, detail }, scope }
}

/** The result for one platform: its findings, or one pass if there are none. */
function column(rule: string, demand: Demand, outcomes: readonly Outcome[]): Judgment[] {
  const [first, ...more] = ownColumn(rule, demand, outcomes)
  const left = outcomes.flatMap(({ status, toldBy = [], scope }): LeftTo[] =>
    status === 'not-applicable' && toldBy.length > 0 ? [leftBy(demand, toldBy, scope)] : [],
  )
  if (!first || left.length === 0) return first ? [first, ...more] : []
  return [{ ...first, left }, ...more]
}

const leftBy = ({ platform, topLevel }: Demand, rules: readonly string[], scope: Scope): LeftTo => ({
  platform,
  rules,
  level: topLevel,
  addresses: scope.addresses ?? null,
})

function ownColumn(rule: string, demand: Demand, outcomes: readonly Outcome[]): Judgment[] {
  const weighed = outcomes.map((outcome) => weigh(outcome, demand))
  const findings = weighed.flatMap(({ outcome, level }) =>
    level === null ? [] : [judgment(rule, demand, outcome, level)],
  )
  if (findings.length > 0) return findings
  const passed = outcomes.find(({ status }) => status === 'pass')
  if (passed) return [judgment(rule, demand, { ...passed, scope: {} }, demand.topLevel)]
  // The finding isn't required here, or is switched off: that isn't a pass, and its evidence isn't that of a pass.
  const found = outcomes.find(isFinding)
  if (found) return [judgment(rule, demand, { ...found, status: 'not-applicable' }, demand.topLevel)]
  const [nothing] = outcomes
  return nothing ? [judgment(rule, demand, { ...nothing, scope: {}, toldBy: [] }, demand.topLevel)] : []
}

/** Without a rule, since no clause has a level for it. */
const isEngines = (reason: string): boolean => reason === NOT_OBSERVED || reason === NOT_KNOWN

const isFinding = ({ status }: Outcome): boolean => status === 'fail' || status === 'unknown'

/** Null: nothing that is required here. */
function weigh(outcome: Outcome, demand: Demand): { outcome: Outcome; level: Level | null } {
  const { reason = '', scope } = outcome
  if (!isFinding(outcome)) return { outcome, level: null }
  if (reason === RULE_FAILED) return { outcome, level: 'error' }
  const demanded = isEngines(reason) ? demand.topLevel : demand.levelOf(reason)
  if (demanded === 'not-demanded' || demanded === 'off') return { outcome, level: null }
  // A clause that does not cover the reason is at fault, not the server.
  if (demanded === undefined)
    return { outcome: toOutcome(broken('no-clause', reason), scope), level: 'error' }
  return { outcome, level: demanded === 'error' && scope.cap ? scope.cap : demanded }
}

function judgment(rule: string, demand: Demand, outcome: Outcome, level: Level): Judgment {
  const { status, reason, scope, entry, toldBy = [] } = outcome
  const evidence: Evidence = { ...outcome.evidence }
  if (scope.addresses) evidence.addresses = scope.addresses
  if (scope.hellos) evidence.hellos = scope.hellos
  const cite = reason === undefined ? demand.cite : demand.citeOf(reason)
  const base: Judgment = { rule, status, level, platforms: [demand.platform], evidence, cite }
  if (reason !== undefined) base.reason = reason
  if (
    isFinding(outcome) &&
    reason !== RULE_FAILED &&
    demand.isLowered(reason !== undefined && isEngines(reason) ? null : (reason ?? ''))
  )
    base.lowered = base.platforms
  if (entry) base.entry = entry
  if (toldBy.length > 0) base.toldBy = toldBy
  return base
}
