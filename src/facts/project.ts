/** What can be observed of a mini program's source: plain JSON, no verdicts. Lines and columns count from 1. */
import type { ApiName, BuildMode, UnreadReason } from '../basics.js'
import type { Family } from '../platforms/index.js'

export type { UnreadReason } from '../basics.js'

/** What a project is written for: a family, a framework that builds for several, or neither. */
export type ProjectKind = Family | 'uni-app' | 'taro' | 'plain'

/** `file` is relative to the scanned folder, with `/`. */
export interface Place {
  file: string
  line: number
  column: number
}

/** What a mini program's source calls, sets and contains. Plain JSON, no verdicts. */
export interface ProjectFacts {
  kinds: ProjectKind[]
  /** The families whose branches were read; absent: those of every scan. Nothing is known of the others' calls. */
  readFor?: Family[]
  /** The platforms the project is built for; empty when its files don't say. */
  families: Family[]
  /** Files that were read and understood. */
  filesRead: number
  passedOver: PassedOver[]
  /** How many pages its files list, and the first of these files; null for what has none: games, Taro, plain scripts. */
  pages: { listed: number; file: string } | null
  leftOut: LeftOut[]
  calls: CallFact[]
  /** Calls that close a socket and say why (`options`); they have no URL, and are none of `calls`. */
  closings?: CallFact[]
  /** URLs that only another build of the same source has (`NODE_ENV`, `envVersion`), with their places; none of a call's. */
  otherBuilds?: { text: string; place: Place }[]
  settings: SettingFact[]
  resources: ResourceFact[]
  secrets: SecretFact[]
  /** Addresses in the source whose host no call and no page resource has. */
  mentions: MentionFact[]
  /** Libraries for requests of which no call was seen. */
  silentClients: SilentClient[]
  /** Libraries put among the project's files that ask servers. */
  libraries?: LibraryFact[]
  /** What stands before its own paths, where files are given relative to another folder: `app/`. */
  base?: string
  /** The build its values are those of; release where nothing is said. */
  mode?: BuildMode
  /** Scan settings take effect, and what came of it. */
  steering?: SteeringFact[]
  /** What recorded sessions asked; missing where none was given. */
  seen?: SeenFact[]
}

/** A server a recorded session asked. */
export interface SeenFact {
  /** `https://api.example.com:8443`, without a default port. */
  origin: string
  api: CallFact['api']
  requests: number
  /** The first request, in the recording. */
  place: Place
}

/** One part of a config's `scan`. */
export interface SteeringFact {
  key: 'root' | 'mode' | 'define' | 'clients' | 'exclude' | 'accept'
  name: string
  value: string
  /** Values, calls, files or findings it stands for; 0: it did nothing. */
  used: number
  /** In the config. */
  place: Place
}

/** A file or folder that was not (wholly) understood, and why. */
export interface PassedOver {
  file: string
  reason: UnreadReason
  line?: number
  column?: number
  /** The file that leads to it, where it isn't there or is a list of components. */
  by?: string
  /**
   * More than one where they are missing for one cause: all in `file`, a folder that ends with `/`, or all of `file`'s
   * name in several folders.
   */
  files?: number
}

/** Scripts that are not part of the mini program, and so not read: how many, and the first of them. */
export interface LeftOut {
  reason: 'app-only' | 'other-platform' | 'tests' | 'types' | 'server' | 'unpacked' | 'ignored' | 'elsewhere'
  files: number
  file: string
}

