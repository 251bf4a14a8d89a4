/** Types that the steps of a scan exchange. */
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
  /** UTF-16 units at the beginning of `code` that are not in the file; they contain no line end. */
  shift?: number
  /** Settings for conditional compilation; absent if its comments are plain comments. */
  conditions?: Conditions
  /** Specifiers of scripts that it refers to outside `code`. */
  reaches?: string[]
  /** What its markup gives to components. */
  shown?: readonly Shown[]
}

/** An element that may be a component of the project, or whose events methods of its own component handle. */
export interface Shown {
  /** Its name; `@` and the method for an element with data. */
  tag: string
  /** Expressions by the property or the key of its dataset; null for an object of properties. */
  given: readonly { name: string | null; value: Piece }[]
  /** What scripts find it by: a ref, or a selector of its id or class. */
  ids?: readonly string[]
  /** Methods of the component in whose markup it stands, by the events they handle. */
  on?: readonly { event: string; method: string }[]
  /** Calls that it makes. */
  calls?: readonly Piece[]
  /** The lists it is repeated for, the outermost first; of items that a component hands out nothing is known. */
  each: readonly { items: string; of: Piece | null }[]
}

/** As a tag: markup in a language of its own, whose elements may be any component. */
export const ANY = '*'

/** A part of markup as an expression, and where in the file it begins. */
export interface Piece {
  code: string
  at: number
}

/** What uni-app's `#ifdef` can test. */
export interface Conditions {
  /** The version of Vue; null if unknown. */
  vue: 2 | 3 | null
  /** Empty if the project is built for any. */
  families: readonly Family[]
  /** The families the source is read for; default: those of every scan. */
  scope?: readonly Family[]
}

/** A variable that a build exposes as `process.env.NAME` or `import.meta.env.NAME`. */
export interface BuildSetting {
  name: string
  text: string
  file: string
  /** Offsets of the file's line starts, and of the value. */
  lines: Int32Array
  pos: number
}

/** What a build substitutes for a name: `process.env.API_BASE`, `__API_BASE__`. */
export interface BuildConstant {
  /** The name as written in code, with dots. Two constants with one path are two possible values. */
  path: string
  value: string | number | boolean | null
  file: string
  /** Offsets of the file's line starts, and of the value. */
  lines: Int32Array
  pos: number
  /** A script sets it for the release build, or leaves it unset: other builds differ. */
  byBuild?: true
}

/** A package needed at run time, and its position in package.json. */
export interface Dependency {
  name: string
  place: Place
}

/** A script that lists the pages of a mini program, or of a part of it. */
export interface PageList {
  file: string
  /** The exports that may hold the list; the app's `config` always may. */
  exports: readonly string[]
  /** Settings in it, as scripts that export them. */
  blocks: SourceUnit[]
}

/** What such a list names, with paths from its folder on. */
export interface Listed {
  pages: string[]
  /** Lists of their own. */
  packages: string[]
  /** Folders that are part of the mini program in whole. */
  folders: string[]
}

/** A project on disk, before its scripts are read. */
export interface OpenProject {
  kinds: ProjectKind[]
  families: Family[]
  /** The families it is read for; default: those of every scan. */
  scope?: readonly Family[]
  /** Every file that may contain scripts, relative, sorted by name. */
  scripts: readonly string[]
  /** The unit of one script, or null if it is passed over (see `passedOver`). Nothing is kept in memory. */
  read(file: string): Promise<SourceUnit | null>
  /** The script or JSON that a specifier resolves to, or null if it isn't in the project; it need not be among `scripts`. */
  resolve(specifier: string, from: string): string | null
  /** A game engine finds the file by its name alone; in a library the name is more likely a package's. */
  isByName?(specifier: string, from: string): boolean
  /** The scripts in a folder, by the prefix of the names they are loaded by; none for folders outside. */
  scriptsIn?(folder: string, from: string): string[]
  /** Reports an import of a project file that doesn't resolve. */
  tellMissing?(specifier: string, from: string): void
  /** Reports a script that loads others by names that stand nowhere in it. */
  tellOpen?(from: string): void
  /** False if nothing in the mini program refers to a file; call after `settle`. */
  reaches?(file: string): boolean
  /** What refers to each file of it that something refers to; call after `settle`. */
  users?(): ReadonlyMap<string, readonly string[]>
  /** Does the folder have a package.json of its own? */
  isPackage?(folder: string): boolean
  /** Which of the files that nothing refers to are uploaded all the same: none, or at least where the developer tools are told to. */
  packsUnused?: 'no' | 'perhaps' | 'yes'
  /** Scripts that list its pages; complete once every script was read. */
  lists?: readonly PageList[]
  /** What one of them names; null if a part of it isn't known. Call before `settle`. */
  listed?(file: string, found: Listed | null): void
  /** Call once every script was read: only then is it known which missing files matter. */
  settle?(): void
  /** Complete once it is settled. */
  passedOver: PassedOver[]
  /** As ProjectFacts has them. */
  pages: ProjectFacts['pages']
  /** The folders of each mini program, where there are several side by side; absent where one may need the others. */
  programs?: readonly (readonly string[])[]
  leftOut(): LeftOut[]
  buildSettings?: readonly BuildSetting[]
  /** Of build configurations; they win over settings of the same name. */
  constants?: readonly BuildConstant[]
  dependencies?: readonly Dependency[]
  /** Something emulates the browser: scripts have XMLHttpRequest, WebSocket and fetch. Assumed if not set. */
  hasBrowser?: boolean
  /** Scripts that aren't modules share their declarations, as game engines load them. */
  sharesScripts?: boolean
  /** A build imports undeclared names automatically. */
  importsByName?: boolean
  /** A build bundles imports: nothing else uses a script's named exports. */
  isBound?: boolean
  /** Does markup, or a text in a script or a list, name that method of a page? Taken for granted where it is not said. */
  isMentioned?(name: string): boolean
  /** The script of the component that settings list under a tag in a file of markup; null where none does. */
  componentAt?(file: string, tag: string): string | null
  settings: SettingFact[]
  /** Those in shipped project files; those in scripts are found in their trees. */
  secrets?: SecretFact[]
  /** Complete once every script was read: `.vue` files are scripts too. */
  resources: ResourceFact[]
}
