/** A handshake of TLS 1.2 with ECDHE_ECDSA and AES-128-GCM, and the answer to a request. */
import { createCipheriv, createDecipheriv, createECDH, randomBytes, sign } from 'node:crypto'
import type net from 'node:net'
import { u8, u16, vector8, vector16 } from '../../src/probes/tls/bytes.js'
import { type ClientHelloView, certificateList, extension, message, record, serverHello } from './fake-tls.js'
import { ANSWER, hmac, type Oddity, P256, sha, type WholeIdentity } from './oddity.js'

/** P_SHA256 (RFC 5246 section 5). */
function prf(secret: Buffer, label: string, seed: Buffer, length: number): Buffer {
  const start = Buffer.concat([Buffer.from(label), seed])
  let [a, out] = [start, Buffer.alloc(0)]
  while (out.length < length) {
    a = hmac(secret, a)
    out = Buffer.concat([out, hmac(secret, a, start)])
  }
  return out.subarray(0, length)
}

/** AES-128-GCM of TLS 1.2 (RFC 5288). */
function box(key: Buffer, salt: Buffer) {
  let sequence = 0n
  const aad = (type: number, length: number) => {
    const number = Buffer.alloc(8)
    number.writeBigUInt64BE(sequence++)
    return Buffer.concat([number, u8(type), u16(0x0303), u16(length)])
  }
  return {
    seal(type: number, content: Buffer): Buffer {
      const explicit = randomBytes(8)
      const cipher = createCipheriv('aes-128-gcm', key, Buffer.concat([salt, explicit]))
      cipher.setAAD(aad(type, content.length))
      const sealed = Buffer.concat([cipher.update(content), cipher.final()])
      return record(type, Buffer.concat([explicit, sealed, cipher.getAuthTag()]))
    },
    open(type: number, body: Buffer): Buffer {
      const decipher = createDecipheriv('aes-128-gcm', key, Buffer.concat([salt, body.subarray(0, 8)]))
      decipher.setAAD(aad(type, body.length - 24))
      decipher.setAuthTag(body.subarray(-16))
      return Buffer.concat([decipher.update(body.subarray(8, -16)), decipher.final()])
    },
  }
}

export function serve12(
  socket: net.Socket,
  { certificates, key }: WholeIdentity,
  odd: Oddity,
  client: ClientHelloView,
  transcript: Buffer[],
) {
  const ecdh = createECDH('prime256v1')
  const own = ecdh.generateKeys()
  const parts = {
    suite: 0xc02b,
    random: randomBytes(32),
    extensions: [
      extension(0xff01, u8(0)),
      ...(client.extensions.has(23) ? [extension(23, Buffer.alloc(0))] : []),
    ],
  }
  const sent = odd.hello?.(parts, client) ?? parts
  const made = serverHello(sent)
  const hello = odd.helloBytes?.(made) ?? made
  const random = hello.subarray(6, 38)
  const extended = sent.extensions?.some((one) => one.readUInt16BE() === 23) ?? false
  const usual = Buffer.concat([u8(3), u16(odd.group ?? P256), vector8(own)])
  const parameters = odd.parameters?.(usual) ?? usual
  const data = Buffer.concat([client.random, random, parameters])
  const signature = sign(odd.hash ?? 'sha256', odd.signed?.(data) ?? data, key)
  const list = message(11, certificateList(certificates))
  const flight = [
    odd.certificate?.(list) ?? list,
    message(12, Buffer.concat([parameters, u16(odd.scheme ?? 0x0403), vector16(signature)])),
    ...(odd.request ? [odd.request] : []),
    message(14, Buffer.alloc(0)),
  ]
  const messages = [hello, ...(odd.flight12?.(flight) ?? flight)]
  transcript.push(client.message, ...messages.filter((one) => one[0] !== 0))
  const records = odd.clear?.(messages) ?? messages.map((one) => record(22, one))
  socket.write(Buffer.concat([odd.before ?? Buffer.alloc(0), ...records]))
  let keys: { theirs: ReturnType<typeof box>; ours: ReturnType<typeof box>; master: Buffer } | null = null
  let sealed = false
  return (type: number, body: Buffer) => {
    if (type === 20) {
      sealed = true
      return
    }
    if (!sealed && type === 22) {
      for (let at = 0; at < body.length; at += 4 + body.readUIntBE(at + 1, 3)) {
        const one = body.subarray(at, at + 4 + body.readUIntBE(at + 1, 3))
        transcript.push(one)
        if (one[0] !== 16) continue
        const premaster = ecdh.computeSecret(one.subarray(5))
        const master = extended
          ? prf(premaster, 'extended master secret', sha(...transcript), 48)
          : prf(premaster, 'master secret', Buffer.concat([client.random, random]), 48)
        const block = prf(master, 'key expansion', Buffer.concat([random, client.random]), 40)
        keys = {
          master,
          theirs: box(block.subarray(0, 16), block.subarray(32, 36)),
          ours: box(block.subarray(16, 32), block.subarray(36, 40)),
        }
      }
      return
    }
    if (!keys || !sealed) return
    const content = keys.theirs.open(type, body)
    if (type === 22) {
      transcript.push(content)
      const verify = prf(keys.master, 'server finished', sha(...transcript), 12)
      const finished = message(20, odd.finished?.(verify) ?? verify)
      socket.write(Buffer.concat([record(20, u8(1)), keys.ours.seal(22, finished)]))
    }
    if (type === 23 && content.includes('\r\n\r\n'))
      socket.end(Buffer.concat([keys.ours.seal(23, ANSWER), keys.ours.seal(21, Buffer.from([1, 0]))]))
  }
}
