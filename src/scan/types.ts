/** What the steps of a scan hand to each other. */
import type {
  LeftOut,
  PassedOver,
  Place,
  ProjectFacts,
  ProjectKind,
  ResourceFact,
  SecretFact,
  SettingFact,
} from '../facts/index.js'
import type { Family } from '../types.js'

/** JavaScript to be read. Positions in `code` are positions in the file: what isn't a script there is blanked. */
export interface SourceUnit {
  /** Relative to the scanned folder, with `/`. */
  file: string
  code: string
  language: 'js' | 'ts'
  /** UTF-16 units at the beginning of `code` that are not in the file; they hold no line end. */
  shift?: number
  /** How conditional compilation goes; absent where its comments are plain comments. */
  conditions?: Conditions
  /** Specifiers of scripts it names outside of `code`. */
  reaches?: string[]
}

/** What uni-app's `#ifdef` may ask for. */
export interface Conditions {
  /** The version of Vue; null when nothing tells. */
  vue: 2 | 3 | null
  /** Empty when the project is built for any. */
  families: readonly Family[]
  /** The families the source is read for; absent: those of every scan. */
  scope?: readonly Family[]
}

/** What a build gives the code as `process.env.NAME` or `import.meta.env.NAME`. */
export interface BuildSetting {
  name: string
  text: string
  file: string
  /** Offsets at which the lines of the file begin, and at which the value does. */
  lines: Int32Array
  pos: number
}

/** What a build puts in place of a name: `process.env.API_BASE`, `__API_BASE__`. */
export interface BuildConstant {
  /** The name as the code writes it, with dots. Two constants of one path are two values it may have. */
  path: string
  value: string | number | boolean | null
  file: string
  /** Offsets at which the lines of the file begin, and at which the value does. */
  lines: Int32Array
  pos: number
  /** A script sets it for the release build, or leaves it unset: another build has it otherwise. */
  byBuild?: true
}

/** A package that is needed at run time, and where package.json names it. */
export interface Dependency {
  name: string
  place: Place
}

/** A project on the disk, before its scripts are read. */
export interface OpenProject {
  kinds: ProjectKind[]
  families: Family[]
  /** The families it is read for; absent: those of every scan. */
  scope?: readonly Family[]
  /** Every file that may hold scripts, relative, in order of their names. */
  scripts: readonly string[]
  /** The unit of one script, or null when it is passed over (which `passedOver` then tells). Nothing is kept in memory. */
  read(file: string): Promise<SourceUnit | null>
  /** The script or JSON an import specifier means, or null when it is none of the project's; it need not be among `scripts`. */
  resolve(specifier: string, from: string): string | null
  /** The scripts in a folder, by the beginning of the names they are loaded by; nothing for folders outside. */
  scriptsIn?(folder: string, from: string): string[]
  /** Tells of an import that resolves to nothing, where a file of the project is meant. */
  tellMissing?(specifier: string, from: string): void
  /** False where nothing of the mini program leads to a file; for after `settle`. */
  reaches?(file: string): boolean
  /** Called once every script was read: what leads where is known then, and so which missing files matter. */
  settle?(): void
  /** Complete once it is settled. */
  passedOver: PassedOver[]
  /** As ProjectFacts has them. */
  pages: ProjectFacts['pages']
  leftOut(): LeftOut[]
  buildSettings?: readonly BuildSetting[]
  /** Of build configurations; they win over settings of the same name. */
  constants?: readonly BuildConstant[]
  dependencies?: readonly Dependency[]
  /** Something plays the browser: scripts have XMLHttpRequest, WebSocket and fetch. Taken for granted where it is not said. */
  hasBrowser?: boolean
  /** Scripts that aren't modules share what they declare, as engines of games load them. */
  sharesScripts?: boolean
  /** A build imports by itself what scripts name without declaring it. */
  importsByName?: boolean
  /** A build takes in what is imported: nothing else asks for what a script exports by a name. */
  isBound?: boolean
  settings: SettingFact[]
  /** Of project files that are shipped; those of scripts are found in their trees. */
  secrets?: SecretFact[]
  /** Complete once every script was read: `.vue` files are scripts too. */
  resources: ResourceFact[]
}
