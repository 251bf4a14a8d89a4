/** What a rule is. A rule says how to test one thing; which platform demands it, and how strictly, is a clause's word. */
import type {
  CallFact,
  ChainFact,
  ClientFact,
  DnsFact,
  EndpointFacts,
  EntryFact,
  Handshake,
  HelloId,
  HttpFact,
  KeyExchangeFact,
  LibraryFact,
  MentionFact,
  MissingFact,
  NotLooked,
  OptionFact,
  PassedOver,
  ProjectFacts,
  ResourceFact,
  SecretFact,
  SettingFact,
  SilentClient,
  SteeringFact,
  TargetFacts,
  TlsVersion,
  UrlFact,
} from '../facts/index.js'
import type { Entry, Family, Json, Language, Level, PlatformId, Runtime, Scheme, Verdict } from '../types.js'

/** What can be judged, and the facts a rule of that subject may ask for. */
export interface Subjects {
  /** All entries of one family. */
  list: {
    entries: EntryFact[]
    limits: { domainsPerApi: number; domainsPerApp: number }
    icp: Record<string, string>
  }
  /** One entry of a domain list. `given`: its host was named in --resolve. */
  entry: { entry: EntryFact; given: boolean }
  /** A host and port with all its addresses. */
  target: { dns: DnsFact; endpoints: EndpointFacts[]; http: HttpFact | null }
  /** One address of a target. */
  endpoint: {
    endpoint: EndpointFacts
    handshakes: Partial<Record<HelloId, Handshake>>
    /** Each version asked alone. */
    tlsVersions: Record<TlsVersion, Handshake>
    /** What simulated phones get. */
    clients: readonly ClientFact[]
    /** The answer to a hello without a server name. */
    nameless: Handshake
  }
  /** One distinct certificate chain as one or more addresses sent it. */
  chain: { chain: ChainFact; exchanges: KeyExchangeFact[] }
  /** What a target answered over HTTP or WebSocket, once TLS was there. */
  http: {
    http: HttpFact
    /** Those of the target. */
    entries: readonly Entry[]
    /** Every entry of the config, of all families. */
    listed: readonly EntryFact[]
  }
  /** One origin a call of the source can have, or one thing without which its URL could not be told. */
  url: {
    call: CallFact
    /** Null where it could not be told. */
    called: CalledUrl | null
    /** The entries of the family the call is judged for; null where no list of it is known. */
    listed: readonly EntryFact[] | null
    /** The listed entry its host is probably a misspelling of. */
    near: string | null
    /** What would have to be known to tell the URL; null where that has no name. */
    missing: MissingFact | null
  }
  /** The source as a whole, and (when `unread` is set) one file of it that was not read. */
  coverage: { files: number; pages: ProjectFacts['pages']; unread: PassedOver | null }
  /** One call of a network API. */
  call: { call: CallFact }
  /** One method a call sets. */
  method: { call: CallFact; method: string }
  /** One option of a call. */
  option: { call: CallFact; option: OptionFact }
  /** Every call that opens a socket on one family. */
  sockets: { sockets: readonly CallFact[] }
  /** One header a call sets, by name. */
  header: { header: string }
  /** One setting of a project file. */
  setting: { setting: SettingFact }
  /** One host in a page's markup. */
  resource: { resource: ResourceFact; origin: EntryFact }
  /** One secret of the platform, or the way to it, in the source. */
  secret: { secret: SecretFact }
  /** One host that stands in the source and that nothing found accounts for, with all its places. */
  mention: {
    mentions: readonly MentionFact[]
    origin: EntryFact
    /** The entries of the family; null where no list of it is known. */
    listed: readonly EntryFact[] | null
  }
  /** A library for requests of which no call was seen. */
  client: { client: SilentClient }
  library: { library: LibraryFact }
  /** What was chosen and not looked at; null where there is nothing of the kind. */
  gap: { gap: Gap | null }
  /** One target as several places see it, for one platform. */
  places: { places: readonly PlaceFact[] }
  /** A setting that has no effect; null where there is none. */
  directive: { directive: Directive | null }
  /** An origin that only the source or only a recorded session has. */
  sighting: { sighting: { origin: string; where: 'source' | 'run-time'; requests: number } }
  /** One part of the config's `scan`. */
  steering: { steering: SteeringFact }
  /** One entry of the config's lists, and what the source tells of it. */
  listing: { entry: EntryFact; mentions: Mentions }
}

