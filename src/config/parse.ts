/** Text → validated config, or all of its problems. */

import { type ConfigTexts, configTexts } from '../i18n/config.js'
import type { Language, PlatformId } from '../types.js'
import { buildConfig } from './build.js'
import { PLATFORMS } from './defaults.js'
import { parseJsonc } from './jsonc.js'
import { checkMeaning } from './meaning.js'
import { dropDuplicates, get, items, type Node, pair, pairs, type ReportAt } from './nodes.js'
import { positions } from './position.js'
import { checkShape } from './shape.js'
import type { Config, Known, Outcome, Problem } from './types.js'
import { readWechatAnswer } from './wechat.js'
import { platformsOf } from './words.js'
import { parseYaml } from './yaml.js'

/** Largest config that is read, in bytes of UTF-8. */
export const MAX_BYTES = 1_000_000

/**
 * How to treat a config's plugins. `refused`: naming any is a problem; `found`: the config came with scanned source and
 * is data.
 */
export type PluginPolicy = 'load' | 'refused' | 'found'

export interface ParseOptions {
  /** For messages and to tell the format: `.json`, `.jsonc`, `.yaml`, `.yml`, `package.json`; other names are sniffed. */
  file: string
  /** May plugins be loaded? `found`: the config came with scanned source and is data. Default `load`. */
  plugins?: PluginPolicy | undefined
  /** The known rules; a function is called with the config's plugins, and may reject when one cannot be loaded. */
  known: Known | ((plugins: readonly string[]) => Known | Promise<Known>)
  /** Now, in milliseconds since 1970: waivers that ended before are a problem. */
  today: number
  lang?: Language
  /** Judge for these instead of the config's own platforms. */
  platforms?: readonly PlatformId[]
}

/** Pure except for loading libraries. Problems come in the order of the text, never thrown. */
export function parseConfig(source: string, options: ParseOptions): Promise<Outcome> {
  return outcomeOf(source, options, (body, texts, report) => parseTree(body, options.file, texts, report))
}

/** The same for what a config that is code exports; `source` says where its words are written. */
export function readExported(value: unknown, source: string, options: ParseOptions): Promise<Outcome> {
  return outcomeOf(source, options, async (body, texts, report) => {
    const { treeOf } = await import('./exported.js')
    const node = treeOf(value, body, texts, report)
    return node && readWechatAnswer(node, texts, report)
  })
}

type MakeTree = (body: string, texts: ConfigTexts, report: ReportAt) => Promise<Node | undefined>

async function outcomeOf(source: string, options: ParseOptions, treeOf: MakeTree): Promise<Outcome> {
  const texts = configTexts(options.lang ?? 'en')
  const body = source.startsWith('\uFEFF') ? source.slice(1) : source
  const position = positions(body)
  const found = new Map<string, { at: number; message: string }>()
  const report: ReportAt = (at, message) => found.set(`${at} ${message}`, { at, message })
  const root = await treeOf(body, texts, report)
  const config = root && (await read(root, options, texts, report, position))
  if (config && found.size === 0) return { config }
  const problems: Problem[] = [...found.values()]
    .sort((a, b) => a.at - b.at)
    .map(({ at, message }) => ({ file: options.file, ...position(at), message }))
  return { problems }
}

async function read(
  root: Node,
  options: ParseOptions,
  texts: ConfigTexts,
  report: ReportAt,
  position: ReturnType<typeof positions>,
): Promise<Config | undefined> {
  const domains = domainsIn(root)
  if (domains > MAX_DOMAINS) return stop(report, root.at, texts.tooManyDomains(domains, MAX_DOMAINS))
  const written = await checkShape(root, texts, report)
  const known = await loadKnown(options, written?.plugins ?? [], root, texts, report)
  const platforms = platformsOf(options.platforms ?? written?.platforms ?? PLATFORMS)
  if (known) await checkMeaning(root, { known, platforms, today: options.today, texts, report })
  if (written === undefined) return undefined
  const config = buildConfig(written, root, { file: options.file, position }, options.platforms, known)
  // A scan compares with empty lists too, and reports what is missing.
  if (config.entries.length === 0 && !config.scan)
    report(pair(root, 'domains')?.at ?? root.at, texts.nothingToCheck)
  return config
}

/** The number of domains in all lists. */
function domainsIn(root: Node): number {
  const lists = [root, ...pairs(root).map(({ value }) => value)].flatMap((node) =>
    pairs(get(node, 'domains')),
  )
  return lists.reduce((sum, { value }) => sum + items(value).length, 0)
}

/** Every result is kept in memory until the report is written: about 30 kB per domain. */
const MAX_DOMAINS = 10_000

async function parseTree(
  body: string,
  file: string,
  texts: ConfigTexts,
  report: ReportAt,
): Promise<Node | undefined> {
  if (Buffer.byteLength(body) > MAX_BYTES) return stop(report, 0, texts.tooLarge(MAX_BYTES))
  const json = isJson(body, file)
  if (/^(?:\s|#[^\r\n]*(?:[\r\n]|$))*$/.test(body)) return stop(report, 0, texts.emptyFile)
  const whole = json ? parseJsonc(body, texts, report) : await parseYaml(body, texts, report)
  if (whole === undefined) return undefined
  const inPackage = isPackage(file)
  const node = inPackage ? get(whole, 'hefa') : whole
  if (node === undefined) return stop(report, whole.at, texts.noHefaKey)
  dropDuplicates(node, ({ at, key }) => report(at, texts.duplicateKey(key)))
  return inPackage ? node : readWechatAnswer(node, texts, report)
}

function stop(report: ReportAt, at: number, message: string): undefined {
  report(at, message)
}

function isPackage(file: string): boolean {
  return /(?:^|[\\/])package\.json$/i.test(file)
}

/** By the file name, or else by the first characters; comments with slashes may be in JSON too. */
function isJson(body: string, file: string): boolean {
  if (/\.jsonc?$/i.test(file)) return true
  return !/\.ya?ml$/i.test(file) && /^\s*(?:[{[]|\/\/|\/\*)/.test(body)
}

/** Parts of a config that refer to rules. */
const ABOUT_RULES = ['rules', 'waivers', 'plugins']

async function loadKnown(
  { known, plugins: policy = 'load' }: ParseOptions,
  plugins: readonly string[],
  root: Node,
  texts: ConfigTexts,
  report: ReportAt,
): Promise<Known | undefined> {
  if (typeof known !== 'function') return known
  // Most configs refer to no rule, so the rules need not be loaded.
  if (plugins.length === 0 && !ABOUT_RULES.some((key) => get(root, key))) return { rules: {} }
  const place = get(root, 'plugins')?.at ?? root.at
  if (plugins.length > 0 && policy !== 'load') return stop(report, place, texts.pluginsNotLoaded[policy])
  try {
    return await known(plugins)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return stop(report, place, texts.pluginsFailed(detail))
  }
}
