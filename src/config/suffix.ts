/** Who keeps the name above a host: a registry, or a provider that shares its own. The only reader of the list. */
import { domainToASCII } from 'node:url'
import type { EntryFact } from '../facts/index.js'
import { SHARED_HOSTING } from './shared-hosting.js'

export type Suffixes = (host: string) => Pick<EntryFact, 'registrableDomain' | 'publicSuffix'>

/** Top-level domains whose registries sell second levels themselves, beside the country codes. */
const REGISTRY_TLDS = new Set(['aero', 'arpa', 'int', 'pro'])

/** Loads the public suffix list; the function takes a lower-case A-label without a trailing dot. */
export async function loadSuffixes(): Promise<Suffixes> {
  suffixes ??= import('#public-suffixes').then(({ default: rules }) => openSuffixes(rules))
  return suffixes
}

let suffixes: Promise<Suffixes> | undefined

/** @param rules lines of https://publicsuffix.org/list/ */
function openSuffixes(rules: readonly string[]): Suffixes {
  // Its package turns all of them into records first, which takes five times as long as starting the program.
  const known = new Set(rules.map((rule) => (/^[\0-\x7f]*$/.test(rule) ? rule : asciiRule(rule))))
  return (host) => {
    const shared = SHARED_HOSTING.find((suffix) => host === suffix || host.endsWith(`.${suffix}`))
    if (host === shared)
      return { registrableDomain: null, publicSuffix: { suffix: host, kind: 'shared-hosting' } }
    const labels = host.split('.')
    if (labels.at(-1) === 'local' || !labels.every(isLabel) || host.length > 255)
      return { registrableDomain: null, publicSuffix: null }
    const listed = suffixLength(labels, known)
    // What nobody lists is a top-level domain like any other: the list's rule `*`.
    const length = listed ?? 1
    const last = (count: number): string => labels.slice(-count).join('.')
    const registrableDomain = labels.length > length ? last(length + 1) : null
    if (labels.length < 2 && listed === null) return { registrableDomain: null, publicSuffix: null }
    if (shared !== undefined)
      return { registrableDomain, publicSuffix: { suffix: shared, kind: 'shared-hosting' } }
    if (listed === null) return { registrableDomain, publicSuffix: null }
    const suffix = last(length)
    return {
      registrableDomain,
      publicSuffix: { suffix, kind: isShared(suffix) ? 'shared-hosting' : 'registry' },
    }
  }
}

const isLabel = (label: string): boolean => /^(?!-)[a-z0-9_-]{1,63}$/.test(label) && !label.endsWith('-')

const asciiRule = (rule: string): string => {
  const [, kind = '', name = ''] = /^(!|\*\.)?(.*)$/.exec(rule) ?? []
  return kind + domainToASCII(name)
}

/** Labels of the longest suffix that is listed; null for none. An exception goes before all others. */
function suffixLength(labels: readonly string[], rules: ReadonlySet<string>): number | null {
  for (let at = 0; at < labels.length; at++) {
    const name = labels.slice(at).join('.')
    const length = labels.length - at
    if (rules.has(`!${name}`)) return length - 1
    if (rules.has(`*.${name}`) && at > 0) return length + 1
    if (rules.has(name) || rules.has(`*.${name}`)) return length
  }
  return null
}

/**
 * The list's private section, as far as the name tells: second levels under generic top-level domains are a
 * provider's; under country codes and non-ASCII ones most are the registry's.
 */
function isShared(suffix: string): boolean {
  const labels = suffix.split('.')
  const top = labels.at(-1) ?? ''
  return labels.length > 1 && top.length > 2 && !top.startsWith('xn--') && !REGISTRY_TLDS.has(top)
}
