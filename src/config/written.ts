/** A config as written in a file, for editors; a test compares it with the schema. */
import type { DataOf } from '../platforms/index.js'
import type { BuildMode, Family, Level } from '../types.js'
import type { CallApi } from './scan-words.js'
import type { PlatformWord } from './words.js'

type May<Value> = Value | undefined
type LevelWord = Level | 'off'
type LevelByReason = Record<string, LevelWord>

/** Server domains by API. */
interface AllLists {
  request?: May<string[]>
  connectSocket?: May<string[]>
  /** Another name of connectSocket. */
  socket?: May<string[]>
  uploadFile?: May<string[]>
  downloadFile?: May<string[]>
  /** Never probed. */
  udp?: May<string[]>
  /** Never probed. */
  tcp?: May<string[]>
}

/** A config as it is written in `hefa.config.json` and similar files; `schema/config.schema.json` is its schema. */
export interface ConfigFile extends FamilyParts {
  $schema?: May<string>
  /** Families, or single ids such as `wechat-ios`. Default `['wechat']`. */
  platforms?: May<PlatformWord[]>
  /** Shared by all platforms. */
  domains?: May<AllLists>
  /** How many domains the console accepts. Default 20 per API (WeChat), 30 per app (Alipay, mPaaS). */
  limits?: May<{ domainsPerApi?: May<number>; domainsPerApp?: May<number> }>
  /** On these versions and newer a fault is an error. Default iOS 15, Android 10. */
  supportedOs?: May<OsVersions>
  /** From these up to supportedOs a fault is a warning. Default iOS 12, Android 7.0. */
  legacyOs?: May<OsVersions>
  /** What to GET or upgrade, by host or `wss://host`. Default `/`. */
  paths?: May<Record<string, string[]>>
  /** Modules with custom rules, relative to the config. */
  plugins?: May<string[]>
  /** ICP filing number by registrable domain. */
  icp?: May<Record<string, string>>
  rules?: May<Record<string, LevelWord | LevelByReason | [Level | LevelByReason, Record<string, unknown>]>>
  /** Findings that are excused to the end of a day (YYYY-MM-DD). */
  waivers?: May<{ rule: string; host: string; until: string; reason: string }[]>
  /** The lists were taken from the source and not yet compared with the console. */
  madeFrom?: May<'source'>
  scan?: May<ScanPart>
}

type FamilyParts = {
  /** Lists given here replace the shared ones of the same API. */
  [Name in Family]?: May<{ domains?: May<ListsOf<Name>> } & AppidOf<Name>>
}
type ListsOf<F extends Family> = Pick<AllLists, DataOf<F>['lists']['apis'][number] | 'socket'>
type AppidOf<F extends Family> = DataOf<F> extends { appid: object } ? { appid?: May<string> } : unknown

interface OsVersions {
  ios?: May<string>
  android?: May<string>
}

/** How the source of the mini program is to be scanned. */
interface ScanPart {
  root?: May<string>
  mode?: May<BuildMode>
  define?: May<Record<string, string>>
  clients?: May<Record<string, { api: CallApi | 'socket'; url?: May<number>; base?: May<string> }>>
  exclude?: May<string[]>
  accept?: May<{ file: string; reason: string; until: string }[]>
}
