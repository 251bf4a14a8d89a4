/** What a rule is. A rule says how to test one thing; which platform demands it, and how strictly, is a clause's word. */
import type { EntryFact } from '../facts/index.js'
import type { Json, Language, Level, PlatformId, Runtime, Scheme } from '../types.js'
import type { Subject, Subjects } from './subject-types.js'

export * from './subject-types.js'

/** What a rule may know beside its facts. */
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
  /** Was looking for a missing issuer at its AIA address allowed? */
  fetch: boolean
  /** Every entry of the config, of all families, taken apart. */
  listed?: readonly EntryFact[]
}

/** What a finding rests on. Plain JSON: sentences are made from it. */
export type Evidence = { [key: string]: Json | undefined }
/** Evidence by reason code; `pass` is what a pass rests on. */
export type EvidenceMap = { pass: Evidence } & { [reason: string]: Evidence }
/** What a config can set of a rule. Plain JSON. */
export type Parameters = { [key: string]: Json }

/** What the reasons of a rule carry. */
// biome-ignore lint/suspicious/noExplicitAny: matches rules of any evidence
export type EvidenceOf<R> = R extends Rule<any, any, infer E, any> ? E : never

/** The reason codes of a map of evidence. */
export type ReasonOf<E> = Exclude<keyof E, 'pass'> & string
/** What a finding for a reason is: a fault, something that could not be determined, or now the one and now the other. */
export type ReasonKind = 'fail' | 'unknown' | 'either'

/** The engine's own reason, which every rule may give: a fact could not be had. */
export const NOT_OBSERVED = 'not-observed'

/** The engine's own reason: what decides on a platform is published by nobody, so that no rule is asked. */
export const NOT_KNOWN = 'not-known'
/** The roots a system has built in; the library its requests go through. */
export type Unpublished = 'roots' | 'clients'

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
        /** Rules that report the same: it is reported here only where none of them does. */
        toldBy?: readonly string[]
      }
    }[ReasonOf<E>]

/** One requirement: what it looks at, the reasons it may give, and how it judges. Made by `defineRule`. */
export interface Rule<
  Id extends string = string,
  S extends Subject = Subject,
  // biome-ignore lint/suspicious/noExplicitAny: a rule of any evidence is a rule
  E = any,
  P extends Parameters = Parameters,
> {
  id: Id
  subject: S
  /** Names of the facts asked for. */
  needs: readonly string[]
  /** Defaults; a clause or the config may replace single ones. */
  parameters: P
  /** A type only: what each reason carries. */
  evidence?: E | undefined
  /** Every reason there is. A finding for another one isn't a finding. */
  reasons: Readonly<Record<string, ReasonKind>>
  /** No config can switch it off or change its level. */
  fixed?: boolean
  /** Parameters with a closed set of words: a misspelled one must not pass for its opposite. */
  choices?: Choices | undefined
  /** Of a rule about lists: it is asked about a list too that is read line by line, for the entries that are there again. */
  acrossLines?: true | undefined
  /** What must be there before this rule can say anything of its own; absent: nothing. */
  presupposes?: readonly Presupposition[] | undefined
  /** Of a rule about entries: reasons for which the platform takes no such entry, whatever its server does. */
  rejects?: readonly string[] | undefined
  /** Pure: no clock, network, environment or file. At least one finding; `notApplicable` where it has nothing to say. */
  judge(facts: Subjects[S], parameters: P, context: RuleContext): Finding<E>[]
}

type Choices = Readonly<Record<string, readonly string[] | undefined>>

/** A finding of another rule that explains findings of this one: they are reported under it, not beside it. */
export interface Presupposition {
  rule: string
  /** Which of its findings explain; absent: all of them. */
  reasons?: readonly string[]
  /** Also what failed here follows from it, not only what could not be determined. */
  failures?: true
  /** Name of a piece of evidence: only where it is the same in both. */
  alike?: string
}

/** A type that is carried, not a value. */
// biome-ignore lint/suspicious/noExplicitAny: widened on purpose
export function evidence<E extends { pass: any }>(): E | undefined {
  return undefined
}

/**
 * Declares a rule. `judge` receives exactly the facts named in `needs`, all present: the engine answers
 * `unknown` when one is missing and `not-applicable` where there is nothing to judge.
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
  /** One that is missing, or that has no evidence, does not compile. */
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

/** A finding: the requirement is not met, for one of the reasons that the rule declares. */
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

/** Not to be judged here for a fault that one of these rules reports. Where none does, the target has a gap. */
export function leftTo(...rules: string[]) {
  return { status: 'not-applicable' as const, toldBy: rules }
}

/** The same fault is reported by one of these rules, and then not here as well. */
export function unlessTold<F extends { status: 'fail' | 'unknown' }>(finding: F, ...rules: string[]) {
  return { ...finding, toldBy: rules }
}

/** One text, or one in each language. */
export type Localised = string | Readonly<Record<Language, string>>

/** The sentence behind a demand. */
export interface Citation {
  title: Localised
  url?: string
  /** The page's own sentence, in its own language; empty where no page says it. */
  quote: string
  /** The state of the page that was read: a date, years, a version. Absent: the page carries none. */
  edition?: Localised
  /** The day it was read (YYYY-MM-DD); absent where nothing was. */
  readOn?: string
  /**
   * Absent: the sentence says it. Else it follows from the sentence, was seen in the client or its source, or is
   * demanded by no platform, and the advice of whom the title names.
   */
  basis?: Basis
}

export const BASES = ['inferred', 'observed', 'advised'] as const
export type Basis = (typeof BASES)[number]

/** What a platform makes of one reason; a finding it does not demand isn't a finding there. */
export type Demanded = Level | 'not-demanded'

/** What hefa advises of itself: never an error, which only a platform's demand is. */
export interface Advice<R> {
  level: Mild | Readonly<Record<ReasonOf<EvidenceOf<R>>, Mild | 'not-demanded'>>
  parameters?: Parameters
}
type Mild = Exclude<Level, 'error'>

/** A platform's demand: data only. */
export interface Clause<Id extends string = string, R extends string = string> {
  rule: Id
  on: readonly Runtime[]
  /** One level for every reason, or a word for each. */
  level: Level | Readonly<Record<R, Demanded>>
  parameters?: Parameters
  /** Nobody publishes what decides there: it is unknown, at this level, whatever the facts are. */
  notKnown?: Unpublished
  /** What the demand as a whole rests on. */
  cite: Citation
  /** Reasons that rest on something of their own. */
  cites?: Readonly<Partial<Record<R, Citation>>>
}

export type Clauses = { platform: PlatformId; clause: Clause }[]
