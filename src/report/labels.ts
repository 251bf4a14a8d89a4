/** Short names for targets, places and platforms, the same in every format. */
import { runtimeData } from '../platforms/index.js'
import { type Entry, familyOf, type PlatformId, runtimeOf, type Target, type Verdict } from '../types.js'
import { visible } from './text.js'

/** udp and tcp have none: a list may name the host alone, which is port 0. */
const DEFAULT_PORT: Readonly<Record<Target['scheme'], number>> = { https: 443, wss: 443, udp: 0, tcp: 0 }

/** `api.example.com`, `api.example.com:8443`, `wss://ws.example.com`, `[2001:db8::1]`. */
export function hostLabel({ host, port, scheme }: Pick<Target, 'host' | 'port' | 'scheme'>): string {
  const name = visible(host.includes(':') ? `[${host}]` : host, 260)
  const origin = port === DEFAULT_PORT[scheme] ? name : `${name}:${port}`
  return scheme === 'https' ? origin : `${scheme}://${origin}`
}

/** `hefa.config.json:5:20`, or nothing for an entry that isn't in a file. */
export function placeLabel({ file, line, column }: Pick<Entry, 'file' | 'line' | 'column'>): string {
  if (file === undefined) return ''
  return [visible(file, 300), line, column].filter((part) => part !== undefined).join(':')
}

/**
 * Platform ids, in few words: `every` for all of a report's, a whole family or all platforms of one system
 * by their name, whichever takes fewer words.
 */
export function platformNames(
  platforms: readonly PlatformId[],
  all: readonly PlatformId[],
  every: string,
): string[] {
  if (all.length > 1 && all.every((id) => platforms.includes(id))) return [every]
  const families = groupNames(platforms, all, familyOf, (family) => family)
  const systems = groupNames(platforms, all, runtimeOf, (runtime) => runtimeData(runtime).names.en)
  return systems.length < families.length ? systems : families
}

/** A group is named if it contains all of its platforms in the report; others are reported one by one. */
function groupNames<K extends string>(
  held: readonly PlatformId[],
  all: readonly PlatformId[],
  keyOf: (id: PlatformId) => K,
  nameOf: (key: K) => string,
): string[] {
  return [...new Set(held.map(keyOf))].flatMap((key) => {
    const own = held.filter((id) => keyOf(id) === key)
    const whole = all.filter((id) => keyOf(id) === key)
    return own.length === whole.length && own.length > 1 ? [nameOf(key)] : own
  })
}

/** `hefa.config.json:5:20, 7:9`: the file only where it changes; at most `most` places, and how many more there are. */
export function placeLabels(entries: readonly Entry[], most: number, more: (n: number) => string): string[] {
  const placed = entries.filter(({ file }) => file !== undefined)
  const told = placed.slice(0, most).map((entry, at) => {
    const label = placeLabel(entry)
    const file = entry.file ?? ''
    return placed[at - 1]?.file === file ? label.slice(visible(file, 300).length + 1) : label
  })
  return placed.length > most ? [...told, more(placed.length - most)] : told
}

export const SYMBOLS: Readonly<Record<Verdict, string>> = { pass: '✔', warn: '!', fail: '✘', unknown: '?' }

/** The worst of a target's platforms; `unknown` if it has none. */
export function worstOf(verdicts: Partial<Record<PlatformId, Verdict>>): Verdict {
  const all = Object.values(verdicts)
  const order = ['fail', 'unknown', 'warn', 'pass'] as const
  return order.find((verdict) => all.includes(verdict)) ?? 'unknown'
}

/** `2026-11-20 08:00 UTC` from an ISO 8601 instant in UTC. */
export function minuteLabel(instant: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(instant)
  return match ? `${match[1]} ${match[2]} UTC` : visible(instant, 40)
}
