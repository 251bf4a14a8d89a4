/** Reads the files of one project, and reports what could not be read. */
import type { PassedOver } from '../../facts/index.js'
import type { Family } from '../../types.js'
import { applyConditions } from '../ir/conditional.js'
import { type KnownFolders, readText } from './disk.js'
import { type JsonValue, parseJson } from './json.js'

export interface Reader {
  /** Null if the file is passed over or missing. */
  text(file: string): Promise<string | null>
  /** A project file; undefined if it is missing, passed over or broken. Parsed once. */
  json(file: string, how?: { isConditional: boolean }): Promise<JsonValue | undefined>
  /** The same for a file whose faults are not reported. */
  manifest(file: string): JsonValue | undefined
  /** The text of a file whose faults are not reported. */
  peek(file: string): string | null
  passOver(one: PassedOver): void
}

/** `root` is a real path; `scope` are the families the source is read for. Every file is reported at most once. */
export function createReader(root: string, passedOver: PassedOver[], scope: readonly Family[]): Reader {
  const told = new Set(passedOver.map(({ file }) => file))
  const folders: KnownFolders = new Map()
  const parsed = new Map<string, JsonValue | undefined>()
  const manifests = new Map<string, JsonValue | undefined>()

  function passOver(one: PassedOver): void {
    if (told.has(one.file)) return
    told.add(one.file)
    passedOver.push(one)
  }
  async function text(file: string): Promise<string | null> {
    const reading = readText(root, file, folders)
    if ('text' in reading) return reading.text
    if (reading.reason !== 'missing' && reading.reason !== 'video') passOver({ file, reason: reading.reason })
    return null
  }
  async function json(
    file: string,
    { isConditional } = { isConditional: false },
  ): Promise<JsonValue | undefined> {
    const key = isConditional ? `${file}?` : file
    if (parsed.has(key)) return parsed.get(key)
    const source = await text(file)
    const result =
      source === null
        ? undefined
        : parseJson(isConditional ? applyConditions(source, { scope }).code : source)
    if (result && 'fault' in result) passOver({ file, reason: 'syntax', ...result.fault })
    const value = result && 'json' in result ? result.json : undefined
    parsed.set(key, value)
    return value
  }
  function peek(file: string): string | null {
    const reading = readText(root, file, folders)
    return 'text' in reading ? reading.text : null
  }
  function manifest(file: string): JsonValue | undefined {
    if (!manifests.has(file)) {
      const result = parseJson(peek(file) ?? '')
      manifests.set(file, 'json' in result ? result.json : undefined)
    }
    return manifests.get(file)
  }
  return { text, json, manifest, peek, passOver }
}
