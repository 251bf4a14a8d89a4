/** A TLS server that answers as a test wants: the first flight only, made by hand. */
import {
  constants,
  createCipheriv,
  createECDH,
  createHash,
  createHmac,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto'
import net from 'node:net'
import { u8, u16, vector8, vector16, vector24 } from '../../src/probes/tls/bytes.js'
import { expandLabel } from '../../src/probes/tls/key-schedule.js'

export interface ClientHelloView {
  message: Buffer
  version: number
  random: Buffer
  sessionId: Buffer
  suites: number[]
  extensions: Map<number, Buffer>
}

/** Takes a ClientHello apart; `record` is one record that holds the whole message. */
export function viewHello(record: Buffer): ClientHelloView {
  const message = record.subarray(5, 5 + record.readUInt16BE(3))
  let at = 4
  const take = (length: number): Buffer => {
    at += length
    return message.subarray(at - length, at)
  }
  const version = take(2).readUInt16BE()
  const random = take(32)
  const sessionId = take(take(1).readUInt8())
  const list = take(take(2).readUInt16BE())
  take(take(1).readUInt8())
  const suites = Array.from({ length: list.length / 2 }, (_, index) => list.readUInt16BE(index * 2))
  const extensions = new Map<number, Buffer>()
  if (at < message.length) take(2)
  while (at < message.length) {
    const type = take(2).readUInt16BE()
    extensions.set(type, take(take(2).readUInt16BE()))
  }
  return { message, version, random, sessionId, suites, extensions }
}

/** One record; several where its length field is too small for one (RFC 8446 section 5.1). */
export function record(type: number, body: Buffer, version = 0x0303): Buffer {
  if (body.length <= 0xffff) return Buffer.concat([u8(type), u16(version), vector16(body)])
  const first = record(type, body.subarray(0, 1 << 14), version)
  return Buffer.concat([first, record(type, body.subarray(1 << 14), version)])
}
export const message = (type: number, body: Buffer): Buffer => Buffer.concat([u8(type), vector24(body)])
export const extension = (type: number, body: Buffer): Buffer => Buffer.concat([u16(type), vector16(body)])
export const alert = (level: number, description: number): Buffer =>
  record(21, Buffer.from([level, description]))
export const certificateList = (certificates: Buffer[]): Buffer =>
  vector24(...certificates.map((der) => vector24(der)))

export interface ServerHelloParts {
  legacyVersion?: number
  random?: Buffer
  sessionId?: Buffer
  suite: number
  compression?: number
  /** Whole extensions, type and length included; none leaves the block out. */
  extensions?: Buffer[]
}

export function serverHello(parts: ServerHelloParts): Buffer {
  const body = Buffer.concat([
    u16(parts.legacyVersion ?? 0x0303),
    parts.random ?? randomBytes(32),
    vector8(parts.sessionId ?? Buffer.alloc(0)),
    u16(parts.suite),
    u8(parts.compression ?? 0),
    parts.extensions ? vector16(...parts.extensions) : Buffer.alloc(0),
  ])
  return message(2, body)
}

export interface Identity {
  /** DER, leaf first. */
  certificates: Buffer[]
  key: KeyObject
  /** SignatureScheme; default ecdsa_secp256r1_sha256. */
  scheme?: number
}

function signWith({ key, scheme = 0x0403 }: Identity, data: Buffer): Buffer {
  if (key.asymmetricKeyType === 'ed25519') return sign(null, data, key)
  const hash =
    ['sha256', 'sha384', 'sha512'][(scheme >> 8 === 8 ? scheme - 0x0804 : (scheme >> 8) - 4) % 3] ?? 'sha256'
  const pss = scheme >> 8 === 8 && { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
  return sign(hash, data, { key, ...pss })
}

export interface Flight12 extends Identity {
  version?: number
  suite?: number
  alpn?: string
  sctList?: Buffer
  staple?: Buffer
  dhPrime?: Buffer
  requestCertificate?: boolean
  /** Spoils the signature over the parameters. */
  wrongSignature?: boolean
}

/** ServerHello to ServerHelloDone as handshake messages. */
export function messages12(hello: ClientHelloView, flight: Flight12): Buffer[] {
  const random = randomBytes(32)
  const { version = 0x0303, suite = 0xc02b } = flight
  const extensions = [extension(0xff01, u8(0))]
  if (flight.alpn) extensions.push(extension(16, vector16(vector8(Buffer.from(flight.alpn)))))
  if (flight.sctList) extensions.push(extension(18, flight.sctList))
  if (flight.staple) extensions.push(extension(5, Buffer.alloc(0)))
  const parameters = flight.dhPrime
    ? Buffer.concat([vector16(flight.dhPrime), vector16(u8(2)), vector16(Buffer.alloc(32, 9))])
    : Buffer.concat([u8(3), u16(0x1d), vector8(randomBytes(32))])
  const signature = signWith(flight, Buffer.concat([hello.random, random, parameters]))
  if (flight.wrongSignature) signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 0xff
  const exchange = Buffer.concat([parameters, u16(flight.scheme ?? 0x0403), vector16(signature)])
  return [
    serverHello({ legacyVersion: version, random, suite, extensions }),
    message(11, certificateList(flight.certificates)),
    ...(flight.staple ? [message(22, Buffer.concat([u8(1), vector24(flight.staple)]))] : []),
    ...([0x009c, 0x002f].includes(suite) ? [] : [message(12, exchange)]),
    ...(flight.requestCertificate
      ? [message(13, Buffer.concat([vector8(u8(1)), vector16(u16(0x0403)), u16(0)]))]
      : []),
    message(14, Buffer.alloc(0)),
  ]
}

export interface Flight13 extends Identity {
  suite?: 0x1301 | 0x1302 | 0x1303
  alpn?: string
  sctList?: Buffer
  staple?: Buffer
  requestCertificate?: boolean
  wrongSignature?: boolean
  /** Zeros after each record's content. */
  padding?: number
  /** Bytes of plaintext in each record; default: one message each. */
  fragment?: number
  /** Everything of the encrypted flight in one record. */
  coalesce?: boolean
  /** The messages before this one in the transcript, after a HelloRetryRequest. */
  transcript?: Buffer[]
}

const AEAD = {
  4865: { hash: 'sha256', length: 32, cipher: 'aes-128-gcm', key: 16 },
  4866: { hash: 'sha384', length: 48, cipher: 'aes-256-gcm', key: 32 },
  4867: { hash: 'sha256', length: 32, cipher: 'chacha20-poly1305', key: 32 },
} as const

const CURVES: Record<number, string> = { 23: 'prime256v1', 24: 'secp384r1', 25: 'secp521r1' }

/** The first share on a NIST curve. */
function clientShare(hello: ClientHelloView): { group: number; share: Buffer } {
  const list = hello.extensions.get(51) ?? Buffer.alloc(2)
  for (let at = 2; at < list.length; ) {
    const group = list.readUInt16BE(at)
    const share = list.subarray(at + 4, at + 4 + list.readUInt16BE(at + 2))
    if (CURVES[group]) return { group, share }
    at += 4 + share.length
  }
  throw new Error('no share on a NIST curve')
}

/** ServerHello in the clear and the encrypted rest, as records. */
export function records13(hello: ClientHelloView, flight: Flight13): Buffer[] {
  const { suite = 0x1301 } = flight
  const { hash, length } = AEAD[suite]
  const { group, share } = clientShare(hello)
  const ecdh = createECDH(CURVES[group] as string)
  const ours = ecdh.generateKeys()
  const extensions = [extension(43, u16(0x0304)), extension(51, Buffer.concat([u16(group), vector16(ours)]))]
  const first = serverHello({ suite, sessionId: hello.sessionId, extensions })
  const transcript = [...(flight.transcript ?? []), hello.message, first]
  const digest = (): Buffer => createHash(hash).update(Buffer.concat(transcript)).digest()
  const zeros = Buffer.alloc(length)
  const early = createHmac(hash, zeros).update(zeros).digest()
  const derived = expandLabel(hash, early, 'derived', createHash(hash).digest(), length)
  const secret = createHmac(hash, derived).update(ecdh.computeSecret(share)).digest()
  const seal = sealer(suite, expandLabel(hash, secret, 's hs traffic', digest(), length), flight.padding ?? 0)
  const rest = encryptedMessages(flight, transcript, digest)
  const whole = flight.coalesce || flight.fragment ? [Buffer.concat(rest)] : rest
  const parts = whole.flatMap((part) => inPieces(part, flight.fragment ?? MAX_PLAIN))
  return [record(22, first), record(20, u8(1)), ...parts.map((part) => seal(22, part))]
}

/** RFC 8446 section 5.1. */
const MAX_PLAIN = 2 ** 14

const inPieces = (bytes: Buffer, size: number): Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  )

function encryptedMessages(flight: Flight13, transcript: Buffer[], digest: () => Buffer): Buffer[] {
  const ofLeaf = [
    ...(flight.staple ? [extension(5, Buffer.concat([u8(1), vector24(flight.staple)]))] : []),
    ...(flight.sctList ? [extension(18, flight.sctList)] : []),
  ]
  const entries = flight.certificates.map((der, index) =>
    Buffer.concat([vector24(der), index === 0 ? vector16(...ofLeaf) : u16(0)]),
  )
  const alpn = flight.alpn ? [extension(16, vector16(vector8(Buffer.from(flight.alpn))))] : []
  const before = [
    message(8, vector16(...alpn)),
    ...(flight.requestCertificate
      ? [message(13, Buffer.concat([u8(0), vector16(extension(13, vector16(u16(0x0403))))]))]
      : []),
    message(11, Buffer.concat([u8(0), vector24(...entries)])),
  ]
  transcript.push(...before)
  const context = Buffer.concat([Buffer.alloc(64, 0x20), Buffer.from('TLS 1.3, server CertificateVerify\0')])
  const signature = signWith(flight, Buffer.concat([context, digest()]))
  if (flight.wrongSignature) signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 0xff
  return [...before, message(15, Buffer.concat([u16(flight.scheme ?? 0x0403), vector16(signature)]))]
}

/** Protects records in their order. */
export function sealer(suite: Flight13['suite'] & number, secret: Buffer, padding: number) {
  const { hash, cipher, key } = AEAD[suite as keyof typeof AEAD]
  const secretKey = expandLabel(hash, secret, 'key', Buffer.alloc(0), key)
  const iv = expandLabel(hash, secret, 'iv', Buffer.alloc(0), 12)
  let sequence = 0
  return (type: number, content: Buffer): Buffer => {
    const nonce = Buffer.from(iv)
    nonce[11] = (nonce[11] ?? 0) ^ (sequence & 0xff)
    nonce[10] = (nonce[10] ?? 0) ^ (sequence >> 8)
    sequence += 1
    const plain = Buffer.concat([content, u8(type), Buffer.alloc(padding)])
    const header = Buffer.concat([u8(23), u16(0x0303), u16(plain.length + 16)])
    const seal = createCipheriv(cipher as 'aes-128-gcm', secretKey, nonce, { authTagLength: 16 })
    seal.setAAD(header, { plaintextLength: plain.length })
    return Buffer.concat([header, seal.update(plain), seal.final(), seal.getAuthTag()])
  }
}

const RETRY_RANDOM = createHash('sha256').update('HelloRetryRequest').digest()

/** A HelloRetryRequest, and what stands in the transcript before the second hello. */
export function retryRequest(
  hello: ClientHelloView,
  ask: { suite?: 0x1301 | 0x1302 | 0x1303; group?: number; cookie?: Buffer },
): { message: Buffer; transcript: Buffer[] } {
  const { suite = 0x1301 } = ask
  const extensions = [extension(43, u16(0x0304))]
  if (ask.cookie) extensions.push(extension(44, vector16(ask.cookie)))
  if (ask.group !== undefined) extensions.push(extension(51, u16(ask.group)))
  const request = serverHello({ suite, random: RETRY_RANDOM, sessionId: hello.sessionId, extensions })
  const digest = createHash(AEAD[suite].hash).update(hello.message).digest()
  return { message: request, transcript: [message(254, digest), request] }
}

/** One connection of a fake server. `hello` is called with each ClientHello; the index counts connections from 0. */
export type Behaviour = (hello: ClientHelloView, socket: net.Socket, index: number) => void

export interface FakeServer {
  port: number
  connections(): number
  /** Every ClientHello received, in order. */
  hellos: ClientHelloView[]
  close(): Promise<void>
}

/** A TCP server on 127.0.0.1 that reads ClientHellos and leaves the answer to `behave`. */
export async function fakeServer(
  behave: Behaviour,
  onConnect?: (socket: net.Socket, index: number) => void,
): Promise<FakeServer> {
  const open = new Set<net.Socket>()
  const hellos: ClientHelloView[] = []
  let connections = 0
  const server = net.createServer((socket) => {
    const index = connections
    connections += 1
    open.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => open.delete(socket))
    onConnect?.(socket, index)
    readHellos(socket, (hello) => {
      hellos.push(hello)
      behave(hello, socket, index)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as net.AddressInfo).port,
    connections: () => connections,
    hellos,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

/** Calls back with every ClientHello that comes in one record. */
export function readHellos(socket: net.Socket, onHello: (hello: ClientHelloView) => void): void {
  readRecords(socket, (type, _, whole) => {
    if (type === 22) onHello(viewHello(whole))
  })
}

/** Calls back with each record: its type, its content and the whole of it. */
export function readRecords(
  socket: net.Socket,
  take: (type: number, body: Buffer, whole: Buffer) => void,
): void {
  let pending = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk])
    while (pending.length >= 5 && pending.length >= 5 + pending.readUInt16BE(3)) {
      const whole = pending.subarray(0, 5 + pending.readUInt16BE(3))
      pending = pending.subarray(whole.length)
      take(whole[0] as number, whole.subarray(5), whole)
    }
  })
}
