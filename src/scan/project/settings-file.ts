/** A settings file of a project: JSON with the place of every value, or where it is none. */
import { join } from 'node:path'
import { type JsonNode, type JsonPlaces, jsonPair, jsonValue, readJsonPlaces } from '../../config/index.js'
import type { PassedOver, Place } from '../../facts/index.js'
import { readText } from './read.js'

export interface SettingsFile {
  file: string
  json: JsonPlaces
}

/** Reads settings files once each; what is there but can't be read is passed over by name. */
export function settingsReader(root: string, isThere: (file: string) => boolean, passedOver: PassedOver[]) {
  const known = new Map<string, Promise<SettingsFile | null>>()
  return (file: string): Promise<SettingsFile | null> => {
    const reading = known.get(file) ?? read(file)
    known.set(file, reading)
    return reading
  }

  async function read(file: string): Promise<SettingsFile | null> {
    if (!isThere(file)) return null
    const found = await readText(join(root, file))
    if ('reason' in found) {
      passedOver.push({ file, reason: found.reason })
      return null
    }
    const json = readJsonPlaces(found.text)
    if (json.fault) passedOver.push({ file, reason: 'syntax', ...json.fault })
    return json.root ? { file, json } : null
  }
}
export type ReadSettings = ReturnType<typeof settingsReader>

/** The value under a path of keys, whatever is there. */
export function valueAt(settings: SettingsFile | null, ...keys: string[]): JsonNode | undefined {
  return keys.reduce<JsonNode | undefined>((node, key) => jsonValue(node, key), settings?.json.root)
}

export function textAt(settings: SettingsFile | null, ...keys: string[]): string | null {
  const node = valueAt(settings, ...keys)
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : null
}

/** A scalar and the place of its key. */
export function scalarAt(
  settings: SettingsFile,
  ...keys: string[]
): { value: unknown; place: Place } | null {
  const last = keys.at(-1) ?? ''
  const found = jsonPair(valueAt(settings, ...keys.slice(0, -1)), last)
  if (found?.value.kind !== 'scalar') return null
  return { value: found.value.value, place: { file: settings.file, ...settings.json.place(found.at) } }
}

export function keysAt(settings: SettingsFile | null, ...keys: string[]): string[] {
  const node = valueAt(settings, ...keys)
  return node?.kind === 'map' ? node.pairs.map(({ key }) => key) : []
}
