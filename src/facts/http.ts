/**
 * The answers to HTTP requests and WebSocket upgrades. Text from the server is raw but bounded: it is escaped wherever
 * it is shown.
 */
import type { NoAnswer, Refusal } from './tls.js'

/** The answers of a target's paths over HTTP, each requested once per audit. */
export interface HttpFact {
  /** Timeout of connecting and of each request, in milliseconds. */
  timeoutMs: number
  /** The result of the first connection: TLS 1.2 or later, with any certificate. Without it nothing was requested. */
  connection: { kind: 'accepted'; address: string; version: string } | Refusal | NoAnswer
  /** https targets: one per path. */
  paths: PathFact[]
  /** wss targets: one per path. */
  upgrades: UpgradeFact[]
  /** Asked where the server answered in HTTP/1.1, or did not speak it, and chose HTTP/2 for a hello that offers both. */
  http2?: Http2Fact
  /** https targets with several addresses: the first path at some of the others. */
  elsewhere?: ElsewhereFact[]
  /** The server does not speak HTTP/1.1, so `paths` holds what it answered in HTTP/2. `got`: what came in HTTP/1.1, escaped. */
  onlyHttp2?: { got: string }
}

/** What came back for GET at another address. */
export interface ElsewhereFact {
  address: string
  connection: HttpFact['connection']
  answer: { kind: 'answered'; status: number } | HttpFailure
}

/** What a server that chose HTTP/2 sent first: `spoken`, the frame it must begin with; `other`, something else. */
export type Http2Fact =
  /** The same paths asked in it. Absent in facts recorded before hefa did. */
  | { kind: 'spoken'; answers?: Http2PathFact[] }
  /** The first bytes, at most 64, as escaped ASCII. */
  | { kind: 'other'; got: string }
  | {
      kind: 'no-answer'
      phase: 'handshake' | 'first-byte'
      cause: string
      /** The same happened again on another connection after a pause. */
      again?: true
    }

/** GET of one path in HTTP/2, without following redirects. */
export interface Http2PathFact {
  path: string
  answer: Http2Answer
}

/** What came back for one GET over HTTP/2. */
export type Http2Answer =
  /** `status` is null where no head could be understood. */
  | { kind: 'answered'; status: number | null; faults?: Http2Fault[] }
  /** RST_STREAM or GOAWAY instead of an answer, or of its end, with its error code (RFC 9113 section 7). */
  | { kind: 'refused'; by: 'stream' | 'connection'; code: number; again?: true }
  | { kind: 'no-answer'; phase: 'head' | 'body'; cause: string; again?: true }

/**
 * What RFC 9113 forbids in an answer. Of fields: `connection-field`, one for connections of HTTP/1 (8.2.2); `field-name` and
 * `field-value`, with characters that they can't have (8.2.1); `pseudo-field`, another one than `:status`, or one in a trailer;
 * `no-status`, none, several, or no number; `odd-status`, a number without three digits (8.3.2). Of the rest: `length`, not
 * that of the body (8.1.1); `no-head`, a body or an end without one; `unended`, no end after the trailer, or a reset without
 * error; `endless-head`; `compression` (RFC 7541); `frame`, too long, or where it can't be; `pushed`, an answer not asked for.
 */
export const HTTP2_PROBLEMS = [
  'connection-field',
  'field-name',
  'field-value',
  'pseudo-field',
  'no-status',
  'odd-status',
  'length',
  'no-head',
  'unended',
  'endless-head',
  'compression',
  'frame',
  'pushed',
] as const

/** Name and value at most 256 characters long, a character for each byte. */
export interface Http2Fault {
  problem: (typeof HTTP2_PROBLEMS)[number]
  name?: string
  value?: string
}

interface Asked {
  /** As in the config. */
  path: string
  /** Named in the config; false for the default `/`. */
  configured: boolean
}

/** GET of one path and the redirects behind it. */
export interface PathFact extends Asked {
  /** The answer to GET, then that of every redirect followed, in order. */
  exchanges: HttpExchange[]
  /** The status of the first address without the Referer that mini programs send; asked where with it the status was
   *  from 300 on. Null: no answer. */
  withoutReferer?: number | null
  /** Why the last redirect was not followed: seen before; more than five; to a host this run does not audit
   *  or to no https address. Absent when the last answer isn't a redirect. */
  stopped?: 'loop' | 'too-many' | 'not-audited' | 'not-https'
}

/** One request and what came back. */
export interface HttpExchange {
  /** The requested URL, absolute. */
  url: string
  answer: HttpAnswer
}

/** The answer to a request, or why there was none. */
export type HttpAnswer = HttpResponse | HttpFailure

