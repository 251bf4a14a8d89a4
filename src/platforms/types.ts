/** What is known of a family of platforms, as data: one folder for each, none of which does anything. */
import type { ApiName, Language } from '../basics.js'

export type Names = Readonly<Record<Language, string>>

/** Library of TLS whose hellos were recorded. */
export type StackFamily = 'ios' | 'android' | 'chromium'

/** A network stack of a platform, what it carries, and how sure that is. */
export interface Stack {
  family: StackFamily
  apis: readonly ApiName[]
  /** `documented`: the platform says so; `assumed`: nobody does, and this is the nearest recorded client. */
  certainty: 'documented' | 'assumed'
}

/** A system mini programs run on, the same in every family. */
export interface RuntimeData {
  names: Names
  /** The system whose versions `supportedOs` and `legacyOs` name; null where those speak of none. */
  os: 'ios' | 'android' | null
  /** The list of roots it has built in; null where no list is published. */
  store: 'ios' | 'android' | 'chrome' | null
}

/** A family on one system. */
export interface PlatformData {
  /** Absent: the family's name and the system's. */
  names?: Names
  /** Judged only where it is named: the family's name does not stand for it. */
  isExtra?: true
  /** Clients that stand for it; none where nothing is known of its network library. */
  stacks: readonly Stack[]
  /** Recordings of its Chromium: of apps or of programs on desktops. */
  recordedOn?: 'desktop'
}

/** How a platform's servers publish the lists of its console. */
export interface ConsoleInterface {
  base: string
  /** Its names of the lists. */
  lists: Readonly<Record<string, ApiName>>
  /** The first one is asked where nobody chooses. */
  interfaces: readonly {
    name: string
    path: string
    body: Readonly<Record<string, string>>
    /** Where in the answer the lists stand; `''` is the answer itself. */
    in: readonly string[]
    /** Where they stand together when they do not stand there. */
    orIn?: readonly string[]
  }[]
}

/** An object its client gives every script. */
export interface GlobalObject {
  path: string
  /** Members that are the object itself. */
  same?: readonly string[]
  /** Calls it has beside those that all families have: the API they are. */
  also?: Readonly<Record<string, 'request' | 'connectSocket' | 'uploadFile' | 'downloadFile'>>
  /** Scripts hand it on whole, and call its members by other names. */
  isHandedOn?: true
}

/** A mini program written for the platform itself: its project file, and what that and its source show. */
export interface NativeProject {
  /** Project files, in one folder: what stands in the first wins. */
  files: readonly string[]
  /** Keys of folders of client code, and of server code. */
  roots: readonly string[]
  server: readonly string[]
  /** `packOptions.ignore` keeps files out of the package. */
  hasPacking?: true
  /** Extension of its pages. */
  markup: string
  /** Where its tools keep that domains are not checked; in the source's folders too where `isInRoots`. */
  urlCheck?: { files: readonly string[]; key: readonly string[]; isInRoots?: true }
  /** `networkTimeout` of app.json. */
  hasTimeouts?: true
}

/** What shows in a source that it is for this family. */
export interface SourceData {
  objects: readonly GlobalObject[]
  /** Packages that are one of the objects. */
  imports?: Readonly<Record<string, string>>
  /** What builds call it, by framework: in scripts of package.json and in names of files (`x.weapp.ts`). */
  targets: Readonly<Record<string, readonly string[]>>
  /** Further endings of names of files that are for it. */
  suffixes?: readonly string[]
  /** Names of `#ifdef`. */
  conditional: readonly string[]
  /** Schemes that MQTT.js has for its sockets. */
  sockets?: Readonly<Record<string, 'ws' | 'wss'>>
  project?: NativeProject
  /** Servers its tools and runtimes ask by themselves. */
  ownHosts?: readonly string[]
}

/** What sentences about a family depend on. */
export interface Traits {
  /** Calls may go to addresses of the local network, which its list does not take. */
  lanCalls?: true
  /** A list is packed with the mini program: a changed one reaches only new packages. */
  isListPacked?: true
  /** The list works only while this switch of its console is on. */
  listSwitch?: string
  /** A call that names no subprotocol fails with an error of its own. */
  namesSubprotocol?: true
}

export interface FamilyData {
  id: string
  /** Its place in tables; families of one rank in the order of their ids. */
  rank: number
  /** A config that names no platform is judged for it. */
  isDefault?: true
  /** Its branches are read in every scan; those of others only where they are judged. */
  isAlwaysRead?: true
  names: Names
  /** By system, in the order of the table. */
  runtimes: Readonly<Record<string, PlatformData>>
  /** Lists of its console, by API. */
  lists: {
    apis: readonly ApiName[]
    /** Which of the limits of a config its console counts by. */
    per: 'api' | 'app'
    /** Whether it takes domains with a port; absent: no page says. */
    ports?: 'allow' | 'forbid'
  }
  /** Absent where its servers do not publish them. */
  console?: ConsoleInterface
  traits?: Traits
  /** What its pages said earlier, or say of mini games: a sentence added to a finding. */
  notes?: Readonly<Partial<Record<'port' | 'no-port' | 'limit', Names>>>
  source: SourceData
  /** What a request says of who sends it; absent where no recording of it is known. */
  request?: {
    agent: string
    /** `{appid}` stands for that of the mini program. */
    referer?: string
  }
  /** What its console calls a mini program; `unknown` has the shape and is nobody's; `sent` is where servers see it. */
  appid?: { pattern: RegExp; unknown: string; sent: string }
}
