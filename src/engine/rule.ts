/** What a rule is. A rule says how to test one thing; a clause says which platform requires it, and how strictly. */
import type { EntryFact } from '../facts/index.js'
import type { Json, Language, Level, PlatformId, Runtime, Scheme } from '../types.js'
import type { Subject, Subjects } from './subject-types.js'

export * from './subject-types.js'

/** What a rule may use besides its facts. */
export interface RuleContext {
  /** The instant judged for, in milliseconds since 1970. */
  now: number
  host: string
  port: number
  scheme: Scheme
  supportedOs: { ios: string; android: string }
  legacyOs: { ios: string; android: string }
  /** Base64 DER of the --ca anchors. */
  ca: readonly string[]
  /** The registry's suffix the host stands under (`com.cn`), null for a name under a shared hosting suffix. */
  registrySuffix: string | null
  /** Was fetching a missing issuer from its AIA address allowed? */
  fetch: boolean
  /** Every entry of the config, of all families, parsed. */
  listed?: readonly EntryFact[]
}

/** What a finding is based on. Plain JSON: sentences are made from it. */
export type Evidence = { [key: string]: Json | undefined }
/** Evidence by reason code; `pass` for a pass. */
export type EvidenceMap = { pass: Evidence } & { [reason: string]: Evidence }
/** The settings of a rule in a config. Plain JSON. */
export type Parameters = { [key: string]: Json }

/** The evidence of a rule's reasons. */
// biome-ignore lint/suspicious/noExplicitAny: matches rules of any evidence
export type EvidenceOf<R> = R extends Rule<any, any, infer E, any> ? E : never

/** The reason codes of a map of evidence. */
export type ReasonOf<E> = Exclude<keyof E, 'pass'> & string
/** The status of findings with a reason: a failure, something that could not be determined, or either. */
export type ReasonKind = 'fail' | 'unknown' | 'either'

/** A reason of the engine that every rule may use: a fact is missing. */
export const NOT_OBSERVED = 'not-observed'

/** A reason of the engine: what decides on a platform isn't published, so no rule is run. */
export const NOT_KNOWN = 'not-known'
/** A system's built-in roots; the TLS library of its requests; whether calls are limited to listed domains. */
export type Unpublished = 'roots' | 'clients' | 'lists'

/** What a rule returns for one subject. */
export type Finding<E = EvidenceMap> =
  | { status: 'pass'; evidence: E extends { pass: infer P extends Evidence } ? P : Evidence }
  | { status: 'not-applicable'; toldBy?: readonly string[] }
  | { status: 'unknown'; reason: typeof NOT_OBSERVED; evidence: { phase: string; cause: string } }
  | {
      [R in ReasonOf<E>]: {
        status: 'fail' | 'unknown'
        reason: R
        evidence: E[R]
        /** Rules that report the same fault: it is reported here only if none of them does. */
        toldBy?: readonly string[]
      }
    }[ReasonOf<E>]

/** One requirement: the facts it needs, its possible reasons, and how it judges. Made by `defineRule`. */
export interface Rule<
  Id extends string = string,
  S extends Subject = Subject,
  // biome-ignore lint/suspicious/noExplicitAny: a rule of any evidence is a rule
  E = any,
  P extends Parameters = Parameters,
> {
  id: Id
  subject: S
  /** Names of the facts it needs. */
  needs: readonly string[]
  /** Defaults; a clause or the config may replace individual ones. */
  parameters: P
  /** For types only: the evidence of each reason. */
  evidence?: E | undefined
  /** Every possible reason. Findings with another one are invalid. */
  reasons: Readonly<Record<string, ReasonKind>>
  /** No config can switch it off or change its level. */
  fixed?: boolean
  /** The allowed words of parameters: a typo must not select the opposite. */
  choices?: Choices | undefined
  /** For rules about lists: also run on a list that is read line by line, with its duplicate entries. */
  acrossLines?: true | undefined
  /** What must hold before this rule can judge anything; absent: nothing. */
  presupposes?: readonly Presupposition[] | undefined
  /** For rules about entries: reasons for which the platform rejects the entry, whatever its server does. */
  rejects?: readonly string[] | undefined
  /**
   * Pure: no clock, network, environment or files. Returns at least one finding; `notApplicable` if there is nothing to
   * judge.
   */
  judge(facts: Subjects[S], parameters: P, context: RuleContext): Finding<E>[]
}

type Choices = Readonly<Record<string, readonly string[] | undefined>>

/** A finding of another rule that explains findings of this one, which are then reported under it. */
export interface Presupposition {
  rule: string
  /** Its reasons that explain; absent: all. */
  reasons?: readonly string[]
  /** Explains failures of this rule too, not only unknown results. */
  failures?: true
  /** Name of a piece of evidence: only if it is the same in both. */
  alike?: string
}

