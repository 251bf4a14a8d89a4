/** Bytes of handshake records → handshake messages (RFC 8446 section 4). */
import { MalformedError } from './bytes.js'
import { MESSAGE } from './code-points.js'

export interface HandshakeMessage {
  type: number
  body: Buffer
  /** With its header, as it stands in the transcript. */
  raw: Buffer
}

/** A message larger than we read: nothing wrong with it, but no phone would take it either. */
export class LimitError extends Error {
  override readonly name = 'LimitError'
}

/** Most bytes of one connection, and so of one message. */
export const MAX_BYTES = 2 ** 20
/** Every vector of a ServerHello has a length of at most two bytes. */
const MAX_SERVER_HELLO = 2 ** 17

export interface MessageReader {
  /**
   * Hands every message that `chunk` completes to `take`, which says whether to go on.
   * @throws MalformedError, LimitError
   */
  push(chunk: Buffer, take: (message: HandshakeMessage) => boolean): void
  /** Bytes of a message not yet complete. */
  pending(): number
}

export function messageReader(): MessageReader {
  let chunks: Buffer[] = []
  let length = 0

  const shift = (count: number): Buffer => {
    const all = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, length)
    chunks = all.length > count ? [all.subarray(count)] : []
    length -= count
    return all.subarray(0, count)
  }

  /** Length of the message at the front with its header; null while the header is incomplete. */
  const wanted = (): number | null => {
    if (length < 4) return null
    if ((chunks[0] as Buffer).length < 4) chunks = [Buffer.concat(chunks, length)]
    const [first] = chunks as [Buffer]
    return 4 + checkedLength(first[0] ?? 0, first.readUIntBE(1, 3))
  }

  let need: number | null = null
  const push: MessageReader['push'] = (chunk, take) => {
    if (chunk.length === 0) return
    chunks.push(chunk)
    length += chunk.length
    for (;;) {
      need ??= wanted()
      if (need === null || length < need) return
      const raw = shift(need)
      need = null
      if (!take({ type: raw[0] ?? 0, body: raw.subarray(4), raw })) return
    }
  }
  return { push, pending: () => length }
}

function checkedLength(type: number, length: number): number {
  if (type === MESSAGE.serverHello && length > MAX_SERVER_HELLO) {
    throw new MalformedError(`ServerHello of ${length} bytes`)
  }
  if (length > MAX_BYTES) throw new LimitError(`message of ${length} bytes`)
  return length
}
