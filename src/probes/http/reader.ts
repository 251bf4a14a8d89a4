/** Reads one HTTP/1 response byte by byte, within bounds, whatever the server sends. */
import type { HttpFailure, SocketStart } from '../../facts/index.js'
import { escapeAscii } from '../tls/bytes.js'
import { type BodyReader, bodyReader } from './body.js'
import { type Head, readHead, says } from './head.js'

/** kMaxHeaderBufSize of Chromium (http_stream_parser.h), HEADER_LIMIT of OkHttp. */
export const MAX_HEAD = 256 * 1024
export const MAX_BODY = 65_536
/** Bytes of a body on the wire, content and what frames it: otherwise single bytes in chunks could go on for ever. */
const MAX_WIRE = 4 * MAX_BODY
const MAX_INTERIM = 4

export interface Response {
  kind: 'response'
  head: Head
  /** At most MAX_BODY bytes. */
  body: Buffer
  /** Why reading ended before the body did. */
  cut?: string
  /** The statuses of the first answers that came before it. */
  interim: number[]
  /** The beginning of what came with it after its end. */
  surplus: Buffer
  /** Of a WebSocket. */
  start?: SocketStart
  /** May another request follow on the same connection? */
  reusable: boolean
}

export type Reading = Response | HttpFailure

export interface ResponseReader {
  /** Not null once the response, or as much of it as is wanted, has arrived. */
  push(chunk: Buffer): Reading | null
  /** The connection ended. */
  end(cause: string): Reading
}

export function responseReader(): ResponseReader {
  const take = collector()
  let pending: Buffer = Buffer.alloc(0)
  let searched = 0
  let read = 0
  let message: Message | null = null
  const interim: number[] = []
  const push = (chunk: Buffer): Reading | null => {
    if (message) return message.push(chunk)
    read += chunk.length
    pending = take(pending, chunk)
    for (;;) {
      const start = headStart(pending)
      if (start === null) return pending.length < ENOUGH ? null : malformed('not-http', pending)
      const end = headEnd(pending, Math.max(start, searched - 3))
      searched = end === null ? pending.length : 0
      if (end === null) return read > MAX_HEAD ? malformed('endless-head', pending) : null
      const head = readHead(pending.subarray(0, end), start)
      if (!head) return malformed('not-http', pending)
      const rest = pending.subarray(end)
      if (!isInterim(head)) {
        message = openMessage(head, interim)
        return message ? message.push(rest) : malformed('length', pending)
      }
      if (interim.length < MAX_INTERIM) interim.push(head.status)
      pending = rest
      if (read > MAX_HEAD) return malformed('endless-head', pending)
    }
  }
  const end = (cause: string): Reading => {
    if (message) return message.end(cause)
    if (headStart(pending) === null && !mayBegin(pending)) return malformed('not-http', pending)
    return { kind: 'no-answer', phase: read === 0 ? 'first-byte' : 'head', cause }
  }
  return { push, end }
}

/** RFC 9110 section 15.2: a final response is still to come; 101 is final in HTTP/1.1. */
const isInterim = ({ status }: Head): boolean => status >= 100 && status < 200 && status !== 101

/** Bytes that can come before a status line, and those that decide whether there is one (http_stream_parser.cc of Chromium). */
const [MAX_BEFORE, ENOUGH] = [4, 8]

/** Where the status line begins; null where none does. */
function headStart(bytes: Buffer): number | null {
  const at = bytes
    .toString('latin1', 0, MAX_BEFORE + 4)
    .toLowerCase()
    .indexOf('http')
  return at < 0 ? null : at
}

const mayBegin = (bytes: Buffer): boolean => 'http'.startsWith(bytes.toString('latin1').toLowerCase())

/** Appends bytes, with room for more: a head that arrives byte by byte is not copied each time. */
function collector(): (pending: Buffer, chunk: Buffer) => Buffer {
  let store = Buffer.alloc(0)
  return (pending, chunk) => {
    const start = pending.buffer === store.buffer ? pending.byteOffset - store.byteOffset : -1
    const length = pending.length + chunk.length
    if (start < 0 || start + length > store.length) {
      store = Buffer.allocUnsafeSlow(2 * length)
      pending.copy(store)
      chunk.copy(store, pending.length)
      return store.subarray(0, length)
    }
    chunk.copy(store, start + pending.length)
    return store.subarray(start, start + length)
  }
}

/**
 * Where the empty line ends; a bare line feed counts as a line end (RFC 9112 section 2.2).
 * @param from before this there is none
 */
function headEnd(bytes: Buffer, from: number): number | null {
  const found = ['\r\n\r\n', '\n\n', '\n\r\n', '\r\n\n'].flatMap((text) => {
    const at = bytes.indexOf(text, from)
    return at < 0 ? [] : [at + text.length]
  })
  return found.length > 0 ? Math.min(...found) : null
}

function malformed(problem: 'not-http' | 'endless-head' | 'length', bytes: Buffer): Reading {
  return { kind: 'malformed', problem, got: escapeAscii(bytes.subarray(0, 64)) }
}

type Message = { push(bytes: Buffer): Reading | null; end(cause: string): Reading }

/** Null when its length contradicts itself. */
function openMessage(head: Head, interim: number[]): Message | null {
  const kept: Buffer[] = []
  let size = 0
  let wire = 0
  const body = bodyReader(head, (content) => {
    const part = content.subarray(0, Math.max(0, MAX_BODY - size))
    if (part.length > 0) kept.push(part)
    size += content.length
  })
  if (!body) return null
  const done = (cut?: string): Response => ({
    kind: 'response',
    head,
    body: Buffer.concat(kept),
    interim,
    surplus: body.surplus(),
    ...(cut !== undefined && { cut }),
    reusable: cut === undefined && persists(head, body),
  })
  return {
    push: (bytes) => {
      wire += bytes.length
      const state = body.push(bytes)
      if (size > MAX_BODY) return done('limit')
      if (state === 'more') return wire > MAX_WIRE ? done('limit') : null
      return done(state === 'broken' ? 'malformed' : undefined)
    },
    end: (cause) => done(cause === 'closed' && body.endsWithConnection ? undefined : cause),
  }
}

/** RFC 9112 section 9.3. */
function persists(head: Head, body: BodyReader): boolean {
  if (head.status === 101 || head.old || body.endsWithConnection || body.surplus().length > 0) return false
  return !says(head, 'connection', 'close')
}
