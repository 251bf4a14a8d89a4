/** What can be observed about a mini program's source: plain JSON, no verdicts. Lines and columns count from 1. */
import type { ApiName, BuildMode, UndeterminedReason, UnreadReason } from '../basics.js'
import type { Family } from '../platforms/index.js'

export type { UndeterminedReason, UnreadReason } from '../basics.js'

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
  /** Calls that close a socket with a reason (`options`); they have no URL, and are not in `calls`. */
  closings?: CallFact[]
  /**
   * URLs that only another build of the same source has (`NODE_ENV`, `envVersion`), with their places; not among those of calls.
   */
  otherBuilds?: { text: string; place: Place }[]
  settings: SettingFact[]
  resources: ResourceFact[]
  secrets: SecretFact[]
  /** Addresses in the source whose host is in no call and no page resource. */
  mentions: MentionFact[]
  /** Request libraries without any call found. */
  silentClients: SilentClient[]
  /** Libraries copied into the project that contact servers. */
  libraries?: LibraryFact[]
  /** The prefix of its paths if files are relative to another folder: `app/`. */
  base?: string
  /** The build its values are taken from; release if not given. */
  mode?: BuildMode
  /** The scan settings, and their effect. */
  steering?: SteeringFact[]
  /** What recorded sessions contacted; absent if none was given. */
  seen?: SeenFact[]
}

/** A server that a recorded session contacted. */
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
  /** Values, calls, files or findings it affected; 0: it had no effect. */
  used: number
  /** In the config. */
  place: Place
}

/** A file or folder that was not, or not completely, understood, and why. */
export interface PassedOver {
  file: string
  reason: UnreadReason
  line?: number
  column?: number
  /** The file that refers to it, if it is missing or is a list of components. */
  by?: string
  /**
   * More than one if they are missing for the same cause: all in `file`, a folder that ends with `/`, or all of `file`'s
   * name in several folders.
   */
  files?: number
}

/** Scripts that are not part of the mini program and therefore not read: how many, and the first of them. */
export interface LeftOut {
  reason:
    | 'app-only'
    | 'other-platform'
    | 'tests'
    | 'types'
    | 'server'
    | 'unpacked'
    | 'ignored'
    | 'output'
    | 'elsewhere'
  files: number
  file: string
}

/** One call of a network API. */
export interface CallFact {
  place: Place
  /** The API it uses, whatever its name there: `wx.request`, `my.httpRequest`, `Taro.connectSocket`, `axios.get`, `wx.UDPSocket.send`. */
  callee: string
  api: ApiName
  /** The platforms it runs on, according to its object; empty for a call of a framework, which runs on all. */
  families: Family[]
  /**
   * A call for a platform that the source is not read for: it is counted, but no judged platform runs it; `families` is empty.
   */
  foreign?: true
  /** Its file is not reachable from any page, component or entry. */
  unreached?: true
  /** Every value its URL can have, as far as it could be folded. */
  urls: UrlFact[]
  /** Its URL is an empty string, from settings that were never filled in. */
  asksNobody?: true
  /** Why some value of its URL could not be determined; null when all could. */
  undetermined: UndeterminedReason | null
  /** It takes local files too: what could not be determined may be one. */
  mayBeFile?: true
  /** What would have to be known to determine it: the innermost expressions that could not be followed. */
  missing?: MissingFact[]
  /** Every method that could be determined, as written; empty when none is set. */
  methods: { text: string; place: Place }[]
  /** Options set to a value that may be wrong; a header's is named `header x`. */
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

/** An expression whose value could not be determined, as it is written and where. */
export interface MissingFact {
  /** `process.env.API_BASE`, `wx.getStorageSync('base')`, `utils/settings#base`; bounded. */
  name: string
  /** How a config's `scan.define` names it: without a file where it is the same everywhere. Null where no name is its own. */
  define: string | null
  reason: UndeterminedReason
  /** Of a path: the call that would need a server before it. */
  place: Place
  /** For a path: it is passed to the platform as it is, and nothing prepends a server. */
  sure?: true
}

/** What is known about the URL of a call. */
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

/** A host whose resources pages display, in markup or in a script. */
export interface ResourceFact {
  place: Place
  tag: 'image' | 'web-view' | 'video' | 'audio' | 'font'
  url: string
}

/** An address in a script that no known use accounts for. */
export interface MentionFact {
  place: Place
  /** Scheme, host and port, in lower case. */
  url: string
  /** In a sentence that only mentions it. */
  inProse: boolean
  /** It is an image's, a font's or the like: pages show those without a list. */
  isMedia?: true
  /** It is a property whose name stands nowhere else in its script: nothing there reads it. */
  isUnread?: true
  /** Where it may be called, although that could not be followed. */
  escape?: EscapeFact
  /** A library with calls that could not be followed: the address is its own, or stands in a script that imports it. */
  library?: { name: string; isOwn: boolean }
}

/** May a library's calls that could not be followed ask it? An image, a sentence or what nothing reads is no server. */
export const mayBeLibrarys = ({ library, inProse, isMedia, isUnread }: MentionFact): boolean =>
  library !== undefined && !inProse && !isMedia && !isUnread

/** A network API passed to something that is not analysed. */
export interface EscapeFact {
  /** `wx.request`; `wx` where it is the whole platform. */
  api: string
  /** What takes it, as it is written: bounded. */
  to: string
  place: Place
}

/** A library among the project's files that contacts servers. */
export interface LibraryFact {
  /** The name it gives itself, or is known by. */
  name: string
  /** Its first file. */
  place: Place
  files: number
  /** Calls in it whose addresses are not known to come from the project. */
  calls: number
  /** It has no address of its own: it only contacts what it is given. */
  isGiven: boolean
}

/** A request library without any call found. */
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
  /** Masked: at most the first and the last two characters are kept. */
  text: string
  /** In code of a server that lies among the files: whether it is uploaded with them isn't known. */
  ofServer?: true
}
