/** How frameworks and libraries reach the network, as data: one file each, without logic. */
import type { ResourceFact } from '../../facts/project.js'
import type { ApiName, Family } from '../../types.js'

export type CallApi = ApiName

/**
 * A position in the arguments of a call: `0` is the first one, `0.url` a member of it, `0.sources.*.url`
 * a member of every item of an array. `ws://{0}:{1}` assembles a string.
 */
export type Where = string

/** The meaning of a library's own scheme, and the platforms that support it; none means all. */
export type Schemes = Readonly<Record<string, { as: string; families: readonly Family[] }>>

export interface CallShape {
  /** The domain list that applies, or, if none does, the element that would show it. */
  api: CallApi | ResourceFact['tag']
  /** Every place that may hold the URL. */
  url: readonly Where[]
  /** It also accepts local files and files of the package: only something that begins like a URL is a call. */
  takesFiles?: true
  /** What could not be determined is reported, as something that may be a file. */
  mayBeFile?: true
  /** If this is passed too, it isn't a file: then an undetermined value is a call as well. */
  remoteWith?: Where
  /** Without a URL it makes no request. */
  isOptional?: true
  schemes?: Schemes
  /** The argument with the data to send: nothing in it is an option. */
  body?: number
  /** The argument that is the client which sends it: `new Method('GET', server, '/rows')`. */
  sender?: number
  /** It is given no URL: the constant that is the server it asks. */
  server?: string
  /** Files that make it only where a project has such a server: components that do without, too. */
  spareIn?: RegExp
}

/** An object of the platform or of a framework, without settings: `wx`, `Taro`, an XMLHttpRequest. */
export interface PlatformObject {
  /** `wx`, `cc.assetManager`; `XMLHttpRequest()` for the result of a constructor or a function. */
  path: string
  /** The platforms it runs on; empty if it runs on all. */
  families: readonly Family[]
  /** Of a platform hefa does not judge: its calls are reported, and judged for no platform. */
  isForeign?: true
  /** Members that are the object itself: `wx.pro`. */
  same?: readonly string[]
  /** A member that calls the API named by its first argument. */
  byName?: string
  /** By name; `new X` is a constructor, `x=` an assignment, and the empty name the object itself. */
  calls: Readonly<Record<string, CallShape>>
  /** Members that return an object when called or constructed, by the object's path. */
  gives?: Readonly<Record<string, string>>
  /** Members that return the project's app, like `getApp()`. */
  app?: readonly string[]
  /** Functions that receive the app's options, and base classes of the app; the empty name is the object itself. */
  makesApp?: readonly string[]
  /** Functions that Vue's or React's own package has by the same names: `mpx.ref`, `Taro.useMemo`. */
  lends?: readonly string[]
  /** It exists where something emulates the browser: in games, and in frameworks that provide a document. */
  needsBrowser?: true
}

/** A library that makes requests with settings of its own, such as a base URL. A whole package is a client. */
export interface ClientShape {
  name: string
  /** Paths of globals that are the client. */
  globals?: readonly string[]
  /** Names by which every component has it: `this.$u`. */
  injected?: readonly string[]
  /** Members that are clients, by their names. */
  clients?: Readonly<Record<string, string>>
  /** Functions and constructors, by name, that return a client for the settings they receive; the empty name is the library itself. */
  makes?: readonly string[]
  /** Settings that hold the base URL. */
  base?: readonly string[]
  /** Members that hold the settings. */
  settings?: readonly string[]
  /** The setting with flags of the project's own, which its interceptors read; a call's are put over the client's. */
  flags?: string
  /** Methods that receive settings, or a function that changes them. */
  setups?: readonly string[]
  /** Settings that hold the function which sends its requests through the platform. */
  carriers?: readonly string[]
  /** The build constant that is its base URL. */
  baseConstant?: string
  /** The client whose base URL it uses if it has none itself. */
  baseOf?: string
  calls: Readonly<Record<string, CallShape>>
  /** Method names that mean another API: `UPLOAD`. */
  methods?: Readonly<Record<string, CallApi>>
}

