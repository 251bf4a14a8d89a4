/** Who controls the name above a host: a registry, or a provider that shares its domain. */
import type { EntryFact } from '../facts/index.js'
import { SHARED_HOSTING } from './shared-hosting.js'

export type Suffixes = (host: string) => Pick<EntryFact, 'registrableDomain' | 'publicSuffix'>

/** Top-level domains whose registries sell second levels, besides the country codes. */
const REGISTRY_TLDS = new Set(['aero', 'arpa', 'int', 'pro'])

/** Loads the public suffix list; the function takes a lower-case A-label without a trailing dot. */
export function loadSuffixes(): Promise<Suffixes> {
  loading ??= load()
  return loading
}

let loading: Promise<Suffixes> | undefined

async function load(): Promise<Suffixes> {
  const { RULES } = await import('./suffix-rules.js')
  const rules = new Set(RULES.split(' '))
  return (host) => suffixOf(host, listedSuffix(host.split('.'), rules))
}

/** How many of the last labels make the suffix; null for what is no public name. */
type Found = { labels: number; listed: boolean } | null

const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/

/** The algorithm of publicsuffix.org/list; a name that no rule matches is below its last label. */
function listedSuffix(labels: readonly string[], rules: ReadonlySet<string>): Found {
  const count = labels.length
  if (labels.join('.').length > 255 || !labels.every((label) => LABEL.test(label))) return null
  if (labels.at(-1) === 'local') return null
  for (let at = 0; at < count; at += 1) {
    const name = labels.slice(at).join('.')
    if (rules.has(`!${name}`)) return { labels: count - at - 1, listed: true }
    if (rules.has(`*.${name}`)) return { labels: Math.min(count, count - at + 1), listed: true }
    if (rules.has(name)) return { labels: count - at, listed: true }
  }
  return count < 2 ? null : { labels: 1, listed: false }
}

function suffixOf(host: string, found: Found): ReturnType<Suffixes> {
  const shared = SHARED_HOSTING.find((suffix) => host === suffix || host.endsWith(`.${suffix}`))
  if (host === shared)
    return { registrableDomain: null, publicSuffix: { suffix: host, kind: 'shared-hosting' } }
  if (!found) return { registrableDomain: null, publicSuffix: null }
  const suffix = lastLabels(host, found.labels)
  const registrableDomain = suffix === host ? null : lastLabels(host, found.labels + 1)
  if (shared !== undefined)
    return { registrableDomain, publicSuffix: { suffix: shared, kind: 'shared-hosting' } }
  if (!found.listed) return { registrableDomain, publicSuffix: null }
  return {
    registrableDomain,
    publicSuffix: { suffix, kind: isShared(suffix) ? 'shared-hosting' : 'registry' },
  }
}

function lastLabels(host: string, count: number): string {
  return host.split('.').slice(-count).join('.')
}

/**
 * The list's private section, as far as the name shows: second levels under generic top-level domains are a
 * provider's; under country codes and non-ASCII ones most are the registry's.
 */
function isShared(suffix: string): boolean {
  const labels = suffix.split('.')
  const top = labels.at(-1) ?? ''
  return labels.length > 1 && top.length > 2 && !top.startsWith('xn--') && !REGISTRY_TLDS.has(top)
}
