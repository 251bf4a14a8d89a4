/** What is known about a family of platforms, as data: one folder per family, without any logic. */
import type { ApiName, Language } from '../basics.js'

export type Names = Readonly<Record<Language, string>>

/** TLS library whose hellos were recorded. */
export type StackFamily = 'ios' | 'android' | 'chromium'

/** A network stack of a platform, the APIs it serves, and how certain that is. */
export interface Stack {
  family: StackFamily
  apis: readonly ApiName[]
  /** `documented`: the platform says so; `assumed`: nobody does, and this is the closest recorded client. */
  certainty: 'documented' | 'assumed'
}

/** A system mini programs run on, the same in every family. */
export interface RuntimeData {
  names: Names
  /** The system whose versions `supportedOs` and `legacyOs` give; null where they don't apply. */
  os: 'ios' | 'android' | null
  /** Its built-in root list; null where none is published. */
  store: 'ios' | 'android' | 'chrome' | null
}

/** A family on one system. */
export interface PlatformData {
  /** Absent: the family's name and the system's. */
  names?: Names
  /** Judged only if named: the family's name does not include it. */
  isExtra?: true
  /** Clients that represent it; none where nothing is known about its network library. */
  stacks: readonly Stack[]
  /** Recordings of its Chromium: from apps or from desktop programs. */
  recordedOn?: 'desktop'
}

/** How a platform's servers publish the lists of its console. */
export interface ConsoleInterface {
  base: string
  /** Its names of the lists. */
  lists: Readonly<Record<string, ApiName>>
  /** The first one is the default. */
  interfaces: readonly {
    name: string
    path: string
    body: Readonly<Record<string, string>>
    /** Where the lists are in the answer; `''` is the answer itself. */
    in: readonly string[]
    /** Where they are together if they are not there. */
    orIn?: readonly string[]
  }[]
}

/** An object its client gives every script. */
export interface GlobalObject {
  path: string
  /** Members that are the object itself. */
  same?: readonly string[]
  /** Calls it has besides those of all families, and the API of each. */
  also?: Readonly<Record<string, 'request' | 'connectSocket' | 'uploadFile' | 'downloadFile'>>
  /** A member that calls the API named by its first argument: `my.call('request', options)`. */
  byName?: string
  /** Scripts pass it around as a whole, and call its members by other names. */
  isHandedOn?: true
}

/** A mini program written for the platform itself: its project file, and what can be read from that and from its source. */
export interface NativeProject {
  /** Project files, all in one folder: the first takes precedence. */
  files: readonly string[]
  /** Keys that name the folders of client code and of server code. */
  roots: readonly string[]
  server: readonly string[]
  /** `packOptions.ignore` keeps files out of the package. */
  hasPacking?: true
  /** Extension of its pages. */
  markup: string
  /** Where its tools store the setting that turns domain checks off; with `isInRoots`, in the source's folders too. */
  urlCheck?: { files: readonly string[]; key: readonly string[]; isInRoots?: true }
  /** `networkTimeout` of app.json. */
  hasTimeouts?: true
}

/** How source shows that it is for this family. */
export interface SourceData {
  objects: readonly GlobalObject[]
  /** Packages that export one of the objects. */
  imports?: Readonly<Record<string, string>>
  /** Its name in builds, by framework: in the scripts of package.json and in file names (`x.weapp.ts`). */
  targets: Readonly<Record<string, readonly string[]>>
  /** Other suffixes of files that are for it. */
  suffixes?: readonly string[]
  /** Names of `#ifdef`. */
  conditional: readonly string[]
  /** MQTT.js schemes for its sockets. */
  sockets?: Readonly<Record<string, 'ws' | 'wss'>>
  project?: NativeProject
  /** Servers that its tools and runtimes contact on their own. */
  ownHosts?: readonly string[]
}

/** What sentences about a family depend on. */
export interface Traits {
  /** Calls may go to addresses of the local network, which its list does not accept. */
  lanCalls?: true
  /** A list is packed into the mini program: changes only reach new packages. */
  isListPacked?: true
  /** The list has an effect only while this switch in its console is on. */
  listSwitch?: string
  /** A call without a subprotocol fails with a specific error. */
  namesSubprotocol?: true
}

export interface FamilyData {
  id: string
  /** Its position in tables; families of the same rank are ordered by id. */
  rank: number
  /** A config that names no platform includes it. */
  isDefault?: true
  /** Its branches are read in every scan; those of others only when they are judged. */
  isAlwaysRead?: true
  names: Names
  /** By system, in the order of the table. */
  runtimes: Readonly<Record<string, PlatformData>>
  /** Lists of its console, by API. */
  lists: {
    apis: readonly ApiName[]
    /** Which of a config's limits its console applies. */
    per: 'api' | 'app'
    /** Does it accept domains with a port? Absent: no page says. */
    ports?: 'allow' | 'forbid'
  }
  /** Absent where its servers do not publish them. */
  console?: ConsoleInterface
  traits?: Traits
  /** What its pages said earlier, or say about mini games: a sentence added to a finding. */
  notes?: Readonly<Partial<Record<'port' | 'no-port' | 'limit', Names>>>
  source: SourceData
  /** How a request identifies its sender; absent where no recording is known. */
  request?: {
    agent: string
    /** `{appid}` stands for that of the mini program. */
    referer?: string
  }
  /**
   * What its console calls a mini program; `unknown` has the right format and belongs to nobody; `sent` says where servers see
   * it.
   */
  appid?: { pattern: RegExp; unknown: string; sent: string }
}
