import type { EntryFact } from '../facts/index.js'
import type { BuildMode, Entry, Json, Level, PlatformId, Scheme } from '../types.js'
import type { CallApi } from './scan-words.js'

/** A validated config: plain JSON, every default filled in. */
export interface Config {
  file?: string
  platforms: PlatformId[]
  /** Entries by family, only of families among `platforms`; a shared entry stands once per family. In the order of the file. */
  entries: Entry[]
  limits: { domainsPerApi: number; domainsPerApp: number }
  supportedOs: OsVersions
  legacyOs: OsVersions
  /** Of the mini program, for the Referer of its requests. */
  appid?: string
  paths: Record<string, string[]>
  plugins: string[]
  /** Registrable domain → filing number as written. */
  icp: Record<string, string>
  rules: Record<string, RuleSetting>
  waivers: Waiver[]
  /** How the source is to be scanned. */
  scan?: ScanSettings
  /** The lists were taken from a mini program's source, and not compared with the console since. */
  madeFrom?: 'source'
  /** Parts of it that have no effect. */
  unused?: Unused[]
  /** Hosts and ports in lists that this run doesn't judge, as `host:port`. */
  elsewhere?: string[]
}

/** `part` is its path in the config; `key` is the text there. */
export interface Unused {
  kind: 'no-such-host' | 'no-such-platform'
  part: string
  key: string
  place: ConfigPlace
}

/** The position of a part of the config; counted from 1. */
export interface ConfigPlace {
  file: string
  line: number
  column: number
}

/** Paths and patterns are relative to the scanned folder, with `/`. */
export interface ScanSettings {
  root: { path: string; place: ConfigPlace } | null
  mode: { mode: BuildMode; place: ConfigPlace } | null
  /** Values for expressions in the source. */
  define: { name: string; value: string; place: ConfigPlace }[]
  /** Functions that make network calls; `url` is the index of the argument that is the URL or holds it. */
  clients: { name: string; api: CallApi; url: number; base: string | null; place: ConfigPlace }[]
  exclude: { pattern: string; place: ConfigPlace }[]
  /** `until`: YYYY-MM-DD, held to its end in UTC. */
  accept: { file: string; reason: string; until: string; place: ConfigPlace }[]
}

/** The oldest relevant version of each system. */
export interface OsVersions {
  ios: string
  android: string
}

/** A config's setting for one rule. */
export interface RuleSetting {
  level?: Level | 'off'
  /** By reason code; the others keep theirs. */
  levels?: { [reason: string]: Level | 'off' }
  parameters?: { [key: string]: Json }
}

/** A finding that is accepted until a day, and why. */
export interface Waiver {
  rule: string
  host: string
  /** YYYY-MM-DD, held to its end in UTC. */
  until: string
  reason: string
  place?: ConfigPlace
}

/** A problem of a config. `line` and `column` count from 1. */
export interface Problem {
  file: string
  line: number
  column: number
  message: string
}

/** What can be probed: one per host, port and scheme. */
export interface TargetSpec {
  host: string
  port: number
  scheme: Scheme
  entries: Entry[]
}

/** Parsed entries, and their targets; entries without a target are those that no target lists. */
export interface Inventory {
  entries: EntryFact[]
  targets: TargetSpec[]
}

/** The rules that a config may refer to, the defaults of their parameters, and their reasons. */
export interface Known {
  rules: { readonly [id: string]: KnownRule }
}

export interface KnownRule {
  parameters: { readonly [key: string]: Json }
  /** The allowed words of parameters that accept no others. */
  choices?: Readonly<Record<string, readonly string[] | undefined>> | undefined
  reasons: readonly string[]
  /** Those that demand it; absent: all of them. */
  platforms?: readonly PlatformId[]
  /** No config can switch it off or change its level. */
  fixed?: boolean
}

/** A config, or everything that is wrong with it. */
export type Outcome = { config: Config } | { problems: Problem[] }
