/** The flags of commands that audit, and their values. */

import { type Command, Option } from 'commander'
import type { CliWords } from '../i18n/cli.js'
import { LANGUAGES } from '../i18n/languages.js'
import { FORMATS, type FormatName } from '../report/index.js'
import type { BuildMode, PlatformId } from '../types.js'
import { addJobs } from './jobs.js'
import { type Output, outputCollector } from './outputs.js'
import { type ProxySetting, proxyUrl } from './proxy.js'
import * as values from './values.js'

/** Flags every command has. */
export interface CommonFlags {
  quiet: boolean
  verbose: boolean
  color: boolean
  progress: boolean
}

export interface AuditFlags extends CommonFlags {
  outputs: Output<FormatName>[]
  failOn: 'error' | 'warning'
  allowUnknown: boolean
  saveFacts?: string
  baseline?: string
  writeBaseline?: string
  /** Every result in CSV. */
  all?: boolean
  platforms?: PlatformId[]
  /** Milliseconds since 1970. */
  at?: number
  ca: string[]
  resolve: values.Resolve[]
  dns?: string
  proxy?: ProxySetting
  timeoutMs?: number
  concurrency?: number
  perHost?: number
  /** Threads that share the targets. */
  jobs?: number
  shard?: { index: number; count: number }
  /** The name of this machine as a place to look from; several names are those of a fleet. */
  vantage?: string[]
  /** Time limit of the whole run, in milliseconds. */
  maxTimeMs?: number
  fetch: boolean
  revocation: boolean
  /** Requests to special-use addresses are allowed. */
  allowPrivate: boolean
  /** The queue of a fleet that probes on behalf of this machine, and the time each place has. */
  via?: string
  waitMs?: number
  /** Send every simulated client's hello and print their table. */
  clients: boolean
  /** The folder of a mini program whose source is scanned too. */
  scan?: string
  /** The build whose values a scan uses. */
  mode?: BuildMode
  /** Recordings of a session. */
  har?: string[]
  log?: string[]
}

export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[]

export function addCommonFlags(program: Command, words: CliWords): void {
  const { flags } = words
  program
    .addOption(new Option('--lang <LANG>', flags.lang).argParser(values.oneOf(words, '--lang', LANGUAGES)))
    .option('-q, --quiet', flags.quiet)
    .option('--verbose', flags.verbose)
    .option('--no-color', flags.noColor)
    .option('--no-progress', flags.noProgress)
    .option('--no-plugins', flags.noPlugins)
}

/** Adds `--format` and `--output`; the returned function gives their values once the command line is parsed. */
export function addOutputFlags<Name extends string>(
  command: Command,
  names: readonly Name[],
  fallback: Name,
  words: CliWords,
): () => Output<Name>[] {
  const collector = outputCollector<Name>(fallback, words)
  const format = values.oneOf(words, '--format', names)
  const takeFormat = Object.assign((text: string) => collector.format(format(text)), { choices: names })
  const takeOutput = (file: string) => collector.output(file)
  const formatOption = new Option('-f, --format <NAME>', words.flags.format(names.join(', ')))
  const outputOption = new Option('-o, --output <FILE>', words.flags.output)
  command.addOption(formatOption.argParser(takeFormat)).addOption(outputOption.argParser(takeOutput))
  return collector.all
}

export function commonFlags(command: Command): CommonFlags {
  const { quiet, verbose, color, progress } = command.optsWithGlobals<Partial<CommonFlags>>()
  return {
    quiet: quiet ?? false,
    verbose: verbose ?? false,
    color: color ?? true,
    progress: progress ?? true,
  }
}

/** Adds every flag of an audit; the returned function reads them after parsing. */
export function addAuditFlags(command: Command, words: CliWords): () => AuditFlags {
  const outputs = addReportFlags(command, words)
  command.option('--clients', words.flags.clients)
  addJudgingFlags(command, words)
  addNetworkFlags(command, words)
  const option = optionAdder(command)
  option('--concurrency <N>', words.flags.concurrency, values.wholeNumber(words, '--concurrency'))
  option('--per-host <N>', words.flags.perHost, values.wholeNumber(words, '--per-host'))
  addJobs(command, words)
  addMaxTime(command, words)
  option('--shard <I/N>', words.flags.shard, values.share(words, '--shard'))
  addFleetFlags(command, words)
  return () => readFlags(command, outputs())
}

/** The place to look from, or a fleet with several. */
export function addFleetFlags(command: Command, words: CliWords): void {
  const { flags } = words.fleet
  command.optionsGroup(words.help.groups.fleet)
  addVantage(command, words)
  const option = optionAdder(command)
  option('--via <URL>', flags.via, asWritten)
  option('--wait <TIME>', flags.wait, values.duration(words, '--wait'))
}

function addVantage(command: Command, words: CliWords): void {
  optionAdder(command)('--vantage <NAME>', words.flags.vantage, append(values.placeNames(words)))
}

export function addMaxTime(command: Command, words: CliWords): void {
  optionAdder(command)('--max-time <TIME>', words.flags.maxTime, values.duration(words, '--max-time'))
}

