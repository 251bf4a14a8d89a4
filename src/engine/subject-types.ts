/** What can be judged: the subjects of rules, and what each of them holds. */
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
import type { Entry, Family, Verdict } from '../types.js'

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
  /** One origin a call of the source can have, or one thing without which its URL could not be determined. */
  url: {
    call: CallFact
    /** Null where it could not be determined. */
    called: CalledUrl | null
    /** The entries of the family the call is judged for; null where no list of it is known. */
    listed: readonly EntryFact[] | null
    /** The listed entry its host is probably a misspelling of. */
    near: string | null
    /** What would have to be known to determine the URL; null where that has no name. */
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
  /** One entry of the config's lists, and what the source says about it. */
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
  /** Checks that were left to rules none of which reports anything: they are switched off. */
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
  /** Calls whose URL could not be determined, and files that were passed over. */
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
