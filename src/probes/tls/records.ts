/** Bytes → records (RFC 8446 section 5.1). Work and memory stay linear in the bytes, however they are cut. */
import { MalformedError } from './bytes.js'
import { CONTENT } from './code-points.js'

export interface TlsRecord {
  type: number
  header: Buffer
  body: Buffer
}

/** The first bytes are no TLS record at all. */
export class NotTlsError extends Error {
  override readonly name = 'NotTlsError'
}

const HEADER = 5
const MAX_PLAIN = 2 ** 14
/** TLSCiphertext may carry 256 bytes more (RFC 8446 section 5.2). */
const MAX_ENCRYPTED = MAX_PLAIN + 256
/** A chain of 1 MB in records of 256 bytes; more isn't a handshake. */
const MAX_RECORDS = 4096
const MAX_EMPTY = 32

export interface RecordReader {
  /**
   * Hands every record that `chunk` completes to `take`, which says whether to go on.
   * @throws NotTlsError when the very first bytes are no record header, MalformedError later
   */
  push(chunk: Buffer, take: (record: TlsRecord) => boolean): void
}

export function recordReader(): RecordReader {
  const header = Buffer.alloc(HEADER)
  let headerLength = 0
  let body: Buffer | null = null
  let bodyLength = 0
  let records = 0
  let empty = 0

  const checkHeader = (): void => {
    const foreign = !isContentType(header[0] ?? 0) || (headerLength > 1 && header[1] !== 3)
    if (foreign && records === 0) throw new NotTlsError('no TLS record')
    if (foreign) throw new MalformedError('no record header')
    if (headerLength < HEADER) return
    const length = header.readUInt16BE(3)
    if (length > (header[0] === CONTENT.applicationData ? MAX_ENCRYPTED : MAX_PLAIN))
      throw new MalformedError(`record of ${length} bytes`)
    records += 1
    if (length === 0) empty += 1
    if (records > MAX_RECORDS || empty > MAX_EMPTY) throw new MalformedError('too many records')
    body = Buffer.allocUnsafe(length)
    bodyLength = 0
  }

  const push: RecordReader['push'] = (chunk, take) => {
    let at = 0
    while (at < chunk.length || body?.length === 0) {
      if (body === null) {
        const copied = chunk.copy(header, headerLength, at)
        at += copied
        headerLength += copied
        checkHeader()
        continue
      }
      const copied = chunk.copy(body, bodyLength, at)
      at += copied
      bodyLength += copied
      if (bodyLength < body.length) return
      const record = { type: header[0] ?? 0, header: Buffer.from(header), body }
      body = null
      headerLength = 0
      if (!take(record)) return
    }
  }
  return { push }
}

function isContentType(byte: number): boolean {
  return byte >= CONTENT.changeCipherSpec && byte <= CONTENT.applicationData
}
