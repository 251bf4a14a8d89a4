/** A handshake of TLS 1.3 with AES-128-GCM, and the answer to a request. */
import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  sign,
} from 'node:crypto'
import type net from 'node:net'
import { u8, u16, vector16, vector24 } from '../../src/probes/tls/bytes.js'
import { expandLabel } from '../../src/probes/tls/key-schedule.js'
import { type ClientHelloView, extension, message, record, sealer, serverHello } from './fake-tls.js'
import { ANSWER, hmac, type Oddity, P256, sha, type WholeIdentity } from './oddity.js'

const X25519 = 29

function shareOf(hello: ClientHelloView, group: number): Buffer | null {
  const list = hello.extensions.get(51) ?? Buffer.alloc(2)
  for (let at = 2; at < list.length; at += 4 + list.readUInt16BE(at + 2))
    if (list.readUInt16BE(at) === group) return list.subarray(at + 4, at + 4 + list.readUInt16BE(at + 2))
  return null
}

/** A key exchange on the client's first share that is ours too. */
export function keysFor(hello: ClientHelloView): { group: number; own: Buffer; secret: Buffer } | null {
  const theirs = shareOf(hello, X25519)
  if (theirs) {
    const { privateKey, publicKey } = generateKeyPairSync('x25519')
    const own = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)
    const peer = createPublicKey({
      key: { kty: 'OKP', crv: 'X25519', x: theirs.toString('base64url') },
      format: 'jwk',
    })
    return { group: X25519, own, secret: diffieHellman({ privateKey, publicKey: peer }) }
  }
  const point = shareOf(hello, P256)
  if (!point) return null
  const ecdh = createECDH('prime256v1')
  return { group: P256, own: ecdh.generateKeys(), secret: ecdh.computeSecret(point) }
}

/** Opens records of TLS 1.3 with AES-128-GCM. */
function opener(secret: Buffer): (body: Buffer) => { type: number; content: Buffer } {
  const key = expandLabel('sha256', secret, 'key', Buffer.alloc(0), 16)
  const iv = expandLabel('sha256', secret, 'iv', Buffer.alloc(0), 12)
  let sequence = 0
  return (body) => {
    const nonce = Buffer.from(iv)
    nonce[11] = (nonce[11] as number) ^ sequence++
    const decipher = createDecipheriv('aes-128-gcm', key, nonce)
    decipher.setAAD(Buffer.concat([Buffer.from([23, 3, 3]), u16(body.length)]))
    decipher.setAuthTag(body.subarray(-16))
    const plain = Buffer.concat([decipher.update(body.subarray(0, -16)), decipher.final()])
    let end = plain.length - 1
    while (plain[end] === 0) end -= 1
    return { type: plain[end] as number, content: plain.subarray(0, end) }
  }
}

const CONTEXT = Buffer.concat([Buffer.alloc(64, 0x20), Buffer.from('TLS 1.3, server CertificateVerify\0')])

export function serve13(
  socket: net.Socket,
  { certificates, key }: WholeIdentity,
  odd: Oddity,
  client: ClientHelloView,
  transcript: Buffer[],
) {
  const { group, own, secret } = keysFor(client) ?? {
    group: P256,
    own: Buffer.alloc(65),
    secret: Buffer.alloc(32),
  }
  const parts = {
    suite: 0x1301,
    sessionId: client.sessionId,
    extensions: [
      extension(43, u16(0x0304)),
      extension(51, Buffer.concat([u16(odd.group ?? group), vector16(own)])),
    ],
  }
  const made = serverHello(odd.hello?.(parts, client) ?? parts)
  const hello = odd.helloBytes?.(made) ?? made
  transcript.push(client.message, hello)
  const zeros = Buffer.alloc(32)
  const derived = (secret: Buffer) => expandLabel('sha256', secret, 'derived', sha(), 32)
  const handshake = hmac(derived(hmac(zeros, zeros)), secret)
  const label = (from: Buffer, name: string) => expandLabel('sha256', from, name, sha(...transcript), 32)
  const [ours, theirs] = [label(handshake, 's hs traffic'), label(handshake, 'c hs traffic')]
  const encrypted = message(8, vector16(...(odd.encrypted?.([], client) ?? [])))
  const request = odd.request ? [odd.request] : []
  const list = message(
    11,
    Buffer.concat([u8(0), vector24(...certificates.map((der) => Buffer.concat([vector24(der), u16(0)])))]),
  )
  const certificate = odd.certificate?.(list) ?? list
  transcript.push(encrypted, ...request, certificate)
  const data = Buffer.concat([CONTEXT, sha(...transcript)])
  const signature = sign(odd.hash ?? 'sha256', odd.signed?.(data) ?? data, key)
  const verify = message(15, Buffer.concat([u16(odd.scheme ?? 0x0403), vector16(signature)]))
  transcript.push(verify)
  const finishedKey = expandLabel('sha256', ours, 'finished', Buffer.alloc(0), 32)
  const verified = hmac(finishedKey, sha(...transcript))
  const finished = message(20, odd.finished?.(verified) ?? verified)
  transcript.push(finished)
  const seal = sealer(0x1301, ours, odd.padding ?? 0)
  const rest = [encrypted, ...request, certificate, verify, finished]
  const contents = odd.cut?.(rest) ?? rest
  socket.write(
    Buffer.concat([
      odd.before ?? Buffer.alloc(0),
      ...(odd.clear?.([hello]) ?? [record(22, hello)]),
      record(20, u8(1)),
      ...contents.map((content) => seal(22, content)),
    ]),
  )
  const master = hmac(derived(handshake), zeros)
  const [mine, yours] = [label(master, 's ap traffic'), label(master, 'c ap traffic')]
  const sealData = sealer(0x1301, mine, 0)
  let open = opener(theirs)
  return (type: number, body: Buffer) => {
    if (type !== 23) return
    const { type: inner, content } = open(body)
    if (inner === 22 && content.includes(Buffer.from([20, 0, 0, 32]))) {
      open = opener(yours)
      for (const one of odd.after ?? []) socket.write(sealData(22, one))
    }
    if (inner === 23 && content.includes('\r\n\r\n'))
      socket.end(Buffer.concat([sealData(23, ANSWER), sealData(21, Buffer.from([1, 0]))]))
  }
}
