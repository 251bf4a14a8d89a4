/** Where the body of a response ends (RFC 9112 section 6.3). */
import { fieldOf, type Head, says } from './head.js'

/** A chunk's size line, or one of the trailer. */
const MAX_LINE = 4096
const MAX_SURPLUS = 64
/** Behind 101 another protocol begins. */
const MAX_OTHER = 16_384

export interface BodyReader {
  /** `broken`: what came can't be a body of this kind. Every byte of content goes to `keep`. */
  push(bytes: Buffer): 'more' | 'whole' | 'broken'
  /** Is the end of the connection the end of the body? */
  endsWithConnection: boolean
  /** The beginning of what came after the whole body. */
  surplus(): Buffer
}

type Keep = (content: Buffer) => void

/** Null when the fields contradict themselves. */
export function bodyReader(head: Head, keep: Keep): BodyReader | null {
  const { status } = head
  if (status === 101) return counted(0, keep, MAX_OTHER)
  if ((status >= 100 && status < 200) || status === 204 || status === 304) return counted(0, keep)
  if (head.fields.has('transfer-encoding'))
    return says(head, 'transfer-encoding', 'chunked') ? chunked(keep) : counted(Infinity, keep)
  const lengths = fieldOf(head, 'content-length')
  if (lengths === null) return counted(Infinity, keep)
  const [length = '', ...others] = new Set(lengths.split(',').map((text) => text.trim()))
  return others.length === 0 ? counted(lengthOf(length), keep) : null
}

/**
 * Anything that isn't a number, or is too large, counts as not sent (Chromium's HttpResponseHeaders::GetInt64HeaderValue,
 * OkHttp's
 * toLongOrDefault): the body ends with the connection.
 */
function lengthOf(text: string): number {
  const length = /^\d+$/.test(text) ? Number(text) : Infinity
  return length < 2 ** 63 ? length : Infinity
}

function counted(length: number, keep: Keep, maxSurplus = MAX_SURPLUS): BodyReader {
  let left = length
  let surplus: Buffer = Buffer.alloc(0)
  return {
    push: (bytes) => {
      const own = Math.min(bytes.length, left)
      if (own > 0) keep(bytes.subarray(0, own))
      left -= own
      if (bytes.length > own) surplus = Buffer.concat([surplus, bytes.subarray(own)]).subarray(0, maxSurplus)
      return left === 0 ? 'whole' : 'more'
    },
    endsWithConnection: length === Infinity,
    surplus: () => surplus,
  }
}

/** RFC 9112 section 7.1. */
function chunked(keep: Keep): BodyReader {
  let buffer: Buffer = Buffer.alloc(0)
  let left = 0
  let state: 'size' | 'data' | 'data-end' | 'trailer' | 'whole' | 'broken' = 'size'

  const takeData = (): boolean => {
    const data = buffer.subarray(0, left)
    if (data.length > 0) keep(data)
    buffer = buffer.subarray(data.length)
    left -= data.length
    if (left === 0) state = 'data-end'
    return left === 0
  }
  const takeLine = (): boolean => {
    const end = buffer.indexOf(10)
    if (end > MAX_LINE || (end < 0 && buffer.length > MAX_LINE)) state = 'broken'
    if (end < 0 || state === 'broken') return false
    const text = buffer.toString('latin1', 0, end).replace(/\r$/, '')
    buffer = buffer.subarray(end + 1)
    if (state === 'size') left = sizeOf(text)
    state = afterLine(state, text, left)
    return true
  }
  return {
    push: (bytes) => {
      buffer = Buffer.concat([buffer, bytes])
      while (state !== 'whole' && state !== 'broken' && (state === 'data' ? takeData() : takeLine()));
      return state === 'whole' || state === 'broken' ? state : 'more'
    },
    endsWithConnection: false,
    surplus: () => buffer.subarray(0, MAX_SURPLUS),
  }
}

/** NaN for what is no chunk size; extensions are skipped. */
function sizeOf(line: string): number {
  const [, digits = ''] = /^0*([0-9a-f]{1,16})[ \t]*(?:;.*)?$/i.exec(line) ?? []
  return Number.parseInt(digits, 16)
}

function afterLine(
  state: string,
  line: string,
  size: number,
): 'size' | 'data' | 'trailer' | 'whole' | 'broken' {
  if (state === 'trailer') return line === '' ? 'whole' : 'trailer'
  if (state === 'data-end') return line === '' ? 'size' : 'broken'
  if (Number.isNaN(size)) return 'broken'
  return size === 0 ? 'trailer' : 'data'
}
