/** The schema of saved facts, as far as judging depends on it; other fields are passed through. */
import * as v from 'valibot'
import { CALL_APIS } from '../config/index.js'
import { MAX_VANTAGES, NOT_LOOKED, VANTAGE } from '../facts/index.js'
import { BUILD_MODES, PLATFORM_IDS } from '../types.js'
import { http } from './saved-http-schema.js'
import { savedProject } from './saved-project.js'
import { blob, dns, endpoint, entry, list, map, text, texts, whole } from './saved-target-schema.js'

const vantage = v.pipe(v.string(), v.regex(VANTAGE))

const target = v.looseObject({
  host: v.pipe(text, v.nonEmpty()),
  port: v.pipe(whole, v.minValue(0), v.maxValue(65_535)),
  scheme: v.picklist(['https', 'wss', 'udp', 'tcp']),
  entries: v.array(entry),
  dns: v.optional(dns),
  endpoints: list(endpoint, 1000),
  http: v.optional(http),
  durationMs: v.optional(v.pipe(whole, v.minValue(0))),
  vantage: v.optional(vantage),
  notLooked: v.optional(v.picklist(NOT_LOOKED)),
  certificateFile: v.optional(text),
})

const osVersion = v.pipe(v.string(), v.regex(/^\d{1,2}(?:\.\d{1,2}){0,2}$/))
const os = v.object({ ios: osVersion, android: osVersion })
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))
const place = v.looseObject({ file: text, line: whole, column: whole })
const scan = v.looseObject({
  root: v.nullable(v.looseObject({ path: text, place })),
  mode: v.nullable(v.looseObject({ mode: v.picklist(BUILD_MODES), place })),
  define: v.array(v.looseObject({ name: text, value: text, place })),
  clients: v.array(
    v.looseObject({ name: text, api: v.picklist(CALL_APIS), url: whole, base: v.nullable(text), place }),
  ),
  exclude: v.array(v.looseObject({ pattern: text, place })),
  accept: v.array(v.looseObject({ file: text, reason: text, until: day, place })),
})
const config = v.looseObject({
  file: v.optional(text),
  platforms: v.pipe(v.array(v.picklist(PLATFORM_IDS)), v.nonEmpty()),
  entries: v.array(entry),
  limits: v.object({ domainsPerApi: whole, domainsPerApp: whole }),
  supportedOs: os,
  legacyOs: os,
  appid: v.optional(text),
  paths: map(texts),
  plugins: texts,
  icp: map(text),
  rules: map(
    v.looseObject({
      level: v.optional(v.picklist(['off', 'error', 'warning', 'info'])),
      levels: v.optional(map(v.picklist(['off', 'error', 'warning', 'info']))),
      parameters: v.optional(map(v.unknown())),
    }),
  ),
  waivers: v.array(v.looseObject({ rule: text, host: text, until: day, reason: text })),
  scan: v.optional(scan),
})

const saved = v.looseObject({
  schemaVersion: v.literal(1),
  tool: v.looseObject({ version: text }),
  gatheredAt: v.pipe(
    v.string(),
    v.isoTimestamp(),
    v.check((instant) => Number.isFinite(Date.parse(instant))),
  ),
  config,
  ca: list(blob, 10_000),
  fetch: v.boolean(),
  given: texts,
  targets: v.array(target),
  vantages: v.optional(v.pipe(list(vantage, MAX_VANTAGES), v.minLength(1))),
  shard: v.optional(
    v.looseObject({ index: v.pipe(whole, v.minValue(1)), count: v.pipe(whole, v.minValue(1)) }),
  ),
  project: v.optional(savedProject),
  blobs: v.optional(v.array(v.string())),
})

/** The value if all types are right, or the path of the first one that isn't. */
export function checkSaved(value: object): v.InferOutput<typeof saved> | string {
  const outcome = v.safeParse(saved, value, { abortEarly: true })
  if (outcome.success) return outcome.output
  return v.getDotPath(outcome.issues[0]) ?? 'the beginning'
}