/** How copies of a library among a project's own files are recognised. */
export interface Copies {
  /** Names of files and folders, without their extensions. */
  names: readonly string[]
  /** A file with such a name is a copy only if it is minified, from a build, or larger than this many UTF-16 units. */
  largerThan?: number
  /** Text that is in every copy and nowhere else. */
  marks?: readonly RegExp[]
  /** A script of more UTF-16 units that has these marks is a build's, and holds other code besides. */
  within?: number
  /** A copy that loads such a file knows by itself where it sends, and the project tells it nothing. */
  settings?: RegExp
}

/** What an engine's file begins and ends with, and never contains. */
export interface EngineFile {
  head?: RegExp
  tail?: RegExp
  without?: RegExp
}

/** A configuration file and the setting to read, with paths from the project's folder, without extensions. */
export interface ConfigKey {
  files: readonly string[]
  key: string
}

/** How a framework's projects are recognised and built. */
export interface Build {
  /** Their name in reports; projects without one are plain source. */
  kind?: 'uni-app' | 'taro'
  /** A package.json that depends on one of these belongs to such a project. */
  neededBy?: readonly string[]
  /** Files next to each other where its source is; all must be present. */
  marks?: readonly RegExp[]
  /** Its source is in a folder of the package: the default one, and the setting that names another. */
  source?: {
    folder: string
    named?: ConfigKey
    /** Folders beside it that are copied into the output. */
    copied?: readonly string[]
  }
  /** Files of its source folder, without extension, of which the first that is there lists the pages: by its exports, or as the app's `config`. */
  lists?: readonly string[]
  /** The setting for aliases of folders and files. */
  aliases?: ConfigKey
  /** The setting that lists folders in which bare specifiers are looked for. */
  modules?: ConfigKey
  /** Prefixes of environment variables that reach the code, and the setting that adds more. */
  environment?: {
    prefixes: readonly string[]
    named?: ConfigKey
    /** The setting that names the folder of its files. */
    folder?: ConfigKey
  }
  /** The environment variable with the platform being built. */
  platform?: string
  /** A global with the platform. */
  mode?: string
  /** A call that returns it at run time, the object with its results by name, and the results that are not mini programs. */
  asked?: { call: string; names: string; others: readonly string[] }
  /** Targets that are not mini programs. */
  otherTargets?: readonly string[]
  /**
   * Folders of its source that are built for something else, as patterns: `{targets}` are those that are read for,
   * `{others}` the objects of platforms that are not.
   */
  elsewhere?: readonly (readonly [string, 'app-only' | 'other-platform'])[]
  /** Imports that a build removes: they need not resolve. */
  placeholders?: { from: RegExp; specifiers: RegExp }
}

export interface Framework {
  name: string
  /** Packages whose presence shows that a project uses it. */
  packages: readonly string[]
  /** What its packages hold besides, which makes no request: `axios/lib/helpers/buildURL`. */
  helpers?: RegExp
  /** Its purpose is making requests: a project that depends on it without a visible call is reported. */
  isClient?: true
  /** What importing a package gives: the path of an object. */
  imports?: Readonly<Record<string, string>>
  objects?: readonly PlatformObject[]
  /** The first is what importing its packages gives. */
  clients?: readonly ClientShape[]
  copies?: Copies
  /** Objects that contain the globals. */
  globals?: readonly string[]
  /** It gives a project the browser's objects. */
  isBrowser?: true
  /** Files of its engine, not written by projects. */
  engine?: readonly EngineFile[]
  /** A build tool that imports undeclared names automatically. */
  importsByName?: true
  /** It loads scripts that aren't modules one after another, so they share their declarations. */
  isEngine?: true
  build?: Build
  /** The scripts that hold its runtimes: text that is always in them, and which export is which object. */
  runtimes?: readonly { marks: readonly string[]; exports: Readonly<Record<string, string>> }[]
  /** The module of its runtime in a webpack bundle; `=` is everything it exports. */
  bundled?: { marks: readonly string[]; exports: Readonly<Record<string, string>> }
  /** Words that stand in one function of its own which asks for others, a list for each: what calls it is reported, not its inside. */
  inner?: readonly (readonly string[])[]
  /** Files of a project that uses it. */
  files?: RegExp
  /** Its components that ask a server by themselves, and the call that this is. */
  components?: Readonly<Record<string, string>>
  /** Constants that a folder beside a project's source decides, by the folder's name. */
  servers?: Readonly<Record<string, Readonly<Record<string, string>>>>
}
