/** What a release build puts into `process.env` and `import.meta.env`: the `.env` files of Vite, Taro and Vue CLI. */
import { parseEnv } from 'node:util'
import { folderKeys, prefixKeys, publicPrefixes } from '../frameworks/builds.js'
import { lineStarts } from '../lines.js'
import type { BuildSetting } from '../types.js'
import { foldersAt } from './config-paths.js'
import { textsAt } from './framework-config.js'
import type { Home } from './home.js'
import { folderOf } from './paths.js'
import type { Reader } from './reader.js'

/** For a production build; later ones win (vite.dev/guide/env-and-mode; the others use the same order). */
const FILES = ['.env', '.env.local', '.env.production', '.env.production.local']
/** Longer than any URL, and with more parts. */
const MAX_TEXT = 4_000
const MAX_PARTS = 8

type Settings = Map<string, BuildSetting>

/** `code` are those that reach the code; the build's configuration sees them all. */
export interface BuildSettings {
  all: BuildSetting[]
  code: BuildSetting[]
}

export async function buildSettingsOf(
  homes: readonly Home[],
  files: readonly string[],
  reader: Reader,
): Promise<BuildSettings> {
  const folders = new Set(homes.map(({ folder }) => folder))
  const found = await Promise.all([...folders].map((folder) => settingsFor(folder, files, reader)))
  return { all: distinct(found.flatMap(({ all }) => all)), code: distinct(found.flatMap(({ code }) => code)) }
}

const distinct = (settings: readonly BuildSetting[]): BuildSetting[] => [
  ...new Map(settings.map((setting) => [`${setting.file} ${setting.name}`, setting])).values(),
]

/** A project file may lie in `src`, the `.env` files beside `package.json`: the nearest ones count. */
async function settingsFor(folder: string, files: readonly string[], reader: Reader): Promise<BuildSettings> {
  const others = await Promise.all(folderKeys.map((key) => foldersAt(key, folder, files, reader)))
  const [from = folder] = others.flat()
  const settings = await settingsIn(from, reader)
  if (settings.size === 0 && folder !== '') return settingsFor(folderOf(folder), files, reader)
  const whole = expander(settings)
  const named = await Promise.all(prefixKeys.map((key) => textsAt(key, folder, files, reader)))
  // Nothing else reaches the code by itself, so the build's secrets don't.
  const prefixes = [...publicPrefixes, ...named.flat()]
  const isPublic = (name: string) => prefixes.some((prefix) => name.startsWith(prefix))
  const all = [...settings.values()].flatMap((setting) => {
    const text = whole(setting.name)
    return text === null ? [] : [{ ...setting, text }]
  })
  return { all, code: all.filter(({ name }) => isPublic(name)) }
}

async function settingsIn(folder: string, reader: Reader): Promise<Settings> {
  const settings: Settings = new Map()
  for (const name of FILES) {
    const file = folder === '' ? name : `${folder}/${name}`
    const source = await reader.text(file)
    for (const setting of source === null ? [] : settingsOf(file, source)) settings.set(setting.name, setting)
  }
  return settings
}

function settingsOf(file: string, source: string): BuildSetting[] {
  const lines = lineStarts(source)
  const places = new Map<string, number>()
  for (const { 0: whole, 1: name, index } of source.matchAll(
    /^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*=[ \t]*/gm,
  ))
    if (name !== undefined) places.set(name, index + whole.length)
  // Node.js 20 treats an indented comment as part of the next name.
  return Object.entries(parseEnv(source.replace(/^[ \t]*#.*$/gm, ''))).flatMap(([name, text]) => {
    const pos = places.get(name)
    return pos === undefined || text === undefined ? [] : [{ name, text, file, lines, pos }]
  })
}

/** A setting's text with references (`$A`, `${A}`) filled in; null if one of them is unknown. */
function expander(settings: Settings): (name: string) => string | null {
  const known = new Map<string, string | null>()
  const expand = (name: string): string | null => {
    const before = known.get(name)
    if (before !== undefined) return before
    // A self-reference is never resolved.
    known.set(name, null)
    const made = joined(settings.get(name)?.text, expand)
    known.set(name, made)
    return made
  }
  return expand
}

function joined(text: string | undefined, expand: (name: string) => string | null): string | null {
  const pieces = text?.split(/(\\?\$(?:\{\w+\}|\w+))/) ?? []
  if (text === undefined || text.length > MAX_TEXT || pieces.length > 2 * MAX_PARTS + 1) return null
  const parts = pieces.map((piece, index) => {
    if (index % 2 === 0) return piece
    return piece.startsWith('\\') ? piece.slice(1) : expand(piece.replace(/\W/g, ''))
  })
  const whole = parts.includes(null) ? null : parts.join('')
  return whole === null || whole.length > MAX_TEXT ? null : whole
}
