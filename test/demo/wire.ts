/** Shakes hands with a server and keeps what came over the wire, before anybody reorders or completes it. */
import { connect } from 'node:net'
import { Duplex } from 'node:stream'
import { type ConnectionOptions, connect as tlsConnect } from 'node:tls'

/** The Certificate message of a handshake up to TLS 1.2, where it is not encrypted. */
export async function certificatesOnWire(port: number, options: ConnectionOptions = {}): Promise<Buffer[]> {
  const raw = connect(port, '127.0.0.1')
  const heard: Buffer[] = []
  const tap = new Duplex({
    read() {},
    write(chunk, _encoding, done) {
      raw.write(chunk, done)
    },
  })
  raw.on('data', (chunk: Buffer) => {
    heard.push(chunk)
    tap.push(chunk)
  })
  raw.on('end', () => tap.push(null))
  raw.on('error', (error) => tap.destroy(error))
  const tls = tlsConnect({ socket: tap, rejectUnauthorized: false, maxVersion: 'TLSv1.2', ...options })
  try {
    await new Promise((resolve, reject) => tls.once('secureConnect', resolve).once('error', reject))
  } finally {
    tls.destroy()
    raw.destroy()
  }
  return certificatesIn(handshakeBytes(Buffer.concat(heard)))
}

function handshakeBytes(records: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; at + 5 <= records.length && records[at] === 22; at += 5 + records.readUInt16BE(at + 3)) {
    parts.push(records.subarray(at + 5, at + 5 + records.readUInt16BE(at + 3)))
  }
  return Buffer.concat(parts)
}

function certificatesIn(messages: Buffer): Buffer[] {
  for (let at = 0; at + 4 <= messages.length; at += 4 + messages.readUIntBE(at + 1, 3)) {
    if (messages[at] !== 11) continue
    const found: Buffer[] = []
    const end = at + 7 + messages.readUIntBE(at + 4, 3)
    for (let next = at + 7; next < end; next += 3 + messages.readUIntBE(next, 3)) {
      found.push(messages.subarray(next + 3, next + 3 + messages.readUIntBE(next, 3)))
    }
    return found
  }
  throw new Error('no Certificate message')
}
