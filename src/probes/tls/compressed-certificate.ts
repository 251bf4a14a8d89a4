/** CompressedCertificate (RFC 8879 section 4). */
import { brotliDecompressSync, inflateSync } from 'node:zlib'
import { MalformedError, reader } from './bytes.js'
import { MESSAGE } from './code-points.js'
import { type HandshakeMessage, LimitError, MAX_BYTES } from './messages.js'

const ZLIB = 1
const BROTLI = 2

/**
 * The Certificate message that was compressed; any other message as it is. `raw` stays what was sent, since that is
 * what stands in the transcript.
 * @param offered algorithms of our hello
 * @throws MalformedError, LimitError
 */
export function openCompressed(message: HandshakeMessage, offered: readonly number[]): HandshakeMessage {
  if (message.type !== MESSAGE.compressedCertificate || offered.length === 0) return message
  const input = reader(message.body)
  const algorithm = input.u16()
  const length = input.u24()
  const packed = input.vector24()
  input.end()
  if (!offered.includes(algorithm)) throw new MalformedError(`compression ${algorithm} was not offered`)
  if (length > MAX_BYTES) throw new LimitError(`certificates of ${length} bytes`)
  return { type: MESSAGE.certificate, body: unpack(algorithm, packed, length), raw: message.raw }
}

function unpack(algorithm: number, packed: Buffer, length: number): Buffer {
  if (algorithm !== ZLIB && algorithm !== BROTLI)
    throw new LimitError(`compression ${algorithm} is not known`)
  let body: Buffer
  try {
    // One byte more than announced is enough to see that it is too long.
    const options = { maxOutputLength: length + 1 }
    body = algorithm === ZLIB ? inflateSync(packed, options) : brotliDecompressSync(packed, options)
  } catch {
    throw new MalformedError('compressed certificates do not open')
  }
  if (body.length !== length) throw new MalformedError(`${body.length} bytes instead of ${length}`)
  return body
}
