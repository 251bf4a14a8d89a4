import { brotliCompressSync, deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { CLIENTS, type Client, clientById } from '../../../src/clients/index.js'
import { MalformedError, u16, u24, vector24 } from '../../../src/probes/tls/bytes.js'
import { clientHello } from '../../../src/probes/tls/client-hello.js'
import { openCompressed } from '../../../src/probes/tls/compressed-certificate.js'
import type { FlightProfile } from '../../../src/probes/tls/hellos.js'
import { loadHybridShares } from '../../../src/probes/tls/hybrid-shares.js'
import { agree, shareOf } from '../../../src/probes/tls/key-shares.js'
import { LimitError } from '../../../src/probes/tls/messages.js'
import { viewHello } from '../../helpers/fake-tls.js'

await loadHybridShares()

const phone = (id: string): Client => {
  const client = clientById(id)
  if (!client) throw new Error(id)
  return client
}
const profileOf = (client: Client): FlightProfile => ({
  version: client.offer.versions[0] ?? 'TLSv1.2',
  suites: client.offer.suites,
  signatures: client.offer.signatures,
  prove: true,
  certificateOnly: false,
  phone: client,
})
const hello = (client: Client, name: string | null = 'api.test') => clientHello(profileOf(client), name)
const isGrease = (code: number) => (code & 0x0f0f) === 0x0a0a && code >> 8 === (code & 0xff)
const u16s = (bytes: Buffer) =>
  Array.from({ length: bytes.length / 2 }, (_, at) => bytes.readUInt16BE(at * 2))

test.each(CLIENTS.map((client) => [client.id, client] as const))(
  '%s: what is on the wire is the profile',
  (_, client) => {
    const made = hello(client)
    const seen = viewHello(made.record)
    const { shape, offer } = client
    expect(made.record.readUInt16BE(1)).toBe(shape.recordVersion)
    expect(seen.version).toBe(shape.legacyVersion)
    expect(seen.message.equals(made.message)).toBe(true)
    expect(seen.suites.filter((suite) => !isGrease(suite))).toEqual(shape.suites)
    expect(seen.suites.filter(isGrease)).toHaveLength(shape.grease ? 1 : 0)
    expect(isGrease(seen.suites[0] ?? 0)).toBe(shape.grease)
    const types = [...seen.extensions.keys()]
    const plain = types.filter((type) => !isGrease(type) && type !== 0x15)
    if (shape.permuted) expect(plain.toSorted()).toEqual([...shape.extensions].toSorted())
    else expect(plain).toEqual(shape.extensions)
    expect(types.filter(isGrease)).toHaveLength(shape.grease ? 2 : 0)
    if (shape.grease) expect(isGrease(types[0] ?? 0)).toBe(true)
    const groups = u16s((seen.extensions.get(10) ?? Buffer.alloc(2)).subarray(2))
    expect(groups.filter((group) => !isGrease(group))).toEqual(offer.groups)
    const signatures = u16s((seen.extensions.get(13) ?? Buffer.alloc(2)).subarray(2))
    expect(signatures).toEqual(offer.signatures)
    expect(seen.extensions.get(0)?.subarray(5).toString()).toBe('api.test')
    expect(seen.extensions.has(0x15) ? seen.message.length : 0x200).toBe(0x200)
  },
)

test('supported versions and key shares: GREASE first, ATS without TLS 1.1', () => {
  const seen = viewHello(hello(phone('ios-26')).record)
  const versions = u16s((seen.extensions.get(43) ?? Buffer.alloc(1)).subarray(1))
  expect(isGrease(versions[0] ?? 0)).toBe(true)
  expect(versions.slice(1)).toEqual([0x0304, 0x0303])
  const shares = seen.extensions.get(51) ?? Buffer.alloc(0)
  expect(isGrease(shares.readUInt16BE(2))).toBe(true)
  expect([shares.readUInt16BE(7), shares.readUInt16BE(9)]).toEqual([0x11ec, 1216])
  expect([shares.readUInt16BE(1227), shares.readUInt16BE(1229)]).toEqual([0x001d, 32])
})

test('no name, no server_name', () => {
  expect(viewHello(hello(phone('android-10'), null).record).extensions.has(0)).toBe(false)
})

test.each(['chromium-150', 'ios-18', 'android-10'])(
  '%s: the second hello repeats what the first drew',
  (id) => {
    const first = hello(phone(id))
    const cookie = Buffer.from('cookie')
    const again = clientHello(profileOf(phone(id)), 'api.test', { first, group: 0x18, cookie })
    const [a, b] = [viewHello(first.record), viewHello(again.record)]
    expect(b.random.equals(a.random)).toBe(true)
    expect(b.sessionId.equals(a.sessionId)).toBe(true)
    expect(b.suites).toEqual(a.suites)
    const without = (types: Iterable<number>) => [...types].filter((type) => type !== 0x15 && type !== 44)
    expect(without(b.extensions.keys())).toEqual(without(a.extensions.keys()))
    for (const [type, body] of a.extensions)
      if (type !== 51 && type !== 0x15) expect(b.extensions.get(type)?.equals(body)).toBe(true)
    const shares = b.extensions.get(51) ?? Buffer.alloc(4)
    expect(shares.readUInt16BE(2)).toBe(0x18)
    expect(shares.length).toBe(2 + 4 + 97)
    expect(b.extensions.get(44)?.subarray(2).toString()).toBe('cookie')
    expect(again.record.readUInt16BE(1)).toBe(0x0303)
  },
)

test('the order of extensions is drawn again where the phone does so', () => {
  const orders = new Set(
    Array.from({ length: 20 }, () =>
      [...viewHello(hello(phone('chromium-150')).record).extensions.keys()]
        .filter((t) => !isGrease(t))
        .join(),
    ),
  )
  expect(orders.size).toBeGreaterThan(1)
})

test('of the orders it may draw, one with the name in the second segment', () => {
  for (let times = 0; times < 20; times++) {
    const { record } = hello(phone('chromium-150'))
    expect(record.indexOf('api.test')).toBeGreaterThan(1460)
  }
})

describe('hybrid groups', () => {
  test('both sides come to the same secret', async () => {
    const { ml_kem768 } = await import('@noble/post-quantum/ml-kem.js')
    const { createHash, diffieHellman, generateKeyPairSync, createPublicKey } = await import('node:crypto')
    const spki = Buffer.from('302a300506032b656e032100', 'hex')
    const server = (ours: Buffer) => {
      const { privateKey, publicKey } = generateKeyPairSync('x25519')
      const share = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)
      const theirs = createPublicKey({ key: Buffer.concat([spki, ours]), format: 'der', type: 'spki' })
      return { share, secret: diffieHellman({ privateKey, publicKey: theirs }) }
    }
    const mlKem = shareOf(0x11ec)
    expect(mlKem.length).toBe(1216)
    const kem = ml_kem768.encapsulate(mlKem.subarray(0, 1184))
    const one = server(mlKem.subarray(1184))
    expect(agree(0x11ec, Buffer.concat([kem.cipherText, one.share]))).toEqual(
      Buffer.concat([kem.sharedSecret, one.secret]),
    )
    const kyber = shareOf(0x6399)
    const sealed = ml_kem768.encapsulate(kyber.subarray(32))
    const two = server(kyber.subarray(0, 32))
    // Kyber of round 3: SHAKE-256 over the first secret and the ciphertext's SHA3-256.
    const last = createHash('shake256', { outputLength: 32 })
      .update(sealed.sharedSecret)
      .update(createHash('sha3-256').update(sealed.cipherText).digest())
      .digest()
    expect(agree(0x6399, Buffer.concat([two.share, sealed.cipherText]))).toEqual(
      Buffer.concat([two.secret, last]),
    )
  })

  test.each([0, 1119, 1121])('a share of %s bytes is malformed', (length) => {
    expect(() => agree(0x11ec, Buffer.alloc(length))).toThrow(MalformedError)
    expect(() => agree(0x6399, Buffer.alloc(length))).toThrow(MalformedError)
  })
})

