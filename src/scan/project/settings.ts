/** The settings of the project files that decide what the developer tools and the phone do. */
import type { SecretFact, SettingFact } from '../../facts/index.js'
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

export async function settingsOf(homes: readonly Home[], reader: Reader): Promise<Settings> {
  const found: Settings = { settings: [], secrets: [] }
  const seen = new Set<string>()
  for (const home of homes) {
    const own = await READERS[home.kind](home, reader)
    const isNew = ({ place }: SettingFact | SecretFact) => {
      const key = `${place.file}:${place.line}:${place.column}`
      return !seen.has(key) && seen.add(key)
    }
    found.settings.push(...own.settings.filter(isNew))
    found.secrets.push(...own.secrets.filter(isNew))
  }
  return found
}

const READERS: Record<Home['kind'], (home: Home, reader: Reader) => Promise<Settings>> = {
  wechat: async (home, reader) => {
    const { settings, secrets } = await appFiles(home, reader)
    return { settings: [...(await urlCheck(home, reader)), ...settings], secrets }
  },
  alipay: async (home, reader) => {
    const { secrets } = await appFiles(home, reader)
    return { settings: await ignoredDomains(home, reader), secrets }
  },
  'uni-app': manifest,
  // Its project files are those of a WeChat or Alipay home of their own; app.config is a script.
  taro: async () => ({ settings: [], secrets: [] }),
  plain: async () => ({ settings: [], secrets: [] }),
}

/** project.private.config.json wins over project.config.json, key by key (项目配置文件, setting.urlCheck). */
async function urlCheck({ folder }: Home, reader: Reader): Promise<SettingFact[]> {
  for (const name of ['project.private.config.json', 'project.config.json']) {
    const source = await sourceOf(folder, name, reader)
    const facts = switchOf(source, 'setting', 'urlCheck')
    if (facts.length > 0) return facts
  }
  return []
}

/**
 * 忽略 http 请求域名合法性检查 of Alipay's developer tools (网络 API 使用须知) is kept in .mini-ide/project-ide.json; the key
 * is not documented, it is that of the command-line tool `minidev` (ignoreHttpDomainCheck).
 */
async function ignoredDomains({ folder, roots }: Home, reader: Reader): Promise<SettingFact[]> {
  for (const place of new Set([folder, ...roots])) {
    const source = await sourceOf(place, '.mini-ide/project-ide.json', reader)
    const facts = switchOf(source, 'ignoreHttpDomainCheck')
    if (facts.length > 0) return facts
  }
  return []
}

/** ext.json takes app.json's keys and overrides them while `extEnable` holds (第三方平台 ext.json). */
async function appFiles({ kind, roots }: Home, reader: Reader): Promise<Settings> {
  const found: Settings = { settings: [], secrets: [] }
  for (const root of roots) {
    for (const name of ['app.json', 'game.json', 'ext.json']) {
      const source = await sourceOf(root, name, reader)
      const isOff = name === 'ext.json' && memberAt(source.json, 'extEnable')?.member.value === false
      if (kind === 'wechat' && !isOff) found.settings.push(...timeoutsOf(source))
      found.secrets.push(...secretsInJson(source.file, source.json))
    }
  }
  return found
}

async function manifest({ folder }: Home, reader: Reader): Promise<Settings> {
  const source = await sourceOf(folder, 'manifest.json', reader)
  const parts = ['mp-weixin', 'mp-alipay']
  return {
    settings: [
      ...switchOf(source, 'mp-weixin', 'setting', 'urlCheck'),
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
