/** Finds and reads the config file. */
import { stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { isFile, type ReadSetting, readFileBounded } from '../files/index.js'
import { type ConfigTexts, configTexts } from '../i18n/config.js'
import { MAX_BYTES, type ParseOptions, parseConfig, readExported } from './parse.js'
import { positions } from './position.js'
import type { Outcome } from './types.js'

const EXTENSIONS = ['json', 'jsonc', 'yaml', 'yml', 'ts', 'mts', 'mjs', 'js']
export const CONFIG_NAMES = EXTENSIONS.map((extension) => `hefa.config.${extension}`)
/** A config that is code, by its file name. */
const CODE = /\.[cm]?[jt]s$/i
const PACKAGE = 'package.json'

export interface ReadOptions extends Omit<ParseOptions, 'file'> {
  cwd: string
  /** False for a path that was found, not given: it may not be a pipe. Default true. */
  named?: boolean | undefined
  /** Stops waiting for a config that comes through a pipe. */
  signal?: AbortSignal | undefined
  /** Runs a config that is code and returns its export; without it no code is run. */
  run?: ((path: string) => Promise<unknown>) | undefined
}

/**
 * Reads `path`, or what is in `cwd`: hefa.config.{json,jsonc,yaml,yml,ts,mts,mjs,js}, then "hefa" in package.json.
 * A file that is missing, unreadable, too large or not UTF-8 is a problem, not an error thrown.
 */
export async function readConfig(path: string | undefined, options: ReadOptions): Promise<Outcome> {
  const texts = configTexts(options.lang ?? 'en')
  if (path !== undefined) return load(path, options, options.named ?? true)
  const found = async (name: string): Promise<boolean> => !(await isAbsent(join(options.cwd, name)))
  for (const name of CONFIG_NAMES) if (await found(name)) return load(name, options, false)
  if (await isFile(join(options.cwd, PACKAGE))) {
    const outcome = await load(PACKAGE, options, false)
    const missing =
      'problems' in outcome && outcome.problems.every(({ message }) => message === texts.noHefaKey)
    if (!missing) return outcome
  }
  return problem(CONFIG_NAMES[0] ?? '', texts.notFound('hefa.config', EXTENSIONS.join(',')))
}

/** Configs beside the one that was found, which don't count: their names. */
export async function otherConfigs(found: string): Promise<string[]> {
  const folder = dirname(found)
  const names = [...CONFIG_NAMES, PACKAGE].filter((name) => name !== basename(found))
  const isThere = await Promise.all(
    names.map((name) => (name === PACKAGE ? hasHefaKey(join(folder, name)) : isFile(join(folder, name)))),
  )
  return names.filter((_, at) => isThere[at])
}

/** A package.json that can't be read holds no config that anybody could mean. */
export async function hasHefaKey(path: string): Promise<boolean> {
  try {
    const text = (await readFileBounded(path, MAX_PACKAGE, { pipes: false })).toString('utf8')
    const parsed: unknown = JSON.parse(text.replace(/^\ufeff/, ''))
    return typeof parsed === 'object' && parsed !== null && Object.hasOwn(parsed, 'hefa')
  } catch {
    return false
  }
}

/** No package.json is larger. */
const MAX_PACKAGE = 4 << 20

/** @param named by the user, who may also give a pipe; what is only found may not be one */
async function load(file: string, options: ReadOptions, named: boolean): Promise<Outcome> {
  const texts = configTexts(options.lang ?? 'en')
  const bytes = await readBytes(resolve(options.cwd, file), { pipes: named, signal: options.signal })
  if ('code' in bytes) return problem(file, texts.unreadable(file, bytes.code))
  if (bytes.buffer.length > MAX_BYTES) return problem(file, texts.tooLarge(MAX_BYTES))
  const text = decode(bytes.buffer)
  if ('at' in text) return { problems: [{ file, ...text.at, message: texts.notUtf8 }] }
  if (!CODE.test(file)) return parseConfig(text.text, { ...options, file })
  return runCode(file, text.text, options, texts)
}

/** What Node says about `import` and `export` if package.json says "commonjs", as `npm init` writes it. */
const NO_MODULE = /outside a module|Unexpected token 'export'/

/** Same policy as for plugins: code found in somebody else's source is never run, and none is run where code is refused. */
async function runCode(
  file: string,
  source: string,
  { run, ...options }: ReadOptions,
  texts: ConfigTexts,
): Promise<Outcome> {
  const { plugins: policy = 'load' } = options
  if (policy !== 'load' || !run)
    return problem(file, texts.codeNotRun[policy === 'found' ? 'found' : 'refused'])
  try {
    return await readExported(await run(resolve(options.cwd, file)), source, { ...options, file })
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return problem(file, NO_MODULE.test(detail) ? texts.noModule(file) : texts.codeFailed(detail))
  }
}

function problem(file: string, message: string): Outcome {
  return { problems: [{ file, line: 1, column: 1, message }] }
}

/** An unreadable config still counts: ignoring it would mean using another one. */
const isAbsent = (path: string): Promise<boolean> =>
  stat(path).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT' || error.code === 'ENOTDIR',
  )

async function readBytes(path: string, setting: ReadSetting): Promise<{ buffer: Buffer } | { code: string }> {
  try {
    return { buffer: await readFileBounded(path, MAX_BYTES, setting) }
  } catch (error) {
    return { code: (error as NodeJS.ErrnoException).code ?? String(error) }
  }
}

/** Strict UTF-8; otherwise the position of the first invalid byte. */
export function decode(bytes: Uint8Array): { text: string } | { at: { line: number; column: number } } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    const again = Buffer.from(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
    let same = 0
    while (same < bytes.length && bytes[same] === again[same]) same++
    const good = new TextDecoder().decode(bytes.subarray(0, same), { stream: true })
    return { at: positions(good)(good.length) }
  }
}
