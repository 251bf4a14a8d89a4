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
  /** Hosts and ports of lists that are not judged in this run, as `host:port`. */
  elsewhere?: string[]
}

/** `part` names it as a path in the config; `key` is what stands there. */
export interface Unused {
  kind: 'no-such-host' | 'no-such-platform'
  part: string
  key: string
  place: ConfigPlace
}

/** Where a part of the config is written; counted from 1. */
export interface ConfigPlace {
  file: string
  line: number
  column: number
}

/** Paths and patterns are relative to the scanned folder, with `/`. */
export interface ScanSettings {
  root: { path: string; place: ConfigPlace } | null
  mode: { mode: BuildMode; place: ConfigPlace } | null
  /** What stands for an expression of the source. */
  define: { name: string; value: string; place: ConfigPlace }[]
  /** Functions that make network calls; `url` is the index of the argument that is the URL or holds it. */
  clients: { name: string; api: CallApi; url: number; base: string | null; place: ConfigPlace }[]
  exclude: { pattern: string; place: ConfigPlace }[]
  /** `until`: YYYY-MM-DD, held to its end in UTC. */
  accept: { file: string; reason: string; until: string; place: ConfigPlace }[]
}

/** The oldest version of each system that counts. */
export interface OsVersions {
  ios: string
  android: string
}

/** What a config says of one rule. */
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

/** One thing wrong with a config. `line` and `column` count from 1. */
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

/** Entries taken apart, and the targets that come of them; entries without a target are those no target lists. */
export interface Inventory {
  entries: EntryFact[]
  targets: TargetSpec[]
}

/** The rules a config may name, their parameters' defaults and their reasons. */
export interface Known {
  rules: { readonly [id: string]: KnownRule }
}

export interface KnownRule {
  parameters: { readonly [key: string]: Json }
  /** The words of those that take no others. */
  choices?: Readonly<Record<string, readonly string[] | undefined>> | undefined
  reasons: readonly string[]
  /** Those that demand it; absent: all of them. */
  platforms?: readonly PlatformId[]
  /** No config can switch it off or change its level. */
  fixed?: boolean
}

/** A config, or everything that is wrong with it. */
export type Outcome = { config: Config } | { problems: Problem[] }
