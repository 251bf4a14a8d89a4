/** How frameworks and libraries reach the network, as data: one file for each, none of which does anything. */
import type { ResourceFact } from '../../facts/project.js'
import type { ApiName, Family } from '../../types.js'

export type CallApi = Extract<ApiName, 'request' | 'connectSocket' | 'uploadFile' | 'downloadFile'>

/**
 * Where something stands in the arguments of a call: `0` is the first one, `0.url` a member of it, `0.sources.*.url`
 * a member of every item of a list. `ws://{0}:{1}` puts a text together.
 */
export type Where = string

/** What a scheme of a library's own means, and the platforms that know it; none means all. */
export type Schemes = Readonly<Record<string, { as: string; families: readonly Family[] }>>

export interface CallShape {
  /** The domain list that is asked, or for what needs none the element that would show it. */
  api: CallApi | ResourceFact['tag']
  /** Every place that may hold the URL. */
  url: readonly Where[]
  /** It takes files of the phone and of the package too: only what begins as a URL is a call. */
  takesFiles?: true
  /** Given beside it, this says that it isn't a file: what can't be determined is a call then as well. */
  remoteWith?: Where
  /** Without a URL it asks nobody. */
  isOptional?: true
  schemes?: Schemes
  /** The argument that is sent: nothing in it is an option. */
  body?: number
}

/** An object of the platform or of a framework that knows no settings: `wx`, `Taro`, an XMLHttpRequest. */
export interface PlatformObject {
  /** `wx`, `cc.assetManager`; `XMLHttpRequest()` for what a constructor or a function gives. */
  path: string
  /** The platforms it runs on; none for one that runs on all. */
  families: readonly Family[]
  /** Of a platform hefa does not judge: its calls are reported, and judged for no platform. */
  isForeign?: true
  /** Members that are the object itself: `wx.pro`. */
  same?: readonly string[]
  /** By name; `new X` is a constructor, `x=` an assignment, and the empty name the object itself. */
  calls: Readonly<Record<string, CallShape>>
  /** Members that give an object when they are called or constructed, by its path. */
  gives?: Readonly<Record<string, string>>
  /** Members that are the app of the project, as `getApp()` gives it. */
  app?: readonly string[]
  /** Functions that are given the app's options, and classes it is derived from; the empty name is the object itself. */
  makesApp?: readonly string[]
  /** It exists where something plays the browser: in games, and in frameworks that bring a document. */
  needsBrowser?: true
}

/** A library that makes requests with settings of its own, such as a base URL. A whole package is a client. */
export interface ClientShape {
  name: string
  /** Paths of globals that are the client. */
  globals?: readonly string[]
  /** Names every component has it under: `this.$u`. */
  injected?: readonly string[]
  /** Members that are clients, by their names. */
  clients?: Readonly<Record<string, string>>
  /** Functions and constructors, by name, that give a client of the settings they are given; the empty name is itself. */
  makes?: readonly string[]
  /** Names under which settings hold the base URL. */
  base?: readonly string[]
  /** Members that hold the settings. */
  settings?: readonly string[]
  /** Methods that are given settings, or a function that changes them. */
  setups?: readonly string[]
  /** Names under which settings hold the function that carries its requests to the platform. */
  carriers?: readonly string[]
  /** The constant of the build that is its base URL. */
  baseConstant?: string
  /** The client whose base URL it has, where it has none itself. */
  baseOf?: string
  calls: Readonly<Record<string, CallShape>>
  /** What is given as a method and means another API: `UPLOAD`. */
  methods?: Readonly<Record<string, CallApi>>
}

/** What copies of a library put among a project's own files are recognised by. */
export interface Copies {
  /** Names of files and folders, without their extensions. */
  names: readonly string[]
  /** A file so named is a copy only when it is minified, of a build, or larger than this many UTF-16 units. */
  largerThan?: number
  /** What stands in every copy and nowhere else. */
  marks?: readonly RegExp[]
}

/** What a file of an engine begins and ends with, and never holds. */
export interface EngineFile {
  head?: RegExp
  tail?: RegExp
  without?: RegExp
}

/** A configuration and what it is asked for, by names of files from the project's folder on, without extensions. */
export interface ConfigKey {
  files: readonly string[]
  key: string
}

/** How a framework's projects are recognised and built. */
export interface Build {
  /** What reports call them; those of others are plain source. */
  kind?: 'uni-app' | 'taro'
  /** A package.json that needs one of these is of such a project. */
  neededBy?: readonly string[]
  /** Files that lie together where its source is; all are there. */
  marks?: readonly RegExp[]
  /** Its source lies in a folder of the package: the usual one, and the setting that names another. */
  source?: {
    folder: string
    named?: ConfigKey
    /** Folders beside it that are copied into the output. */
    copied?: readonly string[]
  }
  /** The setting that gives folders other names; its relative paths begin at `at`. */
  aliases?: ConfigKey & { at: string }
  /** The setting that lists folders in which bare specifiers are looked for. */
  modules?: ConfigKey & { at: string }
  /** What names of the environment begin with that reach the code, and the setting that adds more. */
  environment?: {
    prefixes: readonly string[]
    named?: ConfigKey
    /** The setting that names the folder of its files. */
    folder?: ConfigKey
  }
  /** The variable of the environment that says which platform is built. */
  platform?: string
  /** A global that tells it. */
  mode?: string
  /** A call that tells it at run time, the object that holds its answers by their names, and those of no mini program. */
  asked?: { call: string; names: string; others: readonly string[] }
  /** Targets that are no mini program. */
  otherTargets?: readonly string[]
  /**
   * Folders of its source that are built for something else, as patterns: `{targets}` are those that are read for,
   * `{others}` the objects of platforms that are not.
   */
  elsewhere?: readonly (readonly [string, 'app-only' | 'other-platform'])[]
  /** Imports that a build takes out: they need not lead anywhere. */
  placeholders?: { from: RegExp; specifiers: RegExp }
}

export interface Framework {
  name: string
  /** Packages whose presence says that a project uses it. */
  packages: readonly string[]
  /** Requests are what it is for: a project that needs it and shows no call of it is reported. */
  isClient?: true
  /** What an import of a package is: the path of an object. */
  imports?: Readonly<Record<string, string>>
  objects?: readonly PlatformObject[]
  /** The first is what an import of its packages is. */
  clients?: readonly ClientShape[]
  copies?: Copies
  /** Objects that hold the globals. */
  globals?: readonly string[]
  /** It gives a project the browser's objects. */
  isBrowser?: true
  /** Files of its engine, which no project writes. */
  engine?: readonly EngineFile[]
  /** A tool of builds that imports what scripts name without declaring it. */
  importsByName?: true
  /** It loads scripts that aren't modules one after the other, so that they share what they declare. */
  isEngine?: true
  build?: Build
  /** The script its build puts its runtime into: what stands in every such, and which of its exports is which object. */
  runtime?: { marks: readonly string[]; exports: Readonly<Record<string, string>> }
  /** The module of its runtime where webpack bundles it; `=` is all that it exports. */
  bundled?: { marks: readonly string[]; exports: Readonly<Record<string, string>> }
  /**
   * Words that stand in one function of its own which asks for others, a list for each: what calls it is reported, not its inside.
   * The first list stands in every build.
   */
  inner?: readonly (readonly string[])[]
  /** Files of a project that uses it. */
  files?: RegExp
}
