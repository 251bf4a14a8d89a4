/** Reads the server's first flight in TLS 1.3 up to CertificateVerify (RFC 8446 section 4). */
import { createHash, type Hash } from 'node:crypto'
import type { ServerFlight } from '../../facts/index.js'
import { MalformedError, reader, u8, vector24 } from './bytes.js'
import { noteSize, readCertificates13 } from './certificates.js'
import { clientHello } from './client-hello.js'
import { EXTENSION, MESSAGE } from './code-points.js'
import { openCompressed } from './compressed-certificate.js'
import { base64, type FlightReader, type HandshakeContext } from './handshake-context.js'
import type { ClientHello } from './hello-types.js'
import { recordOpener, serverHandshakeSecret, suiteOf } from './key-schedule.js'
import { agree, OFFERED_GROUPS } from './key-shares.js'
import type { HandshakeMessage } from './messages.js'
import { chainTexts } from './sent-chains.js'
import { checkEncryptedExtensions, checkEntryExtensions, checkRequest } from './server-extensions.js'
import { readAll, readAlpn, readExtensions, type ServerHello } from './server-hello.js'
import { proveLeaf } from './signature.js'

/** What a HelloRetryRequest leaves behind. */
export interface Retried {
  suite: number
  group?: number
  transcript: Hash
  hello: ClientHello
}

/** @throws MalformedError when the session id is not echoed or the frozen version field is wrong */
export function checkTls13Hello(context: HandshakeContext, hello: ServerHello): void {
  if (hello.legacyVersion !== 0x0303) throw new MalformedError('wrong legacy version')
  if (!hello.sessionId.equals(context.hello.sessionId)) throw new MalformedError('session id not echoed')
}

/** Answers a HelloRetryRequest with the second ClientHello. @throws MalformedError */
export function retryHello(context: HandshakeContext, request: ServerHello, raw: Buffer): Retried {
  const { hash } = suiteOf(request.suite)
  const share = request.extensions.get(EXTENSION.keyShare)
  const cookieBody = request.extensions.get(EXTENSION.cookie)
  const group = share && readAll(share, (input) => input.u16())
  const cookie = cookieBody && readAll(cookieBody, (input) => input.vector16())
  const first = context.hello
  const offered = context.profile.phone?.offer.groups ?? OFFERED_GROUPS
  if (group !== undefined && (!offered.includes(group) || first.shares.includes(group)))
    throw new MalformedError(`a retry with group ${group}`)
  if (group === undefined && cookie === undefined) throw new MalformedError('a retry that changes nothing')
  const hello = clientHello(context.profile, context.name, {
    first,
    ...(group !== undefined && { group }),
    ...(cookie && { cookie }),
  })
  // RFC 8446 section 4.4.1: the first hello enters the transcript as its hash.
  const digest = createHash(hash).update(first.message).digest()
  const transcript = createHash(hash)
    .update(Buffer.concat([u8(MESSAGE.messageHash), vector24(digest)]))
    .update(raw)
    .update(hello.message)
  return { suite: request.suite, transcript, hello, ...(group !== undefined && { group }) }
}

export function flightReader13(
  context: HandshakeContext,
  hello: ServerHello,
  raw: Buffer,
  retried: Retried | null,
): FlightReader {
  const { hash } = suiteOf(hello.suite)
  if (retried && retried.suite !== hello.suite) throw new MalformedError('another suite after the retry')
  const group = groupOf(context, hello, retried)
  const flight: ServerFlight = {
    version: 'TLSv1.3',
    cipher: hello.suite,
    group: group.code,
    keyProof: 'unchecked',
  }
  if (retried) flight.helloRetryRequest = true
  const transcript = (retried?.transcript ?? createHash(hash).update(context.hello.message)).update(raw)
  const secret = serverHandshakeSecret(
    hello.suite,
    agree(group.code, group.share),
    transcript.copy().digest(),
  )
  return {
    flight,
    open: recordOpener(hello.suite, secret),
    read: messageOrder(context, flight, transcript),
  }
}

function groupOf(
  context: HandshakeContext,
  hello: ServerHello,
  retried: Retried | null,
): { code: number; share: Buffer } {
  const body = hello.extensions.get(EXTENSION.keyShare)
  if (!body) throw new MalformedError('no key share')
  const group = readAll(body, (input) => ({ code: input.u16(), share: input.vector16() }))
  const expected = retried?.group === undefined ? context.hello.shares : [retried.group]
  if (!expected.includes(group.code)) throw new MalformedError(`key share of group ${group.code}`)
  return group
}

/** EncryptedExtensions, CertificateRequest at will, Certificate, CertificateVerify (RFC 8446 section 2). */
function messageOrder(
  context: HandshakeContext,
  flight: ServerFlight,
  transcript: Hash,
): FlightReader['read'] {
  let expected: number = MESSAGE.encryptedExtensions
  let leaf: Buffer = Buffer.alloc(0)
  return (received: HandshakeMessage): boolean => {
    const message = openCompressed(received, context.profile.phone?.shape.compress ?? [])
    const request = message.type === MESSAGE.certificateRequest && expected === MESSAGE.certificate
    if (request && !flight.clientCertificateRequested) {
      readRequest(message.body)
      flight.clientCertificateRequested = true
    } else if (message.type !== expected) throw new MalformedError(`message ${message.type} out of order`)
    else if (message.type === MESSAGE.encryptedExtensions) {
      const extensions = readExtensions(readAll(message.body, (input) => input.vector16()))
      checkEncryptedExtensions(context, extensions)
      const alpn = readAlpn(extensions)
      if (alpn !== undefined) flight.alpn = alpn
      expected = MESSAGE.certificate
    } else if (message.type === MESSAGE.certificate) {
      const sent = readCertificates13(message.body, (extensions) => checkEntryExtensions(context, extensions))
      flight.certificates = chainTexts(sent.certificates)
      noteSize(flight, message.body)
      if (sent.ocspStaple) flight.ocspStaple = base64(sent.ocspStaple)
      if (sent.sctList) flight.sctList = base64(sent.sctList)
      leaf = sent.certificates[0] as Buffer
      expected = MESSAGE.certificateVerify
    } else {
      readVerify(context, flight, leaf, transcript.copy().digest(), message.body)
      return true
    }
    transcript.update(message.raw)
    return false
  }
}

function readRequest(body: Buffer): void {
  const [requestContext, extensions] = readAll(body, (input) => [input.vector8(), input.vector16()] as const)
  checkRequest(requestContext, readExtensions(extensions))
}

/** RFC 8446 section 4.4.3. */
const CONTEXT = Buffer.concat([Buffer.alloc(64, 0x20), Buffer.from('TLS 1.3, server CertificateVerify\0')])
/** PKCS #1 v1.5 and SHA-1 sign certificates here, never the handshake (RFC 8446 section 4.2.3). */
const NOT_FOR_HANDSHAKES = [0x0401, 0x0501, 0x0601, 0x0201, 0x0203]

function readVerify(
  context: HandshakeContext,
  flight: ServerFlight,
  leaf: Buffer,
  digest: Buffer,
  body: Buffer,
): void {
  const input = reader(body)
  const algorithm = input.u16()
  const signature = input.vector16()
  input.end()
  flight.signatureAlgorithm = algorithm
  if (!context.profile.signatures.includes(algorithm) || NOT_FOR_HANDSHAKES.includes(algorithm))
    throw new MalformedError(`signature algorithm ${algorithm} was not offered`)
  flight.keyProof = proveLeaf(context, { algorithm, data: Buffer.concat([CONTEXT, digest]), signature, leaf })
}