/** Carries a type, not a value. */
// biome-ignore lint/suspicious/noExplicitAny: widened on purpose
export function evidence<E extends { pass: any }>(): E | undefined {
  return undefined
}

/**
 * Declares a rule. `judge` receives exactly the facts named in `needs`, all present: the engine returns `unknown` when
 * one is missing and `not-applicable` when there is nothing to judge.
 */
export function defineRule<
  const Id extends string,
  S extends Subject,
  N extends keyof Subjects[S],
  E,
  P extends Parameters = Record<never, never>,
>(spec: {
  id: Id
  subject: S
  needs: readonly N[]
  parameters?: P
  fixed?: boolean
  evidence: E | undefined
  /** A missing reason, or one without evidence, does not compile. */
  reasons: { readonly [R in ReasonOf<NoInfer<E>>]: ReasonKind }
  choices?: { readonly [K in keyof NoInfer<P>]?: readonly string[] }
  acrossLines?: true
  presupposes?: readonly Presupposition[]
  rejects?: readonly ReasonOf<NoInfer<E>>[]
  judge(facts: Pick<Subjects[S], N>, parameters: P, context: RuleContext): Finding<E>[]
}): Rule<Id, S, E, P> {
  return { ...spec, needs: spec.needs.map(String), parameters: spec.parameters ?? ({} as P) }
}

/** A finding: the requirement is met. */
export function pass<const E extends Evidence>(evidence: E): { status: 'pass'; evidence: E } {
  return { status: 'pass', evidence }
}

/** A finding: the requirement is not met, for one of the rule's reasons. */
export function fail<const R extends string, E extends Evidence>(reason: R, evidence: E) {
  return { status: 'fail' as const, reason, evidence }
}

/** A finding: it could not be determined whether the requirement is met. */
export function unknown<const R extends string, E extends Evidence>(reason: R, evidence: E) {
  return { status: 'unknown' as const, reason, evidence }
}

export function notObserved(phase: string, cause: string) {
  return {
    status: 'unknown' as const,
    reason: NOT_OBSERVED as typeof NOT_OBSERVED,
    evidence: { phase, cause },
  }
}

/** A finding: the requirement does not concern this subject. */
export const notApplicable = { status: 'not-applicable' as const }

/** Can't be judged here because of a fault that one of these rules reports. If none does, the target has a gap. */
export function leftTo(...rules: string[]) {
  return { status: 'not-applicable' as const, toldBy: rules }
}

/** One of these rules reports the same fault, so it isn't repeated here. */
export function unlessTold<F extends { status: 'fail' | 'unknown' }>(finding: F, ...rules: string[]) {
  return { ...finding, toldBy: rules }
}

/** One text, or one in each language. */
export type Localised = string | Readonly<Record<Language, string>>

/** The source of a requirement. */
export interface Citation {
  title: Localised
  url?: string
  /** The page's sentence in its original language; empty if no page says it. */
  quote: string
  /** The version of the page that was read: a date, years, a version. Absent: the page doesn't say. */
  edition?: Localised
  /** The day it was read (YYYY-MM-DD); absent if nothing was read. */
  readOn?: string
  /**
   * Absent: the sentence says it. Otherwise it follows from the sentence, was observed in the client or its source, or
   * no platform requires it and it is advice of whoever the title names.
   */
  basis?: Basis
}

export const BASES = ['inferred', 'observed', 'advised'] as const
export type Basis = (typeof BASES)[number]

/** The level of a reason on a platform; findings that aren't required there are dropped. */
export type Demanded = Level | 'not-demanded'

/** hefa's own advice: never an error, since only platforms have requirements. */
export interface Advice<R> {
  level: Mild | Readonly<Record<ReasonOf<EvidenceOf<R>>, Mild | 'not-demanded'>>
  parameters?: Parameters
}
type Mild = Exclude<Level, 'error'>

/** A platform's requirement: data only. */
export interface Clause<Id extends string = string, R extends string = string> {
  rule: Id
  on: readonly Runtime[]
  /** One level for every reason, or one for each. */
  level: Level | Readonly<Record<R, Demanded>>
  parameters?: Parameters
  /** What decides there isn't published: the result is unknown, at this level, whatever the facts are. */
  notKnown?: Unpublished
  /** The source of the requirement as a whole. */
  cite: Citation
  /** Reasons with a source of their own. */
  cites?: Readonly<Partial<Record<R, Citation>>>
}

export type Clauses = { platform: PlatformId; clause: Clause }[]
