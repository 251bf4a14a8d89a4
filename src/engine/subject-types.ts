/** What can be judged: the subjects of rules, and the facts of each. */
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
  /** One entry of a domain list. `given`: its host was given with --resolve. */
  entry: { entry: EntryFact; given: boolean }
  /** A host and port with all its addresses. */
  target: { dns: DnsFact; endpoints: EndpointFacts[]; http: HttpFact | null }
  /** One address of a target. */
  endpoint: {
    endpoint: EndpointFacts
    handshakes: Partial<Record<HelloId, Handshake>>
    /** The answers to each version offered alone. */
    tlsVersions: Record<TlsVersion, Handshake>
    /** The results of simulated phones. */
    clients: readonly ClientFact[]
    /** The answer to a hello without a server name. */
    nameless: Handshake
  }
  /** One distinct certificate chain as one or more addresses sent it. */
  chain: { chain: ChainFact; exchanges: KeyExchangeFact[] }
  /** A target's answers over HTTP or WebSocket, once TLS worked. */
  http: {
    http: HttpFact
    /** Those of the target. */
    entries: readonly Entry[]
    /** Every entry of the config, of all families. */
    listed: readonly EntryFact[]
  }
  /**
   * One origin that a call of the source can have, or one missing value without which its URL could not be determined.
   */
  url: {
    call: CallFact
    /** Null if it could not be determined. */
    called: CalledUrl | null
    /** The entries of the family the call is judged for; null where no list of it is known. */
    listed: readonly EntryFact[] | null
    /** The listed entry that its host is probably a typo of. */
    near: string | null
    /** The missing value that would determine the URL; null if it has no name. */
    missing: MissingFact | null
  }
  /** The source as a whole, and (when `unread` is set) one file of it that was not read. */
  coverage: {
    files: number
    pages: ProjectFacts['pages']
    unread: PassedOver | null
    /** Set if every call is for a platform that is not judged; `family` is null if hefa doesn't know its rules. */
    elsewhere: { callee: string; calls: number; family: Family | null } | null
  }
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
  /** A secret of the platform, or a call that needs it, in the source. */
  secret: { secret: SecretFact }
  /** One host in the source that no known call uses, with all its positions. */
  mention: {
    mentions: readonly MentionFact[]
    origin: EntryFact
    /** The entries of the family; null where no list of it is known. */
    listed: readonly EntryFact[] | null
  }
  /** A request library without any call found. */
  client: { client: SilentClient }
  library: { library: LibraryFact }
  /** Something requested that was not looked at; null if there is nothing. */
  gap: { gap: Gap | null }
  /** One target as seen from several places, for one platform. */
  places: { places: readonly PlaceFact[] }
  /** A setting without effect; null if there is none. */
  directive: { directive: Directive | null }
  /** An origin that only the source or only a recorded session has. */
  sighting: { sighting: { origin: string; where: 'source' | 'run-time'; requests: number } }
  /** One part of the config's `scan`. */
  steering: { steering: SteeringFact }
  /** One entry of the config's lists, and whether the source uses it. */
  listing: { entry: EntryFact; mentions: Mentions }
}

/** What one place sees of a target, and its result on the platform being judged. */
export interface PlaceFact {
  vantage: string
  facts: TargetFacts
  verdict: Verdict
  /** Rules that fail there at error level. */
  failing: readonly string[]
}

/** Something requested that was not looked at. */
export type Gap =
  /** A platform whose family has no entry. */
  | { kind: 'no-list'; family: Family }
  /** Source without a list to compare it with. */
  | { kind: 'not-compared'; folder: string }
  /** Source scanned for other families: code for this one was skipped. */
  | { kind: 'not-read-for'; family: Family; folder: string }
  /** A folder without source. */
  | { kind: 'no-source'; folder: string }
  /** Entries without a result of any rule; `entries` are the first of them. */
  | { kind: 'no-result'; entries: string[]; count: number }
  /** Lists with only udp and tcp entries, which are not probed; `entries` are the first of them. */
  | { kind: 'not-probed'; entries: string[]; count: number }
  /** A platform with every rule switched off. */
  | { kind: 'no-rule' }
  /** Checks left to rules that don't report: they are switched off. */
  | { kind: 'untold'; rules: string[]; count: number }
  /** Addresses of the name beyond those that were probed; `left` are the first of them. */
  | { kind: 'addresses-left'; tried: number; known: number; left: string[] }
  /** Parts of the facts that every probe records; `lacking` are the first missing ones. */
  | { kind: 'facts-missing'; lacking: string[]; count: number }
  /** Missing shares of a run; `targets` is how many they would have had. */
  | { kind: 'shares-missing'; shares: string[]; count: number; targets: number }
  /** Rules missing from a merged report; empty, if it says nothing at all about a target. */
  | { kind: 'results-missing'; rules: string[]; count: number }
  /** A place that did not look. */
  | { kind: 'not-looked'; vantage: string; why: NotLooked }
  /** Requested versions that nothing is known about yet. */
  | { kind: 'no-such-os'; os: 'ios' | 'android'; version: string; newest: string }
  /** The root lists are old: newer changes of phones' roots are unknown. */
  | { kind: 'old-lists' | 'outdated-lists'; readOn: string; days: number }

/** A setting without effect. `part` is its path: `paths`, `waivers[2]`, `--resolve`. */
export type Directive =
  | { kind: 'no-such-host'; part: string; key: string }
  | { kind: 'no-such-platform'; part: string }
  | { kind: 'nothing-waived'; part: string; rule: string; host: string }
  /** Findings of the baseline that no longer occur. */
  | { kind: 'fixed-in-baseline'; part: string; count: number; first: string[] }
  /** The lists were generated from the source they are compared with. */
  | { kind: 'made-from-source'; part: string }

/** The URL of a call, and its origin parsed as a domain entry. */
export interface CalledUrl {
  url: UrlFact
  origin: EntryFact
}

/** What the calls and pages of one family contact. */
export interface Mentions {
  hosts: ReadonlySet<string>
  registrableDomains: ReadonlySet<string>
  /** Calls whose URL could not be determined, and files that were skipped. */
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
