/** The part of TLS 1.3's key schedule that opens the server's first flight (RFC 8446 sections 5.2, 5.3 and 7.1). */
import { createDecipheriv, createHash, createHmac } from 'node:crypto'
import { MalformedError, u16, vector8 } from './bytes.js'
import { CONTENT } from './code-points.js'
import type { TlsRecord } from './records.js'

interface Suite {
  hash: 'sha256' | 'sha384'
  hashLength: number
  aead: 'aes-128-gcm' | 'aes-256-gcm' | 'chacha20-poly1305'
  keyLength: number
}

const SUITES: Record<number, Suite> = {
  4865: { hash: 'sha256', hashLength: 32, aead: 'aes-128-gcm', keyLength: 16 },
  4866: { hash: 'sha384', hashLength: 48, aead: 'aes-256-gcm', keyLength: 32 },
  4867: { hash: 'sha256', hashLength: 32, aead: 'chacha20-poly1305', keyLength: 32 },
}

const NONE = Buffer.alloc(0)
const TAG = 16
const NONCE = 12

/** @throws MalformedError for a suite that is none of TLS 1.3's three */
export function suiteOf(code: number): Suite {
  const suite = SUITES[code]
  if (!suite) throw new MalformedError(`suite ${code} is not of TLS 1.3`)
  return suite
}

/** HKDF-Expand-Label (RFC 8446 section 7.1); every length asked for here fits one round of the hash. */
export function expandLabel(
  hash: string,
  secret: Buffer,
  label: string,
  context: Buffer,
  length: number,
): Buffer {
  const info = Buffer.concat([
    u16(length),
    vector8(Buffer.from(`tls13 ${label}`)),
    vector8(context),
    Buffer.from([1]),
  ])
  return createHmac(hash, secret).update(info).digest().subarray(0, length)
}

/** The schedule up to where the shared secret enters: without a PSK it is the same for everybody. */
const starts = new Map<string, Buffer>()

function startOf(hash: Suite['hash'], hashLength: number): Buffer {
  const known = starts.get(hash)
  if (known) return known
  const zeros = Buffer.alloc(hashLength)
  const early = createHmac(hash, zeros).update(zeros).digest()
  const start = expandLabel(hash, early, 'derived', createHash(hash).digest(), hashLength)
  starts.set(hash, start)
  return start
}

/** server_handshake_traffic_secret from the shared secret and Hash(ClientHello..ServerHello). */
export function serverHandshakeSecret(code: number, shared: Buffer, transcriptHash: Buffer): Buffer {
  const { hash, hashLength } = suiteOf(code)
  const handshake = createHmac(hash, startOf(hash, hashLength)).update(shared).digest()
  return expandLabel(hash, handshake, 's hs traffic', transcriptHash, hashLength)
}

/** Opens protected records in their order. The function throws MalformedError for one that does not open. */
export function recordOpener(
  code: number,
  secret: Buffer,
): (record: TlsRecord) => { type: number; body: Buffer } {
  const { hash, keyLength, aead } = suiteOf(code)
  const key = expandLabel(hash, secret, 'key', NONE, keyLength)
  const iv = expandLabel(hash, secret, 'iv', NONE, NONCE)
  let sequence = 0
  return ({ header, body }) => {
    if (body.length < TAG + 1) throw new MalformedError('a protected record without content')
    const nonce = Buffer.from(iv)
    nonce.writeUInt32BE((nonce.readUInt32BE(NONCE - 4) ^ sequence) >>> 0, NONCE - 4)
    sequence += 1
    return innerPlaintext(decrypt(aead, key, nonce, header, body))
  }
}

function decrypt(aead: Suite['aead'], key: Buffer, nonce: Buffer, header: Buffer, body: Buffer): Buffer {
  const sealed = body.subarray(0, -TAG)
  // The three share one interface, which the type definitions spread over overloads.
  const decipher = createDecipheriv(aead as 'aes-128-gcm', key, nonce, { authTagLength: TAG })
  decipher.setAAD(header, { plaintextLength: sealed.length })
  decipher.setAuthTag(body.subarray(-TAG))
  try {
    return Buffer.concat([decipher.update(sealed), decipher.final()])
  } catch {
    throw new MalformedError('a protected record does not open')
  }
}

/** TLSInnerPlaintext: content, its type, zeros (RFC 8446 section 5.2). */
function innerPlaintext(plain: Buffer): { type: number; body: Buffer } {
  let end = plain.length - 1
  while (end >= 0 && plain[end] === 0) end -= 1
  const type = plain[end]
  if (type !== CONTENT.handshake && type !== CONTENT.alert)
    throw new MalformedError('unexpected protected content')
  return { type, body: plain.subarray(0, end) }
}