/** One call of a network API. */
export interface CallFact {
  place: Place
  /** The API that is meant, whatever name it has there: `wx.request`, `my.httpRequest`, `Taro.connectSocket`, `axios.get`. */
  callee: string
  api: Extract<ApiName, 'request' | 'connectSocket' | 'uploadFile' | 'downloadFile'>
  /** The platforms it runs on, according to its object; empty for a call of a framework, which runs on all. */
  families: Family[]
  /** Of a platform that the source is not read for: it is counted, but none that is judged runs it; `families` is empty. */
  foreign?: true
  /** No page, component or entry leads to its file. */
  unreached?: true
  /** Every value its URL can have, as far as it could be folded. */
  urls: UrlFact[]
  /** Its URL is an empty text, of settings that nobody filled in. */
  asksNobody?: true
  /** Why some value of its URL could not be determined; null when all could. */
  undetermined: UndeterminedReason | null
  /** What would have to be known to determine it: the innermost expressions that could not be followed. */
  missing?: MissingFact[]
  /** Every method that could be determined, as written; empty when none is set. */
  methods: { text: string; place: Place }[]
  /** Options set to what may not be right there; a header's is named `header x`. */
  options?: OptionFact[]
  /** Names of the headers set, as written. */
  headers: { name: string; place: Place }[]
}

/** One option of a call whose value is known. */
export interface OptionFact {
  /** `timeout`, `fileType`, or `header x-count` for the value of a header that isn't a string. */
  name: string
  value: string | number | boolean
  place: Place
}

/** What the folding met where it ended. */
export type UndeterminedReason =
  | 'parameter' // of a function nobody was seen to call, or that is called with what can't be determined
  | 'server-data' // what an answer, a storage or an await gives
  | 'import' // of a module that isn't there
  | 'computed' // an operation that isn't folded
  | 'missing' // no URL is given at all
  | 'no-server' // it is a path: something that was not seen puts a server in front, or it goes nowhere
  | 'limit' // too many values or steps

/** An expression whose value could not be determined, as it is written and where. */
export interface MissingFact {
  /** `process.env.API_BASE`, `wx.getStorageSync('base')`, `utils/settings#base`; bounded. */
  name: string
  /** How a config's `scan.define` names it: without a file where it is the same everywhere. Null where no name is its own. */
  define: string | null
  reason: UndeterminedReason
  /** Of a path: the call that would need a server before it. */
  place: Place
  /** Of a path: it is what the platform is given, and nothing puts a server in front. */
  sure?: true
}

/** What is known of the URL of a call. */
export interface UrlFact {
  /** The known beginning; it holds scheme, host and port whole. */
  text: string
  /** False when what follows `text` could not be determined. */
  complete: boolean
  /** Where the text that holds the host is written. */
  place: Place
}

/** A setting of the project's own files that reaches the network. */
export interface SettingFact {
  place: Place
  key: 'urlCheck' | 'networkTimeout'
  /** Path of the key in its file: `setting.urlCheck`, `networkTimeout.request`. */
  name: string
  value: boolean | number
}

/** A host that pages show something from, in markup or in a script. */
export interface ResourceFact {
  place: Place
  tag: 'image' | 'web-view' | 'video' | 'audio' | 'font'
  url: string
}

/** An address that stands in a script, and that nothing found accounts for. */
export interface MentionFact {
  place: Place
  /** Scheme, host and port, in lower case. */
  url: string
  /** In a sentence, which only names it. */
  inProse: boolean
  /** Where it may be called, though nothing could follow that. */
  escape?: EscapeFact
}

/** An API of the network that goes to something nobody looks into. */
export interface EscapeFact {
  /** `wx.request`; `wx` where it is the whole platform. */
  api: string
  /** What takes it, as it is written: bounded. */
  to: string
  place: Place
}

/** A library among the project's files that asks servers. */
export interface LibraryFact {
  /** What it calls itself, or is known as. */
  name: string
  /** Its first file. */
  place: Place
  files: number
  /** Calls in it whose addresses nobody was seen to give. */
  calls: number
  /** It has no address of its own: it asks for what it is given, and nothing else. */
  isGiven: boolean
}

/** A request library that no call was seen of. */
export interface SilentClient {
  /** As in package.json. */
  name: string
  /** Where it is imported, or else where package.json names it. */
  place: Place
  isImported: boolean
}

/** A secret, or a call only a server may make, in the source. */
export interface SecretFact {
  place: Place
  kind: 'app-secret' | 'session-endpoint' | 'token-endpoint'
  /** Masked: at most the first and the last two characters stand. */
  text: string
}