describe('compressed certificates', () => {
  const body = Buffer.from('a certificate message '.repeat(50))
  const packed = (algorithm: number, data: Buffer, length = body.length) => {
    const inner = Buffer.concat([u16(algorithm), u24(length), vector24(data)])
    return { type: 25, body: inner, raw: Buffer.concat([Buffer.from([25]), inner]) }
  }

  test.each([
    ['zlib', 1, deflateSync(body)],
    ['brotli', 2, brotliCompressSync(body)],
  ])('%s opens; the transcript keeps what was sent', (_, algorithm, data) => {
    const message = packed(algorithm, data)
    expect(openCompressed(message, [algorithm])).toEqual({ type: 11, body, raw: message.raw })
  })

  test('other messages pass, and so does a compressed one nobody asked for', () => {
    const message = { type: 11, body, raw: body }
    expect(openCompressed(message, [1])).toBe(message)
    const unasked = packed(1, deflateSync(body))
    expect(openCompressed(unasked, [])).toBe(unasked)
  })

  test.each([
    ['another algorithm', packed(2, brotliCompressSync(body)), MalformedError],
    ['too long', packed(1, deflateSync(body), body.length - 1), MalformedError],
    ['too short', packed(1, deflateSync(body), body.length + 1), MalformedError],
    ['no zlib', packed(1, body), MalformedError],
    ['a bomb that says so', packed(1, deflateSync(Buffer.alloc(2 ** 21)), 2 ** 21), LimitError],
    ['a bomb that hides', packed(1, deflateSync(Buffer.alloc(2 ** 24)), 100), MalformedError],
  ])('%s does not', (_, message, kind) => {
    expect(() => openCompressed(message, [1])).toThrow(kind)
  })
})
