/** Frames of HTTP/2 (RFC 9113 section 4.1). */

export interface Frame {
  type: number
  flags: number
  stream: number
  payload: Buffer
}

/** Section 6. */
export const TYPE = {
  data: 0,
  headers: 1,
  priority: 2,
  reset: 3,
  settings: 4,
  push: 5,
  ping: 6,
  goaway: 7,
  windowUpdate: 8,
  continuation: 9,
} as const
export const FLAG = { end: 1, ack: 1, endHeaders: 4, padded: 8, priority: 32 } as const

export const HEAD_LENGTH = 9
/** SETTINGS_MAX_FRAME_SIZE of a client that sets none. */
const MAX_PAYLOAD = 16_384

/** Cuts what arrives into frames; null once one is longer than allowed. */
export function frameReader(): (chunk: Buffer) => Frame[] | null {
  let pending: Buffer = Buffer.alloc(0)
  return (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
    const frames: Frame[] = []
    while (pending.length >= HEAD_LENGTH) {
      const length = pending.readUIntBE(0, 3)
      if (length > MAX_PAYLOAD) return null
      if (pending.length < HEAD_LENGTH + length) break
      frames.push({
        type: pending.readUInt8(3),
        flags: pending.readUInt8(4),
        stream: pending.readUInt32BE(5) & 0x7fffffff,
        payload: pending.subarray(HEAD_LENGTH, HEAD_LENGTH + length),
      })
      pending = pending.subarray(HEAD_LENGTH + length)
    }
    return frames
  }
}

export function writeFrame({ type, flags, stream, payload }: Frame): Buffer {
  const head = Buffer.alloc(HEAD_LENGTH)
  head.writeUIntBE(payload.length, 0, 3)
  head.writeUInt8(type, 3)
  head.writeUInt8(flags, 4)
  head.writeUInt32BE(stream, 5)
  return Buffer.concat([head, payload])
}

/** What DATA and HEADERS carry, without padding and priority; null where these don't fit. */
export function contentOf({ type, flags, payload }: Frame): Buffer | null {
  const isPadded = (flags & FLAG.padded) > 0
  const start = (isPadded ? 1 : 0) + (type === TYPE.headers && flags & FLAG.priority ? 5 : 0)
  const end = payload.length - (isPadded ? (payload[0] ?? 0) : 0)
  return start <= end ? payload.subarray(start, end) : null
}

/** Is its length, or its stream, one that its type can't have (section 6)? Chromium ends the connection then. */
export function isMisshapen({ type, flags, stream, payload: { length } }: Frame): boolean {
  switch (type) {
    case TYPE.data:
    case TYPE.headers:
      return stream === 0
    case TYPE.priority:
      return stream === 0 || length !== 5
    case TYPE.reset:
      return stream === 0 || length !== 4
    case TYPE.settings:
      return stream !== 0 || (flags & FLAG.ack ? length > 0 : length % 6 !== 0)
    case TYPE.ping:
      return stream !== 0 || length !== 8
    case TYPE.goaway:
      return stream !== 0 || length < 8
    default:
      return type === TYPE.windowUpdate && length !== 4
  }
}