/** What one place sees of a target, and what that comes to on the platform that is judged. */
export interface PlaceFact {
  vantage: string
  facts: TargetFacts
  verdict: Verdict
  /** Rules that fail there at error level. */
  failing: readonly string[]
}

/** Something that was chosen and not looked at. */
export type Gap =
  /** A platform whose family has no entry. */
  | { kind: 'no-list'; family: Family }
  /** Source, and no list to compare it with. */
  | { kind: 'not-compared'; folder: string }
  /** Source that was read for other families: code for this one was left out. */
  | { kind: 'not-read-for'; family: Family; folder: string }
  /** A folder in which there was no source to read. */
  | { kind: 'no-source'; folder: string }
  /** Entries that no rule says anything of; `entries` are the first of them. */
  | { kind: 'no-result'; entries: string[]; count: number }
  /** Lists of nothing but udp and tcp, which are not probed; `entries` are the first of them. */
  | { kind: 'not-probed'; entries: string[]; count: number }
  /** A platform for which every rule is switched off. */
  | { kind: 'no-rule' }
  /** Checks that were left to rules of which none tells anything: they are switched off. */
  | { kind: 'untold'; rules: string[]; count: number }
  /** Addresses of the name beyond those that were asked; `left` are the first of them. */
  | { kind: 'addresses-left'; tried: number; known: number; left: string[] }
  /** Parts of the facts that every probe leaves; `lacking` are the first of them. */
  | { kind: 'facts-missing'; lacking: string[]; count: number }
  /** Shares of a run whose reports are not there; `targets` they would have held. */
  | { kind: 'shares-missing'; shares: string[]; count: number; targets: number }
  /** A place from which nobody looked. */
  | { kind: 'not-looked'; vantage: string; why: NotLooked }
  /** Users of versions that are asked for and of which nothing is known yet. */
  | { kind: 'no-such-os'; os: 'ios' | 'android'; version: string; newest: string }
  /** The lists of roots were read long ago: what phones got since is not known. */
  | { kind: 'old-lists' | 'outdated-lists'; readOn: string; days: number }

/** A setting without effect. `part` names it: `paths`, `waivers[2]`, `--resolve`. */
export type Directive =
  | { kind: 'no-such-host'; part: string; key: string }
  | { kind: 'no-such-platform'; part: string }
  | { kind: 'nothing-waived'; part: string; rule: string; host: string }
  /** Findings of the baseline that are not there any more. */
  | { kind: 'fixed-in-baseline'; part: string; count: number; first: string[] }
  /** The lists were made from the source they are compared with. */
  | { kind: 'made-from-source'; part: string }

/** A URL of a call, and its origin taken apart as a domain entry is. */
export interface CalledUrl {
  url: UrlFact
  origin: EntryFact
}

/** What the calls and pages of one family reach. */
export interface Mentions {
  hosts: ReadonlySet<string>
  registrableDomains: ReadonlySet<string>
  /** Calls whose URL could not be told, and files that were passed over. */
  gaps: { calls: number; files: number }
}

export const PROJECT_SUBJECTS = [
  'coverage',
  'url',
  'call',
  'method',
  'header',
  'option',
  'sockets',
  'setting',
  'resource',
  'secret',
  'mention',
  'client',
  'library',
  'steering',
  'sighting',
  'listing',
] as const satisfies readonly Subject[]
/** What is asked of each platform: of a run as a whole, and of places. */
export const AUDIT_SUBJECTS = ['gap', 'directive', 'places'] as const satisfies readonly Subject[]
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number]
export type ProjectSubject = (typeof PROJECT_SUBJECTS)[number]
export type Subject = keyof Subjects

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
/** What a finding for a reason is: a fault, something that could not be told, or now the one and now the other. */
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
        /** Rules that tell the same: it is told here only where none of them does. */
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
  /** Every reason there is. A finding for another one is no finding. */
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

/** A finding of another rule that explains findings of this one: they are told under it, not beside it. */
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

/** Not to be judged here for a fault that one of these rules tells. Where none does, the target has a gap. */
export function leftTo(...rules: string[]) {
  return { status: 'not-applicable' as const, toldBy: rules }
}

/** The same fault is told by one of these rules, and then not here as well. */
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

/** What a platform makes of one reason; a finding it does not demand is no finding there. */
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
