/** The shape of the JSON report; `schema/report.schema.json` is made from it. */
import * as v from 'valibot'
import { NATIVE_FAMILIES } from '../platforms/index.js'
import {
  API_NAMES,
  FAMILIES,
  NOT_LOOKED,
  PLATFORM_IDS,
  UNDETERMINED_REASONS,
  UNREAD_REASONS,
  VANTAGE,
} from '../types.js'

const text = v.string()
const vantage = v.pipe(text, v.regex(VANTAGE))
const whole = v.pipe(v.number(), v.integer())
const count = v.pipe(v.number(), v.integer(), v.minValue(1))
const instant = v.pipe(v.string(), v.isoTimestamp())
/** Empty for bytes that are no certificate. */
const sha256 = v.pipe(v.string(), v.regex(/^([0-9a-f]{64})?$/))
const verdict = v.picklist(['pass', 'warn', 'fail', 'unknown'])
const platform = v.picklist(PLATFORM_IDS)
const verdicts = v.strictObject(v.entriesFromList(PLATFORM_IDS, v.optional(verdict)))

const entry = v.strictObject({
  family: v.picklist(FAMILIES),
  api: v.picklist(API_NAMES),
  text,
  file: v.optional(text),
  line: v.optional(count),
  column: v.optional(count),
})

const sentence = {
  title: text,
  url: v.optional(text),
  quote: text,
  edition: v.optional(text),
  readOn: v.optional(v.pipe(text, v.regex(/^\d{4}-\d{2}-\d{2}$/))),
  basis: v.optional(v.picklist(['inferred', 'observed', 'advised'])),
}
const reference = v.strictObject(sentence)

const result = v.strictObject({
  rule: v.pipe(text, v.regex(/^[a-z0-9-]+(\/[a-z0-9-]+)+$/)),
  status: v.picklist(['pass', 'fail', 'unknown', 'not-applicable', 'waived']),
  level: v.picklist(['error', 'warning', 'info']),
  platforms: v.array(platform),
  message: v.optional(text),
  fix: v.optional(text),
  command: v.optional(text),
  reference: v.optional(reference),
  references: v.optional(v.array(v.strictObject({ ...sentence, platforms: v.array(platform) }))),
  evidence: v.optional(v.record(text, v.unknown())),
  entry: v.optional(entry),
  vantages: v.optional(v.array(vantage)),
  consequences: v.optional(v.array(text)),
  followsFrom: v.optional(text),
})

const link = v.strictObject({ subject: text, issuer: text, sha256, sent: v.boolean() })
const chain = v.array(link)

const certificate = v.strictObject({
  subject: text,
  issuer: text,
  names: v.array(text),
  // Empty or beyond the year 9999 in broken certificates.
  notBefore: text,
  notAfter: text,
  sha256,
  daysLeft: v.number(),
  keySha256: v.optional(sha256),
  issuerEnds: v.optional(
    v.strictObject({ subject: text, notBefore: text, notAfter: text, daysLeft: v.number() }),
  ),
})

const address = v.strictObject({
  address: text,
  family: v.picklist([4, 6]),
  state: v.picklist(['answered', 'refused', 'silent', 'not-tried']),
})

const span = v.strictObject({ since: v.nullable(text), until: v.nullable(text), root: v.nullable(text) })

const view = v.strictObject({
  vantage,
  verdicts,
  notLooked: v.optional(v.picklist(NOT_LOOKED)),
  addresses: v.optional(v.array(address)),
  cname: v.optional(v.array(text)),
  dns: v.optional(v.picklist(['no-data', 'nxdomain', 'failed', 'timeout', 'not-asked'])),
  certificate: v.optional(v.strictObject({ sha256, issuer: text, notBefore: text, notAfter: text })),
  chain: v.optional(v.array(sha256)),
  versions: v.optional(v.array(text)),
  status: v.optional(whole),
})

