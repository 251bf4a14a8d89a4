/** The schema of the observations of one target in saved facts. */
import * as v from 'valibot'
import { HELLO_IDS, type Refusal, TLS_VERSIONS } from '../facts/index.js'
import { API_NAMES, FAMILIES } from '../types.js'

const REFUSED_BY = [
  'connection',
  'alert',
  'other-version',
  'reset',
  'closed',
  'not-tls',
  'malformed',
  'downgrade',
] as const satisfies readonly Refusal['by'][]

export const list = <S extends v.GenericSchema>(item: S, most: number) =>
  v.pipe(v.array(item), v.maxLength(most))
export const text = v.pipe(v.string(), v.maxLength(100_000))
export const texts = list(text, 10_000)
export const whole = v.pipe(v.number(), v.integer())
const codePoint = v.pipe(whole, v.minValue(0), v.maxValue(0xffff))
const version = v.picklist(TLS_VERSIONS)
/** Valibot accepts lists as objects. */
const noList = v.check((value: unknown) => !Array.isArray(value))
export const map = <S extends v.GenericSchema>(value: S) =>
  v.pipe(v.unknown(), noList, v.record(v.string(), value))

/** Base64, or an index into the blobs. */
export const blob = v.union([
  v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]*={0,2}$/)),
  v.pipe(whole, v.minValue(0)),
])
const blobs = list(blob, 512)
/** An empty list isn't a chain. */
const someBlobs = v.pipe(blobs, v.minLength(1))

export const entry = v.looseObject({
  family: v.picklist(FAMILIES),
  api: v.picklist(API_NAMES),
  text,
  file: v.optional(text),
  line: v.optional(whole),
  column: v.optional(whole),
})

export const noAnswer = v.looseObject({
  kind: v.literal('no-answer'),
  phase: v.picklist(['dns', 'connect', 'hello', 'handshake', 'finish']),
  cause: text,
  again: v.optional(v.literal(true)),
})
export const refusal = v.looseObject({
  kind: v.literal('refused'),
  by: v.picklist(REFUSED_BY),
  alert: v.optional(codePoint),
  version: v.optional(version),
  got: v.optional(text),
})
const keyProof = v.picklist(['valid', 'invalid', 'unchecked'])

const flightEntries = {
  kind: v.literal('accepted'),
  version,
  cipher: codePoint,
  group: v.optional(codePoint),
  helloRetryRequest: v.optional(v.boolean()),
  signatureAlgorithm: v.optional(codePoint),
  keyProof: v.optional(keyProof),
  alpn: v.optional(text),
  warningAlert: v.optional(codePoint),
  dhBits: v.optional(whole),
  certificateBytes: v.optional(whole),
  clientCertificateRequested: v.optional(v.boolean()),
  incomplete: v.optional(v.variant('kind', [noAnswer, refusal])),
}
const handshake = v.variant('kind', [
  noAnswer,
  refusal,
  v.looseObject({
    ...flightEntries,
    certificates: v.optional(blobs),
    ocspStaple: v.optional(blob),
    sctList: v.optional(blob),
  }),
])

const clientHandshake = v.variant('kind', [
  noAnswer,
  refusal,
  v.looseObject({
    ...flightEntries,
    chain: v.optional(whole),
    leaf: v.optional(v.looseObject({ type: text, group: v.optional(codePoint) })),
  }),
])
const prediction = v.variant('kind', [
  v.looseObject({ kind: v.literal('accepted'), version, cipher: codePoint, from: text }),
  v.looseObject({ kind: v.literal('refused') }),
  v.looseObject({ kind: v.literal('open') }),
])
const client = v.variant('basis', [
  v.looseObject({
    client: text,
    basis: v.literal('connected'),
    handshake: clientHandshake,
    helloBytes: v.optional(whole),
  }),
  v.looseObject({ client: text, basis: v.literal('predicted'), prediction }),
])

const revocation = v.looseObject({
  of: text,
  source: v.picklist(['ocsp', 'crl']),
  url: text,
  found: v.optional(
    v.variant('status', [
      v.looseObject({
        status: v.literal('good'),
        thisUpdate: v.number(),
        nextUpdate: v.nullable(v.number()),
      }),
      v.looseObject({ status: v.literal('revoked'), at: v.number(), reason: text }),
    ]),
  ),
  failure: v.optional(text),
})
const fetched = v.looseObject({
  of: text,
  url: text,
  certificates: v.optional(blobs),
  failure: v.optional(text),
  refused: v.optional(v.boolean()),
})

const hello = v.picklist(HELLO_IDS)
const chain = v.looseObject({
  certificates: someBlobs,
  hellos: list(hello, HELLO_IDS.length),
  clients: v.optional(list(text, 1000)),
  primary: v.boolean(),
  keyProof,
  ocspStaple: v.optional(blob),
  sctList: v.optional(blob),
  byRequest: v.optional(v.literal(true)),
  fromFile: v.optional(v.boolean()),
  leafAt: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2))),
  fetched: v.optional(list(fetched, 100)),
  revocation: v.optional(list(revocation, 1000)),
})

const outcome = v.variant('kind', [v.looseObject({ kind: v.literal('accepted') }), refusal, noAnswer])

export const endpoint = v.looseObject({
  address: text,
  family: v.picklist([4, 6]),
  given: v.boolean(),
  connect: outcome,
  handshakes: v.pipe(
    v.unknown(),
    noList,
    v.strictObject(v.entriesFromList(HELLO_IDS, v.optional(handshake))),
  ),
  chains: list(chain, 100),
  clients: v.optional(list(client, 1000)),
  nameless: v.optional(handshake),
  padded: v.optional(v.looseObject({ helloBytes: whole, answer: outcome })),
  cutAtTimes: v.optional(whole),
  connections: whole,
})

const dnsAnswer = v.looseObject({
  kind: v.picklist(['answered', 'no-data', 'nxdomain', 'failed', 'timeout', 'not-asked']),
  addresses: texts,
  code: v.optional(text),
})
export const dns = v.looseObject({
  source: v.picklist(['resolve', 'literal', 'resolver', 'proxy']),
  resolver: v.optional(text),
  a: dnsAnswer,
  aaaa: dnsAnswer,
  cname: texts,
})
