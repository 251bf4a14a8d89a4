/** Reading and writing the length-prefixed vectors of TLS (RFC 8446 section 3.4). */

/** Bytes that break the protocol. Thrown by every reader of this folder, and nothing else is. */
export class MalformedError extends Error {
  override readonly name = 'MalformedError'
}

export interface Reader {
  /** Bytes not yet read. */
  left(): number
  u8(): number
  u16(): number
  u24(): number
  bytes(length: number): Buffer
  /** Vectors with a length of one, two or three bytes in front. */
  vector8(): Buffer
  vector16(): Buffer
  vector24(): Buffer
  /** @throws MalformedError when bytes are left over. */
  end(): void
}

/** A cursor over `buffer` that throws MalformedError instead of reading past its end. */
export function reader(buffer: Buffer): Reader {
  let at = 0
  /** Where the next bytes begin, which count as read. */
  const take = (length: number): number => {
    if (length > buffer.length - at)
      throw new MalformedError(`${length} bytes expected, ${buffer.length - at} left`)
    at += length
    return at - length
  }
  const bytes = (length: number): Buffer => {
    const from = take(length)
    return buffer.subarray(from, from + length)
  }
  const u8 = (): number => buffer.readUInt8(take(1))
  const u16 = (): number => buffer.readUInt16BE(take(2))
  const u24 = (): number => buffer.readUIntBE(take(3), 3)
  return {
    left: () => buffer.length - at,
    u8,
    u16,
    u24,
    bytes,
    vector8: () => bytes(u8()),
    vector16: () => bytes(u16()),
    vector24: () => bytes(u24()),
    end: () => {
      if (at !== buffer.length) throw new MalformedError(`${buffer.length - at} bytes too many`)
    },
  }
}

function number(size: 1 | 2 | 3, value: number): Buffer {
  const bytes = Buffer.allocUnsafe(size)
  bytes.writeUIntBE(value, 0, size)
  return bytes
}

export const u8 = (value: number): Buffer => number(1, value)

export const u16 = (value: number): Buffer => number(2, value)

export const u24 = (value: number): Buffer => number(3, value)

/** Hellos are made of hundreds of these: one buffer each. */
function prefixed(size: 1 | 2 | 3, parts: readonly Buffer[]): Buffer {
  let length = 0
  for (const part of parts) length += part.length
  const vector = Buffer.allocUnsafe(size + length)
  let at = vector.writeUIntBE(length, 0, size)
  for (const part of parts) at += part.copy(vector, at)
  return vector
}

export const vector8 = (...parts: Buffer[]): Buffer => prefixed(1, parts)

export const vector16 = (...parts: Buffer[]): Buffer => prefixed(2, parts)

export const vector24 = (...parts: Buffer[]): Buffer => prefixed(3, parts)

/** Bytes as printable ASCII with everything else escaped, so that evidence is safe on a terminal. */
export function escapeAscii(bytes: Buffer): string {
  let text = ''
  for (const byte of bytes) {
    if (byte === 0x0d) text += '\\r'
    else if (byte === 0x0a) text += '\\n'
    else if (byte === 0x5c) text += '\\\\'
    else if (byte >= 0x20 && byte < 0x7f) text += String.fromCharCode(byte)
    else text += `\\x${byte.toString(16).padStart(2, '0')}`
  }
  return text
}
