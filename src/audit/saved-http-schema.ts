/** The schema of the answers to requests in saved facts. */
import * as v from 'valibot'
import { DECODINGS, FRAME_FAULTS, FRAMING_PROBLEMS, HTTP2_PROBLEMS } from '../facts/index.js'
import { list, noAnswer, refusal, text, whole } from './saved-target-schema.js'

const asked = { path: text, configured: v.boolean() }
const httpFailure = [
  v.looseObject({
    kind: v.literal('no-answer'),
    phase: text,
    cause: text,
    again: v.optional(v.literal(true)),
  }),
  v.looseObject({ kind: v.literal('malformed'), problem: text, got: text }),
] as const
const httpResponse = v.looseObject({
  kind: v.literal('answered'),
  status: whole,
  firstByteMs: v.number(),
  oddLine: v.optional(text),
  location: v.optional(text),
  redirect: v.optional(v.nullable(text)),
  contentType: v.optional(text),
  charset: v.optional(text),
  encoding: v.optional(text),
  decoding: v.optional(v.picklist(DECODINGS)),
  promised: v.optional(whole),
  conflicts: v.optional(
    list(
      v.looseObject({
        field: v.picklist(['location', 'content-disposition']),
        values: v.tuple([text, text]),
      }),
      2,
    ),
  ),
  framing: v.optional(list(v.looseObject({ problem: v.picklist(FRAMING_PROBLEMS), value: text }), 100)),
  body: v.looseObject({
    bytes: whole,
    cut: v.optional(text),
    again: v.optional(v.literal(true)),
    boms: whole,
    utf8: v.picklist(['valid', 'invalid', 'not-read']),
  }),
  excerpt: v.optional(text),
  title: v.optional(text),
  json: v.optional(v.boolean()),
  server: v.optional(text),
  mitigated: v.optional(text),
})
const again = v.optional(v.literal(true))
const http2Answer = v.variant('kind', [
  v.looseObject({
    kind: v.literal('answered'),
    status: v.nullable(whole),
    faults: v.optional(
      list(
        v.looseObject({
          problem: v.picklist(HTTP2_PROBLEMS),
          name: v.optional(text),
          value: v.optional(text),
        }),
        100,
      ),
    ),
  }),
  v.looseObject({
    kind: v.literal('refused'),
    by: v.picklist(['stream', 'connection']),
    code: whole,
    again,
  }),
  v.looseObject({ kind: v.literal('no-answer'), phase: text, cause: text, again }),
])
const connection = v.variant('kind', [
  v.looseObject({ kind: v.literal('accepted'), address: text, version: text }),
  refusal,
  noAnswer,
])
export const http = v.looseObject({
  timeoutMs: v.number(),
  elsewhere: v.optional(
    list(
      v.looseObject({
        address: text,
        connection,
        answer: v.variant('kind', [
          v.looseObject({ kind: v.literal('answered'), status: whole }),
          ...httpFailure,
        ]),
      }),
      100,
    ),
  ),
  onlyHttp2: v.optional(v.looseObject({ got: text })),
  http2: v.optional(
    v.variant('kind', [
      v.looseObject({
        kind: v.literal('spoken'),
        answers: v.optional(list(v.looseObject({ path: text, answer: http2Answer }), 10_000)),
      }),
      v.looseObject({ kind: v.literal('other'), got: text }),
      httpFailure[0],
    ]),
  ),
  connection,
  paths: list(
    v.looseObject({
      ...asked,
      withoutReferer: v.optional(v.nullable(whole)),
      stopped: v.optional(v.picklist(['loop', 'too-many', 'not-audited', 'not-https'])),
      exchanges: v.pipe(
        list(
          v.looseObject({
            url: text,
            answer: v.variant('kind', [httpResponse, ...httpFailure]),
          }),
          100,
        ),
        v.minLength(1),
      ),
    }),
    10_000,
  ),
  upgrades: list(
    v.looseObject({
      ...asked,
      answer: v.variant('kind', [
        v.looseObject({
          kind: v.literal('answered'),
          status: whole,
          firstByteMs: v.number(),
          oddLine: v.optional(text),
          accept: v.picklist(['right', 'wrong', 'missing']),
          upgrade: v.nullable(text),
          connection: v.nullable(text),
          subprotocol: v.nullable(text),
          extensions: v.nullable(text),
          interim: v.optional(whole),
          frame: v.optional(v.picklist(FRAME_FAULTS)),
          closed: v.optional(v.looseObject({ code: v.nullable(whole) })),
          cut: again,
        }),
        ...httpFailure,
      ]),
    }),
    10_000,
  ),
})
