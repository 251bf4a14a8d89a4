/** Reading and writing the length-prefixed vectors of TLS (RFC 8446 section 3.4). */

/** Bytes that break the protocol. Thrown by every reader of this folder, and nothing else is. */
export class MalformedError extends Error {
  override readonly name: string = 'MalformedError'
}

/** The random of a ServerHello says that the server can do more than it chose, which a client must break off for. */
export class DowngradeError extends MalformedError {
  override readonly name = 'DowngradeError'
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
export const reader = (buffer: Buffer): Reader => new Cursor(buffer)

/** A class, since every target takes hundreds of them: ten closures each would be most of what its hellos leave behind. */
class Cursor implements Reader {
  readonly #buffer: Buffer
  #at = 0

  constructor(buffer: Buffer) {
    this.#buffer = buffer
  }

  /** Where the next bytes begin, which count as read. */
  #take(length: number): number {
    if (length > this.left()) throw new MalformedError(`${length} bytes expected, ${this.left()} left`)
    this.#at += length
    return this.#at - length
  }

  left(): number {
    return this.#buffer.length - this.#at
  }

  u8(): number {
    return this.#buffer.readUInt8(this.#take(1))
  }

  u16(): number {
    return this.#buffer.readUInt16BE(this.#take(2))
  }

  u24(): number {
    return this.#buffer.readUIntBE(this.#take(3), 3)
  }

  bytes(length: number): Buffer {
    const from = this.#take(length)
    return this.#buffer.subarray(from, from + length)
  }

  vector8(): Buffer {
    return this.bytes(this.u8())
  }

  vector16(): Buffer {
    return this.bytes(this.u16())
  }

  vector24(): Buffer {
    return this.bytes(this.u24())
  }

  end(): void {
    if (this.left() !== 0) throw new MalformedError(`${this.left()} bytes too many`)
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