/** The head of an answer and properties of its body; the body itself is not kept. */
export interface HttpResponse {
  kind: 'answered'
  status: number
  /** From the request's last byte to the answer's first, in milliseconds. */
  firstByteMs: number
  /** The status line, and what came before it, where clients differ about it; at most 64 bytes, as escaped ASCII. */
  oddLine?: string
  /** Location as sent, at most 2048 characters. */
  location?: string
  /** Where a redirect (301, 302, 303, 307, 308) leads, absolute; null when there is no Location, or it is no usable address. */
  redirect?: string | null
  /** Content-Type, at most 256 characters. */
  contentType?: string
  /** The charset parameter of it, lower case. */
  charset?: string
  /** Content-Encoding, lower case, when there is one. */
  encoding?: string
  /** What came of undoing it. Absent in answers recorded before hefa undid any. */
  decoding?: Decoding
  /** The Content-Length above zero that came with a status that has no content (204, 205). */
  promised?: number
  /** Fields that were sent with different values though clients expect one. */
  conflicts?: ConflictFact[]
  /** What it says of its own end that clients read differently. */
  framing?: FramingFact[]
  body: BodyFact
  /** The beginning of a text that comes with a status from 400 on, at most 512 characters. */
  excerpt?: string
  /** The title of a page in HTML, at most 128 characters. */
  title?: string
  /** Is the body JSON? Absent where it was not read to its end, or is empty. */
  json?: boolean
  /** Server, and cf-mitigated (what a content network did instead of passing the request on), at most 64 characters. */
  server?: string
  mitigated?: string
}

/**
 * `no-coding`: no client knows the name, so the body is handed over as it is. `not-read`: clients do, but hefa does not.
 * `undecodable`: it is no data of that kind; `ends-early`: it ends before its data do; `checksum`: of gzip, its length and
 * checksum are those of other data; `surplus`: other bytes follow them; `empty`: there is nothing to decode.
 */
export const DECODINGS = [
  'decoded',
  'no-coding',
  'not-read',
  'undecodable',
  'ends-early',
  'checksum',
  'surplus',
  'empty',
] as const
/** The result of undoing a Content-Encoding. */
export type Decoding = (typeof DECODINGS)[number]

/**
 * `transfer-coding`, other than `chunked`; `old-chunked`, chunks in HTTP/1.0; `content-length`, no number; `spaced-name`, a space
 * between a name and its colon; `folded`, a value that goes on in the next line; `interim`, a status before the final one, other
 * than 100; `surplus`, bytes behind the end.
 */
export const FRAMING_PROBLEMS = [
  'transfer-coding',
  'old-chunked',
  'content-length',
  'spaced-name',
  'folded',
  'interim',
  'surplus',
] as const

/** The value is what was sent, at most 64 characters. */
export interface FramingFact {
  problem: (typeof FRAMING_PROBLEMS)[number]
  value: string
}

/** Two different values of one field, each at most 256 characters long. */
export interface ConflictFact {
  field: 'location' | 'content-disposition'
  values: [string, string]
}

/** What was seen of a body, as far as it was read, its coding undone. */
export interface BodyFact {
  /** Bytes read, after decoding chunks and before undoing Content-Encoding; at most 65,536. */
  bytes: number
  /** Why reading ended before the body: `limit`, `timeout`, `closed` or an errno name. */
  cut?: string
  /** The same happened again on another connection. */
  again?: true
  /** Byte order marks of UTF-8 at the beginning. */
  boms: number
  /** Of the part read; a character cut in two at its end doesn't count. */
  utf8: 'valid' | 'invalid' | 'not-read'
}

/** Why a request has no answer. `no-answer` is inconclusive; `malformed` came from the server. */
export type HttpFailure =
  | {
      kind: 'no-answer'
      /** `first-byte`: not one byte came back; `head`: the head did not end. */
      phase: 'dns' | 'connect' | 'handshake' | 'finish' | 'first-byte' | 'head'
      /** `timeout`, `closed`, `aborted`, an errno name, `alert:NUMBER` (RFC 8446 section 6), or a code of the TLS library. */
      cause: string
      /** The same happened again on another connection after a pause. */
      again?: true
    }
  | {
      kind: 'malformed'
      /** Other bytes than HTTP/1; a head of more than 256 kB; a length that contradicts itself. */
      problem: 'not-http' | 'endless-head' | 'length'
      /** The first bytes, at most 64, as escaped ASCII. */
      got: string
    }

/** The WebSocket handshake (RFC 6455) of one path. */
export interface UpgradeFact extends Asked {
  answer: UpgradeAnswer | HttpFailure
}

/** What is wrong with the first frames of a WebSocket's server (RFC 6455 section 5); `text`, it is not UTF-8. */
export const FRAME_FAULTS = [
  'reserved-bits',
  'opcode',
  'fragmented',
  'masked',
  'length',
  'text',
  'close-code',
] as const

/** What a WebSocket's server did by itself once the socket was open, before it answered a ping. */
export interface SocketStart {
  /** What is wrong with one of its frames. */
  frame?: (typeof FRAME_FAULTS)[number]
  /** It closed the socket, with this code or none. */
  closed?: { code: number | null }
  /** It ended the connection without a word, and did so again. */
  cut?: true
}

/** Header fields are null when they were not sent, and at most 256 characters long. */
export interface UpgradeAnswer extends SocketStart {
  kind: 'answered'
  status: number
  firstByteMs: number
  /** As in HttpResponse. */
  oddLine?: string
  /** Sec-WebSocket-Accept beside what the key demands (RFC 6455 section 4.2.2). */
  accept: 'right' | 'wrong' | 'missing'
  upgrade: string | null
  connection: string | null
  /** None was asked for. */
  subprotocol: string | null
  /** None were asked for. */
  extensions: string | null
  /** The status of an answer before this one. */
  interim?: number
}
