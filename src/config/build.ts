/** A config with the right shape and meaning → the config that the rest of the program uses. */

import { hasList } from '../platforms/index.js'
import {
  API_NAMES,
  type ApiName,
  type Entry,
  FAMILIES,
  type Family,
  type Json,
  type Level,
  type PlatformId,
} from '../types.js'
import { canonicalHost } from './bare-host.js'
import { LEGACY_OS, LIMITS, PLATFORMS, SUPPORTED_OS } from './defaults.js'
import { targetsOf } from './inventory.js'
import { type ConfigText, get, items, type Node, pairs, text } from './nodes.js'
import { buildScan } from './scan.js'
import type { WrittenConfig } from './schema.js'
import type { Config, Known, OsVersions, RuleSetting } from './types.js'
import { unusedIn } from './unused.js'
import { familiesOf, platformsOf } from './words.js'

export function buildConfig(
  written: WrittenConfig,
  root: Node,
  place: ConfigText,
  chosen?: readonly PlatformId[],
  known?: Known,
): Config {
  const platforms = chosen ? platformsOf(chosen) : platformsOf(written.platforms ?? PLATFORMS)
  const host = (key: string) => canonicalHost(key) ?? key
  const paths = Object.entries(written.paths ?? {}).map(([key, list]) => [canonicalPathKey(key, host), list])
  return {
    file: place.file,
    platforms,
    entries: entriesOf(root, familiesOf(platforms), place),
    limits: {
      domainsPerApi: written.limits?.domainsPerApi ?? LIMITS.domainsPerApi,
      domainsPerApp: written.limits?.domainsPerApp ?? LIMITS.domainsPerApp,
    },
    supportedOs: osVersions(SUPPORTED_OS, written.supportedOs),
    legacyOs: osVersions(LEGACY_OS, written.legacyOs),
    ...appidIn(root, platforms),
    paths: Object.fromEntries(paths),
    plugins: written.plugins ?? [],
    icp: Object.fromEntries(Object.entries(written.icp ?? {}).map(([key, number]) => [host(key), number])),
    rules: Object.fromEntries(
      Object.entries(written.rules ?? {}).map(([id, setting]) => [id, ruleSetting(setting)]),
    ),
    waivers: (written.waivers ?? []).map((waiver, index) => {
      const at = items(get(root, 'waivers'))[index]?.at ?? 0
      return { ...waiver, host: host(waiver.host), place: { file: place.file, ...place.position(at) } }
    }),
    ...(written.madeFrom ? { madeFrom: written.madeFrom } : {}),
    ...asideOf(written, root, place, platforms, known),
    ...(written.scan ? { scan: buildScan(written.scan, get(root, 'scan'), place) } : {}),
  }
}

/** What has no effect at all, and what only this run skips. */
function asideOf(
  written: WrittenConfig,
  root: Node,
  place: ConfigText,
  chosen: readonly PlatformId[],
  known: Known | undefined,
): Pick<Config, 'unused' | 'elsewhere'> {
  const own = platformsOf(written.platforms ?? PLATFORMS)
  const all = [...new Set([...own, ...chosen])]
  const unused = unusedIn(root, all, known).map(({ at, ...one }) => ({
    ...one,
    place: { file: place.file, ...place.position(at) },
  }))
  const families = familiesOf(chosen)
  const hostsOf = (of: readonly Family[]) =>
    targetsOf({ entries: entriesOf(root, of, place) }).map(({ host, port }) => `${host}:${port}`)
  const judged = new Set(hostsOf(families))
  const others = hostsOf(FAMILIES.filter((family) => !families.includes(family)))
  const elsewhere = [...new Set(others)].filter((host) => !judged.has(host))
  return {
    ...(unused.length > 0 ? { unused } : {}),
    ...(elsewhere.length > 0 ? { elsewhere } : {}),
  }
}

/** A request identifies as one family: the first that defines how. */
function appidIn(root: Node, platforms: readonly PlatformId[]): Pick<Config, 'appid'> {
  const [appid] = familiesOf(platforms).flatMap((family) => text(get(get(root, family), 'appid')) ?? [])
  return appid === undefined ? {} : { appid }
}

function osVersions(defaults: OsVersions, written: WrittenConfig['supportedOs']): OsVersions {
  return { ios: written?.ios ?? defaults.ios, android: written?.android ?? defaults.android }
}

function canonicalPathKey(key: string, host: (key: string) => string): string {
  return /^wss:\/\//i.test(key) ? `wss://${host(key.slice(6))}` : host(key)
}

function ruleSetting(setting: NonNullable<WrittenConfig['rules']>[string]): RuleSetting {
  if (!Array.isArray(setting)) return levelsOf(setting)
  const [levels, parameters] = setting
  return { ...levelsOf(levels), parameters: parameters as Record<string, Json> }
}

function levelsOf(written: Level | 'off' | Record<string, Level | 'off'>): RuleSetting {
  return typeof written === 'string' ? { level: written } : { levels: { ...written } }
}

/** In the order of the file; a shared entry appears once for every family without its own list for that API. */
function entriesOf(root: Node, families: readonly Family[], place: ConfigText): Entry[] {
  const own = (family: Family) =>
    new Set(pairs(get(get(root, family), 'domains')).map(({ key }) => apiOf(key)))
  const owned = new Map(families.map((family) => [family, own(family)]))
  const entries: Entry[] = []
  for (const { key, value } of pairs(root)) {
    if (key === 'domains')
      add(value, (api) => families.filter((family) => !owned.get(family)?.has(api) && hasList(family, api)))
    const family = families.find((name) => name === key)
    if (family) add(get(value, 'domains'), () => [family])
  }
  return entries

  function add(lists: Node | undefined, familiesFor: (api: ApiName) => Family[]): void {
    for (const { key, value } of pairs(lists)) {
      const api = apiOf(key)
      for (const item of items(value))
        for (const family of familiesFor(api))
          entries.push({ family, api, text: text(item) ?? '', file: place.file, ...place.position(item.at) })
    }
  }
}

function apiOf(key: string): ApiName {
  return API_NAMES.find((name) => name === key) ?? 'connectSocket'
}
