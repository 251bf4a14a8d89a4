/** How a handmade TLS server may deviate, and what its two versions share. */
import { createHash, createHmac, type KeyObject } from 'node:crypto'
import type { ClientHelloView, ServerHelloParts } from './fake-tls.js'

/** The differences from a correct server. Functions get what would be sent, and return what is sent. */
export interface Oddity {
  /** 1.3 where the client speaks it, unless this says otherwise. */
  version?: 'TLSv1.2'
  /** Sent first: raw bytes. */
  before?: Buffer
  retry?: { suite?: 0x1301 | 0x1302 | 0x1303; group?: number; cookie?: Buffer }
  retryParts?: (message: Buffer) => Buffer
  /** Default `secp256r1`, whose code it stands for in the message. */
  group?: number
  hello?: (parts: ServerHelloParts & { extensions: Buffer[] }, client: ClientHelloView) => ServerHelloParts
  helloBytes?: (message: Buffer) => Buffer
  /** EncryptedExtensions. */
  encrypted?: (extensions: Buffer[], client: ClientHelloView) => Buffer[]
  /** Between EncryptedExtensions and Certificate (1.3), or before ServerHelloDone (1.2). */
  request?: Buffer
  /** The whole Certificate message. */
  certificate?: (message: Buffer) => Buffer
  scheme?: number
  hash?: string
  /** What is signed. */
  signed?: (data: Buffer) => Buffer
  finished?: (verify: Buffer) => Buffer
  /** The messages of the flight in the clear: in records, by default one each. */
  clear?: (messages: Buffer[]) => Buffer[]
  /** The messages of the encrypted flight: cut into the contents of records. */
  cut?: (messages: Buffer[]) => Buffer[]
  padding?: number
  /** After the handshake, before any answer: an encrypted handshake message (1.3). */
  after?: Buffer[]
  /** Of TLS 1.2's flight, Certificate to ServerHelloDone. */
  flight12?: (messages: Buffer[]) => Buffer[]
  /** The ECDHE parameters. */
  parameters?: (own: Buffer) => Buffer
}

export interface WholeIdentity {
  certificates: Buffer[]
  key: KeyObject
}

const BODY = 'ok'
export const ANSWER = Buffer.from(
  `HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: ${BODY.length}\r\nConnection: close\r\n\r\n${BODY}`,
)

export const P256 = 23

export const sha = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
export const hmac = (key: Buffer, ...parts: Buffer[]) =>
  createHmac('sha256', key).update(Buffer.concat(parts)).digest()
