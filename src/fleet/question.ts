/**
 * What workers receive: the settings of a run once, and one job per target. A worker trusts neither: whoever can write
 * to the queue may have public servers probed, and nothing else. No field names a file or contains code.
 */

import * as v from 'valibot'
import type { Config, TargetSpec } from '../config/types.js'
import { specialUse } from '../facts/index.js'
import { isIP } from '../ip.js'
import { API_NAMES, type ApiName, FAMILIES, type Family, PLATFORM_IDS, type PlatformId } from '../types.js'
import { isRun, isTicket, SCHEMA } from './names.js'

export interface RunSetting {
  schema: typeof SCHEMA
  platforms: PlatformId[]
  supportedOs: Config['supportedOs']
  legacyOs: Config['legacyOs']
  appid?: string
  timeoutMs?: number
  fetch: boolean
  revocation: boolean
  clients: 'some' | 'all'
  /** Base64 DER of the --ca anchors. */
  ca: string[]
  /** Hosts and ports of the run's other targets, as `host:port`: redirects are followed to them. */
  others: string[]
}

export interface Question {
  run: string
  ticket: string
  host: string
  port: number
  scheme: 'https' | 'wss'
  apis: { family: Family; api: ApiName }[]
  /** What to GET, or to upgrade; default `/`. */
  paths: string[]
  /** Addresses in place of DNS. */
  addresses?: string[]
}

export const MAX_SETTING = 512 << 10
const MAX_QUESTION = 64 << 10
/** Beyond this many none are sent: redirects between so many servers are reported but not followed. */
export const MAX_OTHERS = 500

const version = v.pipe(v.string(), v.regex(/^\d{1,2}(?:\.\d{1,2}){0,2}$/))
const os = v.strictObject({ ios: version, android: version })
/** A label may contain an underscore; only names and addresses get through. */
const host = v.pipe(
  v.string(),
  v.maxLength(255),
  v.check(
    (text) =>
      isIP(text.replace(/^\[(.*)\]$/, '$1')) > 0 || /^[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?$/.test(text),
  ),
)
const port = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535))
const path = v.pipe(v.string(), v.maxLength(2048), v.regex(/^\/[^\u0000-\u0020\u007f]*$/))
const address = v.pipe(
  v.string(),
  v.maxLength(45),
  v.check((text) => isIP(text) > 0),
)

const setting = v.strictObject({
  schema: v.literal(SCHEMA),
  platforms: v.pipe(v.array(v.picklist(PLATFORM_IDS)), v.minLength(1), v.maxLength(PLATFORM_IDS.length)),
  supportedOs: os,
  legacyOs: os,
  appid: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,64}$/))),
  timeoutMs: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60_000))),
  fetch: v.boolean(),
  revocation: v.boolean(),
  clients: v.picklist(['some', 'all']),
  ca: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(20_000), v.regex(/^[A-Za-z0-9+/]*={0,2}$/))),
    v.maxLength(100),
  ),
  others: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(262), v.regex(/^[a-z0-9_.:[\]-]+:\d{1,5}$/))),
    v.maxLength(MAX_OTHERS),
  ),
})

const question = v.strictObject({
  run: v.custom<string>(isRun),
  ticket: v.custom<string>(isTicket),
  host,
  port,
  scheme: v.picklist(['https', 'wss']),
  apis: v.pipe(
    v.array(v.strictObject({ family: v.picklist(FAMILIES), api: v.picklist(API_NAMES) })),
    v.minLength(1),
    v.maxLength(100),
  ),
  paths: v.pipe(v.array(path), v.maxLength(100)),
  addresses: v.optional(v.pipe(v.array(address), v.minLength(1), v.maxLength(64))),
})

/** Null for data that wasn't written by a run of this version. */
export function readSetting(text: string): RunSetting | null {
  if (text.length > MAX_SETTING) return null
  try {
    const read = v.safeParse(setting, JSON.parse(text))
    return read.success ? (read.output as RunSetting) : null
  } catch {
    return null
  }
}

/** @param value a job's data, of any size and kind */
export function readQuestion(value: unknown): Question | null {
  const read = v.safeParse(question, value, { abortEarly: true })
  if (!read.success) return null
  return JSON.stringify(read.output).length > MAX_QUESTION ? null : (read.output as Question)
}

/** Is the target itself an address inside a network? What names resolve to is checked later. */
export function isInside({ host: name, addresses = [] }: Question): boolean {
  const bare = name.replace(/^\[(.*)\]$/, '$1')
  return [...(isIP(bare) > 0 ? [bare] : []), ...addresses].some((one) => specialUse(one) !== null)
}

export interface Asking {
  spec: TargetSpec
  run: string
  ticket: string
  paths: Config['paths']
  resolve: readonly { host: string; port: number; addresses: readonly string[] }[]
}

/** Null for a target that can't be probed: udp, tcp, a path that no request can contain. */
export function questionOf({ spec, run, ticket, paths, resolve }: Asking): Question | null {
  const { host: name, port: at, scheme, entries } = spec
  if (scheme !== 'https' && scheme !== 'wss') return null
  const own = resolve.find((one) => one.port === at && one.host.toLowerCase() === name)
  const all = resolve.find((one) => one.port === at && one.host === '*')
  const given = own ?? (isIP(name.replace(/^\[(.*)\]$/, '$1')) === 0 ? all : undefined)
  const apis = new Map(entries.map(({ family, api }) => [`${family} ${api}`, { family, api }]))
  return readQuestion({
    ...{ run, ticket, host: name, port: at, scheme, apis: [...apis.values()] },
    paths: paths[scheme === 'wss' ? `wss://${name}` : name] ?? [],
    ...(given && { addresses: [...given.addresses] }),
  })
}

/** The target as probes take it; the entries' text and positions stay where the config is. */
export function specOf({ host: name, port: at, scheme, apis }: Question): TargetSpec {
  const text = `${scheme}://${name}:${at}`
  return { host: name, port: at, scheme, entries: apis.map(({ family, api }) => ({ family, api, text })) }
}
