/**
 * hefa as a library.
 *
 * ```ts
 * import { loadConfig, check } from 'hefa'
 * const loaded = await loadConfig('hefa.config.json')
 * if ('problems' in loaded) throw new Error(loaded.problems[0]?.message)
 * const report = await check(loaded.config)
 * ```
 */
import {
  exportedBy,
  type Facts,
  type GatherSetting,
  gather,
  type JudgeSettings,
  judge,
  knownOf,
  ruleSetOf,
  type SourceFacts,
} from './audit/index.js'
import {
  type Config,
  auditConfig as makeAuditConfig,
  type Outcome,
  type PluginPolicy,
  parseConfig,
  readConfig,
} from './config/index.js'
import type { ConfigFile } from './config/written.js'
import type { ProjectFacts } from './facts/index.js'
import type { ScanOptions } from './scan/index.js'
import type { Language, PlatformId, Report } from './types.js'

export {
  explainError,
  type FactsFault,
  type PluginRule,
  readFacts,
  ruleCatalogue,
  saveFacts,
} from './audit/index.js'
export type { PluginPolicy } from './config/index.js'
export type {
  Config,
  OsVersions,
  Outcome,
  Problem,
  RuleSetting,
  ScanSettings,
  Unused,
  Waiver,
} from './config/types.js'
export type { ConfigFile } from './config/written.js'
export {
  type Citation,
  type Demanded,
  defineRule,
  type Evidence,
  evidence,
  type Finding,
  fail,
  notApplicable,
  type Parameters,
  type Presupposition,
  pass,
  type ReasonKind,
  type ReasonOf,
  type Rule,
  type RuleContext,
  type Subjects,
  unknown,
} from './engine/index.js'
export type * from './facts/index.js'
export type { ScanOptions } from './scan/index.js'
export type * from './types.js'
export { type Facts, type GatherSetting, gather, type JudgeSettings, judge, type SourceFacts }

/** How `loadConfig` finds, reads and judges a config. Everything is optional. */
export interface LoadSetting {
  /** Working directory for discovery. Default: the process's. */
  cwd?: string
  language?: Language
  /** The config's text when it isn't a file (standard input). */
  text?: string
  /** Judge for these instead of the config's own platforms. */
  platforms?: readonly PlatformId[] | undefined
  /** May the config's plugins be loaded? Default `load`; with anything else, a config that needs them is a problem. */
  plugins?: PluginPolicy | undefined
  /** False for a path that was found, not given: then it must not be a pipe. Default true. */
  named?: boolean | undefined
  /** Gives up waiting for a config that comes through a pipe. */
  signal?: AbortSignal | undefined
}

/** Reads and validates a config; without a path it is searched for. Every problem is reported at once. */
export async function loadConfig(
  path?: string,
  { cwd = process.cwd(), language = 'en', text, platforms, plugins, named, signal }: LoadSetting = {},
): Promise<Outcome> {
  const options = {
    known: async (plugins: readonly string[]) =>
      knownOf(
        await ruleSetOf(
          { plugins: [...plugins], ...(path === undefined ? {} : { file: path }) },
          cwd,
          language,
        ),
      ),
    today: Date.now(),
    lang: language,
    ...{ plugins, named, signal },
    ...(platforms ? { platforms } : {}),
  }
  if (text !== undefined) return parseConfig(text, { ...options, file: path ?? '-' })
  return readConfig(path, { ...options, cwd, run: exportedBy })
}

/** For hefa.config.ts and similar files: `export default defineConfig({ ... })`, so that an editor knows the keys. */
export function defineConfig(config: ConfigFile): ConfigFile {
  return config
}

/**
 * Reads a mini program's source: which network APIs it calls with which URLs, its settings, its secrets. Plain JSON, no
 * verdicts; `judge({ ...facts, project: { folder, compared: true, alone: false, facts: project } })` compares them with
 * the lists of a config. Nothing outside of the folder is read. Places are relative to it. Throws an error named
 * `ScanFault` when the folder is missing, is a file or can't be opened.
 */
export async function scan(folder: string, options: ScanOptions = {}): Promise<ProjectFacts> {
  const { scanProject } = await import('./scan/index.js')
  return scanProject(folder, options)
}

/** A config made of domains given one by one, as `hefa audit` takes them. */
export function auditConfig(
  domains: readonly string[],
  { platforms, language = 'en' }: { platforms?: readonly PlatformId[]; language?: Language } = {},
) {
  return makeAuditConfig(domains, platforms ? { platforms, lang: language } : { lang: language })
}

/** Gathers facts and judges them: `hefa check` without the terminal. */
export async function check(
  config: Config,
  setting: GatherSetting & Partial<JudgeSettings> = {},
): Promise<Report> {
  const started = Date.now()
  const facts = await gather(config, setting)
  const durationMs = Date.now() - started
  return judge(facts, { at: started, language: 'en', durationMs, ...setting })
}
