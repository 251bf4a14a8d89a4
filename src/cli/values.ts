/** Flag values: text → value, or a usage error that says what is expected. */
import { domainToASCII } from 'node:url'
import { suggest } from '../config/suggest.js'
import { PLATFORM_WORDS, platformsOf } from '../config/words.js'
import type { CliWords } from '../i18n/cli.js'
import { isIP } from '../ip.js'
import { type PlatformId, VANTAGE } from '../types.js'
import { UsageError } from './usage-error.js'

/** One `--resolve` of a host and port. */
export interface Resolve {
  host: string
  port: number
  addresses: string[]
}

/** Timers can't run longer than 2^31 - 1 ms. */
const MOST_SECONDS = 86_400
const MOST_CONNECTIONS = 100_000

/** The values that a shell completes; `several` if they are comma-separated. Attached to the parser. */
export interface Completions {
  choices?: readonly string[]
  several?: boolean
}

export function oneOf<const T extends string>(words: CliWords, option: string, values: readonly T[]) {
  const parse = (text: string): T => {
    const found = values.find((value) => value === text)
    if (found !== undefined) return found
    throw new UsageError(words.oneOf(option, text, values.join(', '), suggest(text, values)))
  }
  return Object.assign(parse, { choices: values } satisfies Completions)
}

/** Seconds, fractions allowed, as milliseconds. */
export function seconds(words: CliWords, option: string) {
  return (text: string): number => {
    const value = /^\d+(\.\d+)?$|^\.\d+$/.test(text) ? Number(text) : Number.NaN
    if (!(value > 0)) throw new UsageError(words.notPositive(option, text))
    if (value > MOST_SECONDS) throw new UsageError(words.tooLarge(option, text, MOST_SECONDS))
    return Math.max(1, Math.round(value * 1000))
  }
}

const MS = { '': 1000, s: 1000, m: 60_000, h: 3_600_000 } as const

/** `90`, `90s`, `10m` or `1h`, as milliseconds. */
export function duration(words: CliWords, option: string) {
  return (text: string): number => {
    const [, digits = '', unit = ''] = /^(\d+(?:\.\d+)?)([smh]?)$/.exec(text) ?? []
    const value = Number(digits) * MS[unit as keyof typeof MS]
    if (!(value > 0)) throw new UsageError(words.badDuration(option, text))
    if (value > MOST_SECONDS * 1000) throw new UsageError(words.tooLarge(option, text, '24h'))
    return Math.max(1, Math.round(value))
  }
}

const HOURS = { h: 1, d: 24, w: 168 } as const
const MOST_DAYS = 36_500

/** `30d`, `2w` or `12h`, as milliseconds. */
export function span(words: CliWords, option: string) {
  return (text: string): number => {
    const [, digits = '', unit] = /^(\d+)([hdw])$/.exec(text) ?? []
    if (unit === undefined) throw new UsageError(words.badSpan(option, text))
    const hours = Number(digits) * HOURS[unit as keyof typeof HOURS]
    if (hours > MOST_DAYS * 24) throw new UsageError(words.tooLarge(option, text, `${MOST_DAYS}d`))
    return hours * 3_600_000
  }
}

export function wholeNumber(words: CliWords, option: string) {
  return (text: string): number => {
    const value = /^\d+$/.test(text) ? Number(text) : 0
    if (value < 1) throw new UsageError(words.notWhole(option, text))
    if (value > MOST_CONNECTIONS) throw new UsageError(words.tooLarge(option, text, MOST_CONNECTIONS))
    return value
  }
}

const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i

/**
 * Milliseconds since 1970 of an ISO 8601 instant; UTC unless it has a time zone, so that it means the same everywhere.
 */
export function instant(words: CliWords) {
  return (text: string): number => {
    const value = instantOf(text.trim())
    if (value === null) throw new UsageError(words.badInstant(text))
    return value
  }
}

