/** The settings of the project files that decide what the developer tools and the phone do. */
import type { SecretFact, SettingFact } from '../../facts/index.js'
import { familyData, isNative, type NativeFamily, projectOf } from '../../platforms/index.js'
import type { Family } from '../../types.js'
import { buildOf } from '../frameworks/builds.js'
import { secretsInJson } from '../secrets/index.js'
import type { Home } from './home.js'
import { type JsonMember, type JsonValue, memberAt, membersOf } from './json.js'
import { joined } from './paths.js'
import type { Reader } from './reader.js'

export interface Settings {
  settings: SettingFact[]
  /** Secrets in files that are shipped. */
  secrets: SecretFact[]
}

interface Source {
  file: string
  json: JsonValue | undefined
}

export async function settingsOf(
  homes: readonly Home[],
  reader: Reader,
  scope: readonly Family[],
): Promise<Settings> {
  const found: Settings = { settings: [], secrets: [] }
  const seen = new Set<string>()
  for (const home of homes) {
    const own = await readIn(home, reader, scope)
    const isNew = ({ place }: SettingFact | SecretFact) => {
      const key = `${place.file}:${place.line}:${place.column}`
      return !seen.has(key) && seen.add(key)
    }
    found.settings.push(...own.settings.filter(isNew))
    found.secrets.push(...own.secrets.filter(isNew))
  }
  return found
}

/** Project files of native mini programs next to a framework's belong to homes of their own; the framework's app.config is a script. */
async function readIn(home: Home, reader: Reader, scope: readonly Family[]): Promise<Settings> {
  if (home.kind === 'uni-app') return manifest(home, reader, scope)
  if (!isNativeHome(home)) return { settings: [], secrets: [] }
  const { settings, secrets } = await appFiles(home, reader)
  return { settings: [...(await urlCheck(home, reader)), ...settings], secrets }
}

export type NativeHome = Home & { kind: NativeFamily }
export const isNativeHome = (home: Home): home is NativeHome => isNative(home.kind)

/** The first file that has the switch wins. */
async function urlCheck({ kind, folder, roots }: NativeHome, reader: Reader): Promise<SettingFact[]> {
  const { files = [], key = [], isInRoots } = projectOf(kind).urlCheck ?? {}
  for (const place of isInRoots ? new Set([folder, ...roots]) : [folder]) {
    for (const name of files) {
      const facts = switchOf(await sourceOf(place, name, reader), ...key)
      if (facts.length > 0) return facts
    }
  }
  return []
}

/**
 * Developer tools leave out what nothing refers to, unless a project file says otherwise (WeChat: since 2022); a build
 * takes what is imported.
 */
export async function packsUnused(homes: readonly Home[], reader: Reader): Promise<'no' | 'perhaps' | 'yes'> {
  const native = homes.filter(isNativeHome)
  for (const { kind, folder } of native) {
    for (const name of projectOf(kind).files) {
      const { json } = await sourceOf(folder, name, reader)
      const { value } = memberAt(json, 'setting', 'ignoreUploadUnusedFiles')?.member ?? {}
      if (value === false) return 'yes'
      if (value === true) break
    }
  }
  return native.length > 0 ? 'perhaps' : 'no'
}

/** ext.json has app.json's keys and overrides them if `extEnable` is true (第三方平台 ext.json). */
async function appFiles({ kind, roots }: NativeHome, reader: Reader): Promise<Settings> {
  const found: Settings = { settings: [], secrets: [] }
  for (const root of roots) {
    for (const name of ['app.json', 'game.json', 'ext.json']) {
      const source = await sourceOf(root, name, reader)
      const isOff = name === 'ext.json' && memberAt(source.json, 'extEnable')?.member.value === false
      if (projectOf(kind).hasTimeouts && !isOff) found.settings.push(...timeoutsOf(source))
      found.secrets.push(...secretsInJson(source.file, source.json))
    }
  }
  return found
}

async function manifest({ folder }: Home, reader: Reader, scope: readonly Family[]): Promise<Settings> {
  const source = await sourceOf(folder, 'manifest.json', reader)
  const targets = (families: readonly Family[]) => [
    ...new Set(families.flatMap((family) => buildOf('uni-app')?.targets[family] ?? [])),
  ]
  const parts = targets(scope)
  const checking = scope.filter((family) => familyData(family).source.project?.urlCheck?.key[0] === 'setting')
  return {
    settings: [
      ...targets(checking).flatMap((part) => switchOf(source, part, 'setting', 'urlCheck')),
      ...timeoutsOf(source),
      ...parts.flatMap((part) => timeoutsOf(source, part)),
    ],
    // Other parts of it (app-plus) are for apps and stay out of a mini program.
    secrets: parts.flatMap((part) => secretsInJson(source.file, memberAt(source.json, part)?.member)),
  }
}

async function sourceOf(folder: string, name: string, reader: Reader): Promise<Source> {
  const file = joined(folder, name) ?? name
  return { file, json: await reader.json(file) }
}

function switchOf({ file, json }: Source, ...path: string[]): SettingFact[] {
  const found = memberAt(json, ...path)
  if (typeof found?.member.value !== 'boolean') return []
  return [
    { place: { file, ...spotOf(found) }, key: 'urlCheck', name: path.join('.'), value: found.member.value },
  ]
}

function timeoutsOf({ file, json }: Source, ...path: string[]): SettingFact[] {
  const at = [...path, 'networkTimeout']
  return membersOf(memberAt(json, ...at)?.member).flatMap(([name, found]) => {
    const { value } = found.member
    if (!TIMEOUTS.has(name) || typeof value !== 'number') return []
    return [
      { place: { file, ...spotOf(found) }, key: 'networkTimeout', name: [...at, name].join('.'), value },
    ]
  })
}

/** 全局配置 app.json, networkTimeout. */
export const TIMEOUTS: ReadonlySet<string> = new Set([
  'request',
  'connectSocket',
  'uploadFile',
  'downloadFile',
])

const spotOf = ({ key: { line, column } }: JsonMember) => ({ line, column })
