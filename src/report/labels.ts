/** Short names for targets, places and platforms, the same in every format. */
import {
  type Entry,
  FAMILIES,
  familyOf,
  type PlatformId,
  type Report,
  type Target,
  type Verdict,
} from '../types.js'
import { visible } from './text.js'

const DEFAULT_PORT: Readonly<Record<Target['scheme'], number | null>> = {
  https: 443,
  wss: 443,
  udp: null,
  tcp: null,
}

/** `api.example.com`, `api.example.com:8443`, `wss://ws.example.com`, `[2001:db8::1]`. */
export function hostLabel({ host, port, scheme }: Pick<Target, 'host' | 'port' | 'scheme'>): string {
  const name = visible(host.includes(':') ? `[${host}]` : host, 260)
  const origin = port === DEFAULT_PORT[scheme] ? name : `${name}:${port}`
  return scheme === 'https' ? origin : `${scheme}://${origin}`
}

/** `hefa.config.json:5:20`, or nothing for an entry that stands in no file. */
export function placeLabel({ file, line, column }: Entry): string {
  if (file === undefined) return ''
  return [visible(file, 300), line, column].filter((part) => part !== undefined).join(':')
}

/** Platform ids, whole families by their family name; `every` when it is all the report has. */
export function platformNames(
  platforms: readonly PlatformId[],
  report: Pick<Report, 'platforms'>,
  every: string,
): string[] {
  if (report.platforms.length > 1 && report.platforms.every((id) => platforms.includes(id))) return [every]
  return FAMILIES.flatMap((family) => {
    const held = platforms.filter((id) => familyOf(id) === family)
    const all = report.platforms.filter((id) => familyOf(id) === family)
    return held.length > 1 && held.length === all.length ? [family] : held
  })
}

export const SYMBOLS: Readonly<Record<Verdict, string>> = { pass: '✔', warn: '!', fail: '✘', unknown: '?' }

/** The worst of a target's platforms. */
export function worstOf(verdicts: Partial<Record<PlatformId, Verdict>>): Verdict {
  const all = Object.values(verdicts)
  const order = ['fail', 'unknown', 'warn'] as const
  return order.find((verdict) => all.includes(verdict)) ?? 'pass'
}

/** `2026-11-20 08:00 UTC` from an ISO 8601 instant in UTC. */
export function minuteLabel(instant: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(instant)
  return match ? `${match[1]} ${match[2]} UTC` : visible(instant, 40)
}
