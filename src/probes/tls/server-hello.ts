/** ServerHello and its extensions (RFC 8446 section 4.1.3; RFC 5246 section 7.4.1.3 before). */
import { MalformedError, type Reader, reader } from './bytes.js'
import { EXTENSION } from './code-points.js'

export type Extensions = Map<number, Buffer>

export interface ServerHello {
  legacyVersion: number
  /** The version chosen: that of supported_versions where there is one. */
  version: number
  random: Buffer
  sessionId: Buffer
  suite: number
  compression: number
  retry: boolean
  extensions: Extensions
}

/** SHA-256 of "HelloRetryRequest": the random that marks one (RFC 8446 section 4.1.3). */
const RETRY_RANDOM = Buffer.from('cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c', 'hex')

/** @throws MalformedError */
export function readExtensions(body: Buffer): Extensions {
  const input = reader(body)
  const extensions: Extensions = new Map()
  while (input.left() > 0) {
    const type = input.u16()
    if (extensions.has(type)) throw new MalformedError(`extension ${type} twice`)
    extensions.set(type, input.vector16())
  }
  return extensions
}

/** @throws MalformedError */
export function readServerHello(body: Buffer): ServerHello {
  const input = reader(body)
  const legacyVersion = input.u16()
  const random = input.bytes(32)
  const sessionId = input.vector8()
  const suite = input.u16()
  const compression = input.u8()
  const extensions = readTail(input)
  const chosen = extensions.get(EXTENSION.supportedVersions)
  const version = chosen ? readAll(chosen, (inner) => inner.u16()) : legacyVersion
  const retry = random.equals(RETRY_RANDOM)
  return { legacyVersion, version, random, sessionId, suite, compression, retry, extensions }
}

/** Before TLS 1.3 the extensions may be left out altogether. */
function readTail(input: Reader): Extensions {
  if (input.left() === 0) return new Map()
  const extensions = readExtensions(input.vector16())
  input.end()
  return extensions
}

/** Reads a body that must end where `read` ends. */
export function readAll<T>(body: Buffer, read: (input: Reader) => T): T {
  const input = reader(body)
  const value = read(input)
  input.end()
  return value
}

/** The one protocol of a server's ALPN extension (RFC 7301 section 3.1). */
export function readAlpn(extensions: Extensions): string | undefined {
  const body = extensions.get(EXTENSION.alpn)
  if (!body) return undefined
  return readAll(
    readAll(body, (input) => input.vector16()),
    (input) => input.vector8(),
  ).toString('latin1')
}
