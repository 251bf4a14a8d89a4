/** Who controls the name above a host: a registry, or a provider that shares its domain. The only importer of psl. */
import type { parse } from 'psl'
import type { EntryFact } from '../facts/index.js'
import { SHARED_HOSTING } from './shared-hosting.js'

export type Suffixes = (host: string) => Pick<EntryFact, 'registrableDomain' | 'publicSuffix'>

/** Top-level domains whose registries sell second levels, besides the country codes. */
const REGISTRY_TLDS = new Set(['aero', 'arpa', 'int', 'pro'])

/** Loads the public suffix list; the function takes a lower-case A-label without a trailing dot. */
export async function loadSuffixes(): Promise<Suffixes> {
  const { default: psl } = await import('psl')
  return (host) => suffixOf(host, psl.parse(host))
}

function suffixOf(host: string, parsed: ReturnType<typeof parse>): ReturnType<Suffixes> {
  const shared = SHARED_HOSTING.find((suffix) => host === suffix || host.endsWith(`.${suffix}`))
  if (host === shared)
    return { registrableDomain: null, publicSuffix: { suffix: host, kind: 'shared-hosting' } }
  if (parsed.error !== undefined || parsed.tld === null)
    return { registrableDomain: null, publicSuffix: null }
  const suffix = lastLabels(host, parsed.tld.split('.').length)
  const registrableDomain = parsed.domain === null ? null : lastLabels(host, suffix.split('.').length + 1)
  if (shared !== undefined)
    return { registrableDomain, publicSuffix: { suffix: shared, kind: 'shared-hosting' } }
  if (!parsed.listed) return { registrableDomain, publicSuffix: null }
  return {
    registrableDomain,
    publicSuffix: { suffix, kind: isShared(suffix) ? 'shared-hosting' : 'registry' },
  }
}

/** psl returns Unicode even for A-labels. */
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