/** Known findings. */
export function addBaselineFlags(command: Command, { flags }: CliWords): void {
  const option = optionAdder(command)
  option('--baseline <FILE>', flags.baseline, asWritten)
  option('--write-baseline <FILE>', flags.writeBaseline, asWritten)
}

export function optionAdder(command: Command) {
  return <T>(name: string, text: string, parse: (text: string, before: T | undefined) => T) =>
    command.addOption(new Option(name, text).argParser<T>(parse as (text: string, before: T) => T))
}

/** For flags that may be repeated. */
export const append = <T>(parse: ((text: string) => T) & values.Completions) =>
  Object.assign((text: string, before: T[] | undefined): T[] => [...(before ?? []), parse(text)], {
    ...(parse.choices && { choices: parse.choices }),
    ...(parse.several && { several: true }),
  } satisfies values.Completions)

export const asWritten = (text: string): string => text

export function addReportFlags(command: Command, words: CliWords): () => Output<FormatName>[] {
  const { flags, help } = words
  command.optionsGroup(help.groups.report)
  const outputs = addOutputFlags(command, FORMAT_NAMES, 'pretty', words)
  const option = optionAdder(command)
  option('--fail-on <LEVEL>', flags.failOn, values.oneOf(words, '--fail-on', ['error', 'warning']))
  command.option('--allow-unknown', flags.allowUnknown)
  command.option('--all', flags.all)
  option('--save-facts <FILE>', flags.saveFacts, asWritten)
  addBaselineFlags(command, words)
  return outputs
}

/** @param has is `--fetch` the default, and is there a `--revocation`? */
export function addJudgingFlags(
  command: Command,
  words: CliWords,
  { fetches = true, revocation = true } = {},
): void {
  const { flags, help } = words
  command.optionsGroup(help.groups.judging)
  const option = optionAdder(command)
  option('--platform <LIST>', flags.platform, append(values.platformList(words)))
  option('--at <INSTANT>', flags.at, values.instant(words))
  option('--ca <FILE>', flags.ca, append(asWritten))
  command.option('--fetch', fetches ? flags.fetch : flags.fetchOff).option('--no-fetch', flags.noFetch)
  if (revocation) command.option('--revocation', flags.revocation)
}

export function addNetworkFlags(command: Command, words: CliWords, { timeout = true } = {}): void {
  const { flags, help } = words
  command.optionsGroup(help.groups.network)
  const option = optionAdder(command)
  option('--resolve <HOST:PORT:ADDR>', flags.resolve, append(values.resolveEntry(words)))
  option('--dns <ADDR[:PORT]>', flags.dns, values.dnsServer(words))
  option('--proxy <URL>', flags.proxy, proxyUrl(words, '--proxy'))
  command.option('--allow-private', flags.allowPrivate)
  if (timeout) option('--timeout <SECONDS>', flags.timeout, values.seconds(words, '--timeout'))
}

/** Commander's values by flag name; flags that aren't given are absent. */
interface Raw extends Partial<CommonFlags> {
  failOn?: 'error' | 'warning'
  allowUnknown?: boolean
  saveFacts?: string
  baseline?: string
  writeBaseline?: string
  all?: boolean
  platform?: PlatformId[][]
  at?: number
  ca?: string[]
  resolve?: values.Resolve[]
  dns?: string
  proxy?: ProxySetting
  timeout?: number
  concurrency?: number
  perHost?: number
  jobs?: number
  shard?: { index: number; count: number }
  vantage?: string[][]
  maxTime?: number
  via?: string
  wait?: number
  fetch?: boolean
  revocation?: boolean
  allowPrivate?: boolean
  clients?: boolean
  scan?: string
  mode?: BuildMode
  har?: string[]
  log?: string[]
}

/** @param fetches the default without --fetch or --no-fetch */
export function readFlags(command: Command, outputs: Output<FormatName>[], fetches = true): AuditFlags {
  const {
    failOn,
    allowUnknown,
    platform,
    timeout,
    maxTime,
    vantage,
    wait,
    ca,
    resolve,
    fetch,
    revocation,
    clients,
    ...rest
  } = command.optsWithGlobals<Raw>()
  return {
    ...rest,
    ...commonFlags(command),
    allowUnknown: allowUnknown ?? false,
    outputs,
    failOn: failOn ?? 'error',
    ca: ca ?? [],
    resolve: resolve ?? [],
    fetch: fetch ?? fetches,
    revocation: revocation ?? false,
    clients: clients ?? false,
    allowPrivate: rest.allowPrivate ?? false,
    ...(platform ? { platforms: [...new Set(platform.flat())] } : {}),
    ...(timeout === undefined ? {} : { timeoutMs: timeout }),
    ...(vantage ? { vantage: [...new Set(vantage.flat())] } : {}),
    ...(maxTime === undefined ? {} : { maxTimeMs: maxTime }),
    ...(wait === undefined ? {} : { waitMs: wait }),
  }
}