function instantOf(text: string): number | null {
  const match = INSTANT.exec(text)
  if (!match) return null
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = match
  const parts = [year, month, day, hour, minute, second].map(Number)
  const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0] = parts
  const utc = new Date(0)
  utc.setUTCFullYear(y, mo - 1, d)
  utc.setUTCHours(h, mi, s, Math.floor(Number(`0.${fraction || 0}`) * 1000))
  // A day or an hour that does not exist (02-30, 25:00) would roll over. 24:00 is the start of the next day.
  const same = utc.getUTCMonth() === mo - 1 && utc.getUTCDate() === d && h < 24 && mi < 60 && s < 60
  const offset = zoneMinutes(zone)
  return same && offset !== null ? utc.getTime() - offset * 60_000 : null
}

function zoneMinutes(zone: string): number | null {
  if (zone.toUpperCase() === 'Z') return 0
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? []
  if (Number(hours) > 23 || Number(minutes) > 59) return null
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/** `I/N`: the I-th of N shares. */
export function share(words: CliWords, option: string) {
  return (text: string): { index: number; count: number } => {
    const [, index = 0, count = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number)
    if (index < 1 || index > count) throw new UsageError(words.badShare(option, text))
    return { index, count }
  }
}

/** Names of places, comma-separated. */
export function placeNames(words: CliWords) {
  const parse = (text: string): string[] => {
    const names = text.split(',').map((name) => name.trim())
    for (const name of names) if (!VANTAGE.test(name)) throw new UsageError(words.badVantage(name))
    return names
  }
  return Object.assign(parse, { several: true } satisfies Completions)
}

/** A single place; `all` means several. */
export function placeName(words: CliWords) {
  return (text: string): string => {
    if (!VANTAGE.test(text) || text === ALL) throw new UsageError(words.badVantage(text))
    return text
  }
}

/** Every place of a fleet that is alive. */
export const ALL = 'all'

/** Families and ids, comma-separated; each id once, in the order of the platform table. */
export function platformList(words: CliWords) {
  const parse = (text: string): PlatformId[] => {
    const asked = text.split(',').map((word) => word.trim())
    if (asked.every((word) => word === '')) throw new UsageError(words.emptyList('--platform'))
    const check = oneOf(words, '--platform', PLATFORM_WORDS)
    return platformsOf(asked.filter((word) => word !== '').map(check))
  }
  return Object.assign(parse, { choices: PLATFORM_WORDS, several: true } satisfies Completions)
}

/** curl's `HOST:PORT:ADDR[,ADDR]`; `*` matches every name. */
export function resolveEntry(words: CliWords) {
  return (text: string): Resolve => {
    const [, name = '', digits = '', list = ''] = /^(\[[^\]]*\]|[^:[\]]+):(\d{1,5}):(.+)$/.exec(text) ?? []
    const host = name === '*' ? name : hostOf(name)
    const port = Number(digits)
    const addresses = list.split(',').map((item) => addressOf(item.trim()))
    const known = addresses.filter((address) => address !== null)
    if (host === '' || port < 1 || port > 65_535 || known.length < addresses.length) {
      throw new UsageError(words.badResolve(text))
    }
    return { host, port, addresses: [...new Set(known)] }
  }
}

/** Lower-case A-label or address; empty when it is neither. */
function hostOf(name: string): string {
  if (name.startsWith('[')) return addressOf(name) ?? ''
  const host = domainToASCII(name.replace(/\.$/, ''))
  return /^[a-z0-9._-]+$/.test(host) ? host : ''
}

function addressOf(text: string): string | null {
  const bare = /^\[(.*)\]$/.exec(text)?.[1]
  if (bare !== undefined) return isIP(bare) === 6 ? bare.toLowerCase() : null
  return isIP(text) === 0 ? null : text.toLowerCase()
}

/** `ADDR[:PORT]`, returned as the resolver expects it: an IPv6 address with a port in brackets. */
export function dnsServer(words: CliWords) {
  return (text: string): string => {
    if (isIP(text) !== 0) return text
    const [, name = '', digits = '53'] = /^(\[[^\]]*\]|[^:[\]]+)(?::(\d{1,5}))?$/.exec(text) ?? []
    const address = addressOf(name)
    const port = Number(digits)
    if (address === null || port < 1 || port > 65_535) throw new UsageError(words.badDns(text))
    return isIP(address) === 6 ? `[${address}]:${port}` : `${address}:${port}`
  }
}
