/** Reads the server's first flight in SSL 3.0 to TLS 1.2, where nothing is encrypted (RFC 5246 section 7.3). */
import type { ServerFlight } from '../../facts/index.js'
import { MalformedError } from './bytes.js'
import { noteSize, readCertificates12, readStatus } from './certificates.js'
import { EXTENSION, MESSAGE } from './code-points.js'
import { base64, type FlightReader, type HandshakeContext } from './handshake-context.js'
import { keyExchangeOf, readServerKeyExchange } from './key-exchange.js'
import type { HandshakeMessage } from './messages.js'
import { chainTexts } from './sent-chains.js'
import { readAlpn, type ServerHello } from './server-hello.js'
import { proveLeaf } from './signature.js'

/** The messages that may follow, by the message before (RFC 5246 section 7.3, RFC 6066 section 8). */
const ORDER = [
  MESSAGE.certificate,
  MESSAGE.certificateStatus,
  MESSAGE.serverKeyExchange,
  MESSAGE.certificateRequest,
  MESSAGE.serverHelloDone,
] as number[]

export function flightReader12(context: HandshakeContext, hello: ServerHello): FlightReader {
  const { profile } = context
  const flight: ServerFlight = { version: profile.version, cipher: hello.suite, keyProof: 'unchecked' }
  const alpn = readAlpn(hello.extensions)
  if (alpn !== undefined) flight.alpn = alpn
  const sctList = hello.extensions.get(EXTENSION.signedCertificateTimestamp)
  if (sctList) flight.sctList = base64(sctList)
  let leaf: Buffer = Buffer.alloc(0)
  let place = -1

  const read = (message: HandshakeMessage): boolean => {
    const next = ORDER.indexOf(message.type)
    const unpromised =
      message.type === MESSAGE.certificateStatus && !hello.extensions.has(EXTENSION.statusRequest)
    if (next <= place || (place < 0 && next !== 0) || unpromised)
      throw new MalformedError(`message ${message.type} out of order`)
    place = next
    if (message.type === MESSAGE.certificate) {
      const { certificates } = readCertificates12(message.body)
      flight.certificates = chainTexts(certificates)
      noteSize(flight, message.body)
      leaf = certificates[0] as Buffer
      return profile.certificateOnly
    }
    if (message.type === MESSAGE.certificateStatus) flight.ocspStaple = base64(readStatus(message.body))
    if (message.type === MESSAGE.serverKeyExchange)
      readKeyExchange(context, hello, flight, leaf, message.body)
    if (message.type === MESSAGE.certificateRequest) flight.clientCertificateRequested = true
    if (message.type !== MESSAGE.serverHelloDone) return false
    if (message.body.length > 0) throw new MalformedError('ServerHelloDone with content')
    if (keyExchangeOf(hello.suite) !== 'rsa' && flight.signatureAlgorithm === undefined)
      throw new MalformedError('no key exchange message')
    return true
  }
  return { flight, read }
}

function readKeyExchange(
  context: HandshakeContext,
  hello: ServerHello,
  flight: ServerFlight,
  leaf: Buffer,
  body: Buffer,
): void {
  const exchange = keyExchangeOf(hello.suite)
  if (exchange === 'rsa') throw new MalformedError('a key exchange message in an RSA suite')
  const signed = readServerKeyExchange(body, exchange)
  if (signed.group !== undefined) flight.group = signed.group
  if (signed.dhBits !== undefined) flight.dhBits = signed.dhBits
  flight.signatureAlgorithm = signed.signatureAlgorithm
  if (!context.profile.signatures.includes(signed.signatureAlgorithm))
    throw new MalformedError(`signature algorithm ${signed.signatureAlgorithm} was not offered`)
  const { signatureAlgorithm: algorithm, signature, parameters } = signed
  const data = Buffer.concat([context.hello.random, hello.random, parameters])
  flight.keyProof = proveLeaf(context, { algorithm, data, signature, leaf })
}