const target = v.strictObject({
  host: text,
  port: v.pipe(whole, v.minValue(1), v.maxValue(65535)),
  scheme: v.picklist(['https', 'wss', 'udp', 'tcp']),
  entries: v.array(entry),
  verdicts,
  results: v.array(result),
  certificate: v.optional(certificate),
  addresses: v.optional(v.array(address)),
  chains: v.optional(
    v.array(
      v.strictObject({
        addresses: v.array(text),
        clients: v.array(text),
        chain,
        certificate: v.optional(certificate),
        vantages: v.optional(v.array(vantage)),
      }),
    ),
  ),
  chain: v.optional(chain),
  trust: v.optional(v.strictObject({ ios: span, android: span, chrome: span, mozilla: span, windows: span })),
  durationMs: v.optional(v.pipe(whole, v.minValue(0))),
  vantages: v.optional(v.array(view)),
})

const atLeast0 = v.pipe(whole, v.minValue(0))

const call = v.strictObject({
  file: text,
  line: count,
  column: count,
  callee: text,
  api: v.picklist(API_NAMES),
  reason: v.picklist(UNDETERMINED_REASONS),
  missing: v.optional(v.array(text)),
})

const scan = v.strictObject({
  folder: text,
  kinds: v.array(v.picklist([...NATIVE_FAMILIES, 'uni-app', 'taro', 'plain'])),
  filesRead: atLeast0,
  passedOver: v.array(
    v.strictObject({
      file: text,
      reason: v.picklist(UNREAD_REASONS),
      line: v.optional(count),
      column: v.optional(count),
      by: v.optional(text),
      files: v.optional(atLeast0),
    }),
  ),
  leftOut: v.array(
    v.strictObject({
      reason: v.picklist([
        'app-only',
        'other-platform',
        'tests',
        'types',
        'server',
        'unpacked',
        'ignored',
        'output',
        'elsewhere',
      ]),
      files: count,
      file: text,
    }),
  ),
  otherBuilds: v.optional(v.strictObject({ origins: count, first: v.array(text) })),
  calls: v.strictObject({ found: atLeast0, resolved: atLeast0, undetermined: atLeast0 }),
  undetermined: v.array(call),
  hosts: v.array(v.strictObject({ origin: text, api: v.picklist(API_NAMES), calls: count })),
  compared: v.boolean(),
  omitted: v.strictObject({ passedOver: atLeast0, undetermined: atLeast0, hosts: atLeast0 }),
})

const share = v.strictObject({
  index: count,
  count,
  targets: v.optional(atLeast0),
  whole: v.optional(sha256),
})
const scope = v.strictObject({
  servers: atLeast0,
  source: v.boolean(),
  files: atLeast0,
  rulesOff: v.array(text),
  levelsChanged: v.array(text),
  levelsLowered: v.array(text),
  parametersChanged: v.array(text),
  versionsNarrowed: v.optional(
    v.array(
      v.strictObject({
        os: v.picklist(['ios', 'android']),
        before: text,
        effect: v.picklist(['not-judged', 'warning']),
      }),
    ),
  ),
  waived: atLeast0,
  notKnown: v.optional(v.array(platform)),
  notListed: v.optional(count),
  shard: v.optional(share),
  vantages: v.optional(v.array(vantage)),
  share: v.optional(v.literal('empty')),
  gatheredAt: v.optional(text),
  listsReadOn: v.optional(text),
  madeFromSource: v.optional(v.literal(true)),
})

export const reportSchema = v.strictObject({
  schemaVersion: v.literal(1),
  tool: v.strictObject({ name: v.literal('hefa'), version: text }),
  at: instant,
  durationMs: v.pipe(v.number(), v.minValue(0)),
  scope,
  verdict,
  exitCode: v.picklist([0, 1, 3]),
  platforms: v.array(platform),
  verdicts,
  config: v.array(result),
  targets: v.array(target),
  scan: v.optional(scan),
})
