/** What a WebSocket's server says first, frame by frame (RFC 6455 section 5). */
import type { SocketStart } from '../../facts/index.js'

type Fault = NonNullable<SocketStart['frame']>

export interface FrameReader {
  /** Everything that came since the opening handshake's answer, in pieces. Null while more may be told. */
  push(bytes: Buffer): SocketStart | null
}

const [CONTINUATION, TEXT, BINARY] = [0, 1, 2]
const [CLOSE, PONG] = [8, 10]
const [FINAL, RESERVED, MASKED, LENGTH] = [0x80, 0x70, 0x80, 0x7f]
/** More than this is not read: nothing was wrong so far. */
const MAX_BYTES = 8192

/** A ping, which is answered behind all that a server sends by itself; a client's frames are masked, this one with zeros. */
const PAYLOAD = Buffer.from('hefa')
export const PING = Buffer.concat([Buffer.from([FINAL | 9, MASKED | PAYLOAD.length, 0, 0, 0, 0]), PAYLOAD])

export function frameReader(): FrameReader {
  let pending: Buffer = Buffer.alloc(0)
  let read = 0
  let open: { isText: Check } | null = null
  /** Of a whole frame. */
  const take = ({ opcode, isFinal, payload }: Frame): SocketStart | null => {
    if (opcode === CLOSE) return closing(payload)
    if (opcode === PONG) return payload.equals(PAYLOAD) ? {} : null
    if (opcode > CLOSE) return null
    if ((opcode === CONTINUATION) !== (open !== null)) return { frame: 'opcode' }
    open ??= { isText: opcode === TEXT ? textCheck() : () => true }
    if (!open.isText(payload, !isFinal)) return { frame: 'text' }
    if (isFinal) open = null
    return null
  }
  return {
    push: (bytes) => {
      pending = Buffer.concat([pending, bytes])
      read += bytes.length
      for (;;) {
        const frame = frameAt(pending)
        if (typeof frame === 'string') return { frame }
        if (!frame || pending.length < frame.end) return read > MAX_BYTES ? {} : null
        const told = take({ ...frame, payload: pending.subarray(frame.start, frame.end) })
        if (told) return told
        pending = pending.subarray(frame.end)
      }
    },
  }
}

interface Head {
  opcode: number
  isFinal: boolean
  /** Of the payload. */
  start: number
  end: number
}
type Frame = Pick<Head, 'opcode' | 'isFinal'> & { payload: Buffer }

/** Null while its head is not whole, unless what is there can't begin a frame. */
function frameAt(bytes: Buffer): Head | Fault | null {
  const [first, second] = bytes
  if (first === undefined) return null
  const opcode = first & 0x0f
  const isFinal = (first & FINAL) > 0
  const isControl = opcode >= CLOSE
  // None of the extensions that give them a meaning was offered.
  if (first & RESERVED) return 'reserved-bits'
  if (isControl ? opcode > PONG : opcode > BINARY) return 'opcode'
  if (isControl && !isFinal) return 'fragmented'
  if (second === undefined) return null
  if (second & MASKED) return 'masked'
  const short = second & LENGTH
  if (isControl && short > 125) return 'length'
  if (opcode === CLOSE && short === 1) return 'length'
  const start = short < 126 ? 2 : short === 126 ? 4 : 10
  if (bytes.length < start) return null
  const length = lengthAt(bytes, short)
  return length === null ? 'length' : { opcode, isFinal, start, end: start + length }
}

/** Section 5.2: in the fewest bytes. Chromium holds servers to it. */
function lengthAt(bytes: Buffer, short: number): number | null {
  if (short < 126) return short
  const length = short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2))
  return length < (short === 126 ? 126 : 2 ** 16) || length >= 2 ** 63 ? null : length
}

function closing(payload: Buffer): SocketStart {
  if (payload.length === 0) return { closed: { code: null } }
  const code = payload.readUInt16BE(0)
  if (code < 1000 || code > 4999 || NEVER_SENT.has(code)) return { frame: 'close-code' }
  return textCheck()(payload.subarray(2), false) ? { closed: { code } } : { frame: 'text' }
}

/** Section 7.4.1. */
const NEVER_SENT = new Set([1004, 1005, 1006, 1015])

/** @param goesOn a character may be cut in two */
type Check = (bytes: Buffer, goesOn: boolean) => boolean

function textCheck(): Check {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  return (bytes, goesOn) => {
    try {
      decoder.decode(bytes, { stream: goesOn })
      return true
    } catch {
      return false
    }
  }
}
