/** Parts of a config without effect: keys for hosts in no list, settings for platforms that aren't judged. */
import { countedPer, hasList, systemOf } from '../platforms/index.js'
import { API_NAMES, FAMILIES, type Family, familyOf, type PlatformId } from '../types.js'
import { canonicalHost } from './bare-host.js'
import { takeApart } from './entry.js'
import { get, items, type Node, pair, pairs, text } from './nodes.js'
import { pathText } from './shape.js'
import type { Known, Unused } from './types.js'
import { familiesOf } from './words.js'

type Found = Omit<Unused, 'place'> & { at: number }

/** @param platforms the config's own and those that replace them */
export function unusedIn(root: Node, platforms: readonly PlatformId[], known?: Known): Found[] {
  const listed = hostsOf(root)
  return [
    ...unusedHosts(root, listed),
    ...unusedLists(root, platforms),
    ...unusedRules(root, platforms, known),
    ...unusedNumbers(root, platforms),
  ]
}

/** Hosts of all lists of all platforms: `https a.cn`, `wss a.cn`. */
function hostsOf(root: Node): Set<string> {
  const lists = [get(root, 'domains'), ...FAMILIES.map((family) => get(get(root, family), 'domains'))]
  const found = lists.flatMap(pairs).flatMap(({ key, value }) =>
    items(value).flatMap((item) => {
      const api = API_NAMES.find((name) => name === key) ?? 'connectSocket'
      const { host } = takeApart({ family: FAMILIES[0], api, text: text(item) ?? '' })
      return host === null ? [] : [`${api === 'connectSocket' ? 'wss' : 'https'} ${host}`]
    }),
  )
  return new Set(found)
}

/** A key of `paths` as `hostsOf` writes it. */
function listedAs(key: string): string {
  const socket = /^wss:\/\//i.test(key)
  const host = canonicalHost(socket ? key.slice(6) : key) ?? key
  return `${socket ? 'wss' : 'https'} ${host}`
}

function unusedHosts(root: Node, listed: ReadonlySet<string>): Found[] {
  const above = new Set([...listed].flatMap((one) => andAbove(one.slice(one.indexOf(' ') + 1))))
  const stands = (host: string) => above.has(host)
  const missing = (part: string, key: string, at: number): Found => ({ kind: 'no-such-host', part, key, at })
  const paths = pairs(get(root, 'paths')).flatMap(({ key, at }) =>
    listed.has(listedAs(key)) ? [] : [missing('paths', key, at)],
  )
  const icp = pairs(get(root, 'icp')).flatMap(({ key, at }) =>
    stands(canonicalHost(key) ?? key) ? [] : [missing('icp', key, at)],
  )
  const waivers = items(get(root, 'waivers')).flatMap((waiver, index) => {
    const [rule, node] = [text(get(waiver, 'rule')) ?? '', get(waiver, 'host')]
    const host = text(node) ?? ''
    // What a source calls may be in no list, and that is what is waived there.
    if (rule.startsWith('project/') || stands(canonicalHost(host) ?? host)) return []
    return [missing(`waivers[${index}]`, host, node?.at ?? waiver.at)]
  })
  return [...paths, ...icp, ...waivers]
}

/** No valid name is longer (RFC 1035 section 2.3.4): for a longer one the names above it don't matter. */
const MAX_NAME = 253

/** `a.b.cn`, `b.cn`, `cn`. */
function andAbove(host: string): string[] {
  if (host.length > MAX_NAME) return [host]
  const labels = host.split('.')
  return labels.map((_, at) => labels.slice(at).join('.'))
}

/** Unused lists: of another family, or replaced by every family's own. */
function unusedLists(root: Node, platforms: readonly PlatformId[]): Found[] {
  const families = familiesOf(platforms)
  const others = FAMILIES.filter((family) => !families.includes(family)).flatMap((family): Found[] => {
    const own = pair(root, family)
    return own && pairs(get(own.value, 'domains')).length > 0 ? [aside(family, own.at)] : []
  })
  const shared = pairs(get(root, 'domains')).flatMap(({ key, at, value }): Found[] =>
    items(value).length === 0 || families.some((family) => takesShared(root, family, key))
      ? []
      : [aside(`domains.${key}`, at)],
  )
  return [...others, ...shared]
}

/** Does a family without its own list for an API use the shared one? */
function takesShared(root: Node, family: Family, key: string): boolean {
  const own = get(get(root, family), 'domains')
  const named = key === 'socket' || key === 'connectSocket' ? ['socket', 'connectSocket'] : [key]
  return (
    named.every((name) => get(own, name) === undefined) &&
    hasList(family, API_NAMES.find((name) => name === key) ?? 'connectSocket')
  )
}

const aside = (part: string, at: number): Found => ({ kind: 'no-such-platform', part, key: part, at })

function unusedRules(root: Node, platforms: readonly PlatformId[], known: Known | undefined): Found[] {
  return pairs(get(root, 'rules')).flatMap(({ key, at }) => {
    const rule = known && Object.hasOwn(known.rules, key) ? known.rules[key] : undefined
    const demanded = rule?.platforms?.some((platform) => platforms.includes(platform)) ?? true
    return demanded ? [] : [aside(pathText(['rules', key]), at)]
  })
}

/** Limits of consoles and versions of systems that no platform here has. */
function unusedNumbers(root: Node, platforms: readonly PlatformId[]): Found[] {
  const has = (test: (platform: PlatformId) => boolean) => platforms.some(test)
  const counted = (per: 'api' | 'app') => has((id) => countedPer(per).includes(familyOf(id)))
  const [perApi, perApp] = [counted('api'), counted('app')]
  const [ios, android] = (['ios', 'android'] as const).map((os) => has((id) => systemOf(id).os === os))
  const used: Record<string, Record<string, boolean | undefined>> = {
    limits: { domainsPerApi: perApi, domainsPerApp: perApp },
    supportedOs: { ios, android },
    legacyOs: { ios, android },
  }
  return Object.entries(used).flatMap(([part, keys]) =>
    pairs(get(root, part)).flatMap(({ key, at }) =>
      keys[key] === false ? [aside(`${part}.${key}`, at)] : [],
    ),
  )
}
