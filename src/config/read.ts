/** Finds the config file and reads it. */
import { open } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { configTexts } from './messages.js'
import { MAX_BYTES, type ParseOptions, parseConfig } from './parse.js'
import { positions } from './position.js'
import type { Outcome } from './types.js'

export const CONFIG_NAMES = ['json', 'jsonc', 'yaml', 'yml'].map((extension) => `hefa.config.${extension}`)
const PACKAGE = 'package.json'

export interface ReadOptions extends Omit<ParseOptions, 'file'> {
  cwd: string
}

/**
 * Reads `path`, or what stands in `cwd`: hefa.config.{json,jsonc,yaml,yml}, then "hefa" in package.json.
 * A file that is missing, unreadable, too large or not UTF-8 is a problem, not an error thrown.
 */
export async function readConfig(path: string | undefined, options: ReadOptions): Promise<Outcome> {
  const texts = configTexts(options.lang ?? 'en')
  if (path !== undefined) return load(path, options)
  for (const name of CONFIG_NAMES) if (await exists(join(options.cwd, name))) return load(name, options)
  if (await exists(join(options.cwd, PACKAGE))) {
    const outcome = await load(PACKAGE, options)
    const missing =
      'problems' in outcome && outcome.problems.every(({ message }) => message === texts.noHefaKey)
    if (!missing) return outcome
  }
  return problem(CONFIG_NAMES[0] ?? '', texts.notFound(CONFIG_NAMES.join(', ')))
}

async function load(file: string, options: ReadOptions): Promise<Outcome> {
  const texts = configTexts(options.lang ?? 'en')
  const bytes = await readBytes(resolve(options.cwd, file))
  if ('code' in bytes) return problem(file, texts.unreadable(file, bytes.code))
  if (bytes.buffer.length > MAX_BYTES) return problem(file, texts.tooLarge(MAX_BYTES))
  const text = decode(bytes.buffer)
  if ('at' in text) return { problems: [{ file, ...text.at, message: texts.notUtf8 }] }
  return parseConfig(text.text, { ...options, file })
}

function problem(file: string, message: string): Outcome {
  return { problems: [{ file, line: 1, column: 1, message }] }
}

async function exists(path: string): Promise<boolean> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => error.code !== 'ENOENT')
  if (typeof file === 'boolean') return file
  await file.close()
  return true
}

/** At most one byte more than is allowed. */
async function readBytes(path: string): Promise<{ buffer: Buffer } | { code: string }> {
  try {
    const file = await open(path)
    try {
      const buffer = Buffer.alloc(MAX_BYTES + 1)
      let length = 0
      while (length < buffer.length) {
        const { bytesRead } = await file.read(buffer, length, buffer.length - length)
        if (bytesRead === 0) break
        length += bytesRead
      }
      return { buffer: buffer.subarray(0, length) }
    } finally {
      await file.close()
    }
  } catch (error) {
    return { code: (error as NodeJS.ErrnoException).code ?? String(error) }
  }
}

/** UTF-8, strictly; else where the first byte stands that is none. */
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
