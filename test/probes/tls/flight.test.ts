import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CertificateInput, makeCertificate } from '../../../src/demo/index.js'
import type { Handshake, HelloId } from '../../../src/facts/index.js'
import { u8, u16, vector16 } from '../../../src/probes/tls/bytes.js'
import { type Flight, startFlight } from '../../../src/probes/tls/flight.js'
import { HELLO_PROFILES, type HelloProfile } from '../../../src/probes/tls/hellos.js'
import { type KeyOf, keyCache, type Proofs } from '../../../src/probes/tls/signature.js'
import {
  alert,
  certificateList,
  extension,
  message,
  messages12,
  record,
  records13,
  retryRequest,
  serverHello,
  viewHello,
} from '../../helpers/fake-tls.js'

const profile = (id: HelloId): HelloProfile => HELLO_PROFILES.find((one) => one.id === id) as HelloProfile
const start = (id: HelloId, name: string | null = 'api.test'): Flight =>
  startFlight(profile(id), name, keyCache())

const authority = makeCertificate({ subject: 'CA', ca: true })
function identity(input: CertificateInput = {}) {
  const leaf = makeCertificate({ names: ['api.test'], issuer: authority, ...input })
  return { certificates: [leaf.der, authority.der], key: leaf.key }
}
const ec = identity()
const rsa = identity({ key: 'rsa-2048' })
const base64 = (list: Buffer[]): string[] => list.map((der) => der.toString('base64'))

/** Feeds `bytes`, in pieces of `size`, and ends the connection. */
function feed(flight: Flight, bytes: Buffer, size = bytes.length): Handshake {
  for (let at = 0; at < bytes.length && !flight.answer; at += size)
    flight.receive(bytes.subarray(at, at + size))
  flight.interrupt('closed')
  return flight.answer as Handshake
}

/** One entry, whatever it says. */
const SCTS = vector16(vector16(Buffer.from('sct')))

const handshake = (parts: Buffer[], version?: number): Buffer => record(22, Buffer.concat(parts), version)

describe('TLS 1.2', () => {
  const script = {
    alpn: 'h2',
    sctList: SCTS,
    staple: Buffer.from('response'),
    requestCertificate: true,
  }
  const full = {
    kind: 'accepted',
    version: 'TLSv1.2',
    cipher: 0xc02b,
    group: 0x1d,
    signatureAlgorithm: 0x0403,
    keyProof: 'valid',
    alpn: 'h2',
    certificates: base64(ec.certificates),
    ocspStaple: Buffer.from('response').toString('base64'),
    sctList: SCTS.toString('base64'),
    clientCertificateRequested: true,
  }

  test('the whole flight, cut at every byte', () => {
    const flight = start('tls1.2')
    const bytes = handshake(messages12(viewHello(flight.hello), { ...ec, ...script }))
    expect(feed(flight, bytes)).toEqual(full)
    // The signature covers the client's random, so that each way of cutting needs a handshake of its own.
    for (let at = 1; at < bytes.length; at += 1) {
      const again = start('tls1.2')
      const fresh = handshake(messages12(viewHello(again.hello), { ...ec, ...script }))
      again.receive(fresh.subarray(0, at))
      expect(feed(again, fresh.subarray(at)), `cut at ${at}`).toEqual(full)
    }
  })

  test.each([1, 7, 100])('in segments of %i bytes', (size) => {
    const flight = start('tls1.2')
    const messages = messages12(viewHello(flight.hello), { ...ec, ...script })
    expect(feed(flight, Buffer.concat(messages.map((one) => handshake([one]))), size)).toEqual(full)
  })

  test('messages over many records', () => {
    const flight = start('tls1.2')
    const all = Buffer.concat(messages12(viewHello(flight.hello), { ...ec, ...script }))
    const records = [...all].map((byte) => record(22, Buffer.from([byte])))
    expect(feed(flight, Buffer.concat(records))).toEqual(full)
  })

  test('the chain exactly as sent: order, duplicates, strangers', () => {
    const [leaf, issuer] = ec.certificates as [Buffer, Buffer]
    const sent = [leaf, issuer, Buffer.from('no certificate at all'), issuer, leaf]
    const flight = start('tls1.2')
    const answer = feed(flight, handshake(messages12(viewHello(flight.hello), { ...ec, certificates: sent })))
    expect(answer).toMatchObject({ kind: 'accepted', certificates: base64(sent), keyProof: 'valid' })
  })

  test("a suite whose parameters never come isn't a connection", () => {
    const flight = start('tls1.2')
    const messages = messages12(viewHello(flight.hello), ec)
    const bare = messages.filter((one) => one[0] !== 12)
    expect(bare).toHaveLength(messages.length - 1)
    expect(feed(flight, handshake(bare))).toMatchObject({
      kind: 'accepted',
      incomplete: { kind: 'refused', by: 'malformed' },
    })
  })

  test('thousands of certificates', () => {
    const certificates = [...ec.certificates, ...Array<Buffer>(3000).fill(randomBytes(300))]
    const flight = start('tls1.2')
    const all = Buffer.concat(messages12(viewHello(flight.hello), { ...ec, certificates }))
    const records: Buffer[] = []
    for (let at = 0; at < all.length; at += 16384) records.push(record(22, all.subarray(at, at + 16384)))
    const answer = feed(flight, Buffer.concat(records), 1400)
    const certificateBytes = certificates.reduce((sum, { length }) => sum + 3 + length, 3)
    expect(answer).toMatchObject({ kind: 'accepted', keyProof: 'valid', certificateBytes })
    expect(answer).toHaveProperty('certificates.length', 3002)
  })

  test("more than a megabyte is left unread, and that isn't a refusal", () => {
    const certificates = Array<Buffer>(100).fill(randomBytes(20_000))
    const flight = start('tls1.2')
    const [hello, list] = messages12(viewHello(flight.hello), { ...ec, certificates }) as [Buffer, Buffer]
    const answer = feed(flight, handshake([hello, list.subarray(0, 100)]))
    expect(answer).toMatchObject({
      kind: 'accepted',
      incomplete: { kind: 'no-answer', phase: 'handshake', cause: 'limit' },
    })
    expect(answer).not.toHaveProperty('certificates')
  })

  test('a message between the others that phones do not expect there ends it', () => {
    const flight = start('tls1.2')
    flight.receive(handshake([serverHello({ suite: 0xc02b })]))
    flight.receive(handshake([message(0, Buffer.alloc(0))]))
    expect(flight.answer).toMatchObject({ incomplete: { kind: 'refused', by: 'malformed' } })
  })

  test.each<[string, HelloId, typeof ec, { suite: number; scheme: number }, 'valid' | 'unchecked']>([
    ['ECDSA', 'tls1.2', ec, { suite: 0xc02b, scheme: 0x0403 }, 'valid'],
    ['RSA', 'tls1.2', rsa, { suite: 0xc02f, scheme: 0x0401 }, 'valid'],
    ['RSA-PSS', 'tls1.2-rsa', rsa, { suite: 0xc02f, scheme: 0x0804 }, 'valid'],
    ['Ed25519', 'tls1.2', identity({ key: 'ed25519' }), { suite: 0xc02b, scheme: 0x0807 }, 'valid'],
    ['RSA without forward secrecy', 'tls1.2', rsa, { suite: 0x009c, scheme: 0x0401 }, 'unchecked'],
    ['a hello that is not checked', 'tls1.2-ats', ec, { suite: 0xc02b, scheme: 0x0403 }, 'unchecked'],
    [
      'a leaf nobody can read',
      'tls1.2',
      { ...ec, certificates: [Buffer.from('?')] },
      { suite: 0xc02b, scheme: 0x0403 },
      'unchecked',
    ],
  ])('key proof: %s', (_, id, who, how, keyProof) => {
    const flight = start(id)
    const answer = feed(flight, handshake(messages12(viewHello(flight.hello), { ...who, ...how })))
    expect(answer).toMatchObject({ kind: 'accepted', cipher: how.suite, keyProof })
    expect(answer).not.toHaveProperty('incomplete')
  })

  test.each([
    ['a spoiled signature', { ...ec, wrongSignature: true }],
    ['the key of another certificate', { ...ec, certificates: identity().certificates }],
    ['a leaf of another kind', { ...ec, certificates: rsa.certificates }],
  ])('key proof: %s is invalid', (_, script) => {
    const flight = start('tls1.2')
    const answer = feed(flight, handshake(messages12(viewHello(flight.hello), script)))
    expect(answer).toMatchObject({ kind: 'accepted', keyProof: 'invalid' })
  })

  describe('a narrow hello', () => {
    const draw = (id: HelloId, script: Parameters<typeof messages12>[1], keyOf: KeyOf, proofs: Proofs) => {
      const flight = startFlight(profile(id), 'api.test', keyOf, proofs)
      return feed(flight, handshake(messages12(viewHello(flight.hello), script)))
    }
    const [other, twice] = [identity(), { ...ec, suite: 0xc02b, scheme: 0x0403 }]
    const others = { ...other, suite: 0xc02b, scheme: 0x0403 }

    test.each<[string, typeof twice, typeof twice & { wrongSignature?: boolean }, string]>([
      ['proves no key twice', twice, twice, 'unchecked'],
      ['proves another key', twice, others, 'valid'],
      ['shows another key to be false', twice, { ...others, wrongSignature: true }, 'invalid'],
      ['proves a key in another way', twice, { ...twice, scheme: 0x0503 }, 'valid'],
    ])('%s', (_, first, second, keyProof) => {
      const [keyOf, proofs]: [KeyOf, Proofs] = [keyCache(), new Map()]
      expect(draw('tls1.2', first, keyOf, proofs)).toMatchObject({ keyProof: 'valid' })
      expect(draw('tls1.2-ecdsa', second, keyOf, proofs)).toMatchObject({ kind: 'accepted', keyProof })
    })

    test('takes no false proof for one', () => {
      const [keyOf, proofs]: [KeyOf, Proofs] = [keyCache(), new Map()]
      const spoiled = { ...twice, wrongSignature: true }
      expect(draw('tls1.2', spoiled, keyOf, proofs)).toMatchObject({ keyProof: 'invalid' })
      expect(draw('tls1.2-ecdsa', spoiled, keyOf, proofs)).toMatchObject({ keyProof: 'invalid' })
    })
  })

  test('a signature algorithm that was not offered', () => {
    const flight = start('tls1.2-ecdsa')
    const script = { ...identity({ key: 'ed25519' }), scheme: 0x0807 }
    const answer = feed(flight, handshake(messages12(viewHello(flight.hello), script)))
    expect(answer).toMatchObject({ keyProof: 'unchecked', incomplete: { kind: 'refused', by: 'malformed' } })
  })

  test('the size of a Diffie-Hellman prime', () => {
    const flight = start('tls1.2')
    const script = {
      ...rsa,
      suite: 0x009e,
      scheme: 0x0401,
      dhPrime: Buffer.concat([u8(0), Buffer.alloc(128, 0xf1)]),
    }
    const answer = feed(flight, handshake(messages12(viewHello(flight.hello), script)))
    expect(answer).toMatchObject({ kind: 'accepted', dhBits: 1024, keyProof: 'valid' })
  })
})

describe.each<[HelloId, number, string]>([
  ['ssl3', 0x0300, 'SSLv3'],
  ['tls1.0', 0x0301, 'TLSv1'],
  ['tls1.1', 0x0302, 'TLSv1.1'],
])('%s', (id, code, version) => {
  test('is read to its certificates', () => {
    const flight = start(id)
    const hello = serverHello({ legacyVersion: code, suite: 0x002f })
    const answer = feed(flight, handshake([hello, message(11, certificateList(rsa.certificates))], code))
    expect(answer).toEqual({
      kind: 'accepted',
      version,
      cipher: 0x002f,
      keyProof: 'unchecked',
      certificates: base64(rsa.certificates),
    })
  })
})

describe('TLS 1.3', () => {
  const script = {
    alpn: 'http/1.1',
    sctList: SCTS,
    staple: Buffer.from('response'),
    requestCertificate: true,
  }
  const full = (cipher: number) => ({
    kind: 'accepted',
    version: 'TLSv1.3',
    cipher,
    group: 0x17,
    signatureAlgorithm: 0x0403,
    keyProof: 'valid',
    alpn: 'http/1.1',
    certificates: base64(ec.certificates),
    ocspStaple: Buffer.from('response').toString('base64'),
    sctList: SCTS.toString('base64'),
    clientCertificateRequested: true,
  })

  describe.each([0x1301, 0x1302, 0x1303] as const)('suite %i', (suite) => {
    test.each<[string, object, number?]>([
      ['a message in each record', {}],
      ['everything in one record', { coalesce: true }],
      ['records of 40 bytes', { fragment: 40 }],
      ['padded records', { padding: 300 }],
      ['one byte at a time', {}, 1],
      ['segments of 7 bytes', { fragment: 512, padding: 9 }, 7],
    ])('%s', (_, shape, size) => {
      const flight = start('tls1.3')
      const bytes = Buffer.concat(records13(viewHello(flight.hello), { ...ec, ...script, ...shape, suite }))
      expect(feed(flight, bytes, size)).toEqual(full(suite))
    })
  })

  test('cut at every byte', () => {
    const length = Buffer.concat(records13(viewHello(start('tls1.3').hello), { ...ec, ...script })).length
    for (let at = 1; at < length; at += 1) {
      const flight = start('tls1.3')
      const bytes = Buffer.concat(records13(viewHello(flight.hello), { ...ec, ...script }))
      flight.receive(bytes.subarray(0, at))
      expect(feed(flight, bytes.subarray(at)), `cut at ${at}`).toEqual(full(0x1301))
    }
  })

  test.each([
    ['a spoiled signature', { ...ec, wrongSignature: true }],
    ['the key of another certificate', { ...ec, certificates: identity().certificates }],
  ])('%s proves nothing', (_, who) => {
    const flight = start('tls1.3')
    const answer = feed(flight, Buffer.concat(records13(viewHello(flight.hello), who)))
    expect(answer).toMatchObject({ kind: 'accepted', keyProof: 'invalid' })
  })

  test('PKCS #1 v1.5 never signs a handshake', () => {
    const flight = start('tls1.3')
    const answer = feed(flight, Buffer.concat(records13(viewHello(flight.hello), { ...rsa, scheme: 0x0401 })))
    expect(answer).toMatchObject({ keyProof: 'unchecked', incomplete: { kind: 'refused', by: 'malformed' } })
  })

  test.each([0, 1, 2, 3, 4])('a flight broken off after %i records', (count) => {
    const flight = start('tls1.3')
    const records = records13(viewHello(flight.hello), ec).slice(0, count)
    for (const one of records) flight.receive(one)
    flight.interrupt('ECONNRESET')
    const broken = { kind: 'no-answer', cause: 'ECONNRESET' }
    if (count === 0) expect(flight.answer).toEqual({ ...broken, phase: 'hello' })
    else
      expect(flight.answer).toMatchObject({ kind: 'accepted', incomplete: { ...broken, phase: 'handshake' } })
  })

  const plain13 = (hello: Buffer, extra: Buffer): Buffer => {
    const [first] = records13(viewHello(hello), ec) as [Buffer]
    return record(22, Buffer.concat([first.subarray(5), extra]))
  }
  test.each([
    ['a whole message in the clear', message(8, u16(0))],
    ['a piece of one', Buffer.from([8, 0])],
  ])('%s after ServerHello breaks the flight', (_, extra) => {
    const flight = start('tls1.3')
    expect(feed(flight, plain13(flight.hello, extra))).toMatchObject({
      kind: 'accepted',
      incomplete: { kind: 'refused', by: 'malformed' },
    })
  })

  test('an encrypted record that does not open breaks the flight', () => {
    const flight = start('tls1.3')
    const bytes = Buffer.concat(records13(viewHello(flight.hello), ec))
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    const answer = feed(flight, bytes)
    expect(answer).toMatchObject({ kind: 'accepted', incomplete: { kind: 'refused', by: 'malformed' } })
    expect(answer).toHaveProperty('certificates', base64(ec.certificates))
  })

  test('an alert after ServerHello', () => {
    const flight = start('tls1.3')
    const [hello] = records13(viewHello(flight.hello), ec) as [Buffer]
    expect(feed(flight, Buffer.concat([hello, alert(1, 116)]))).toMatchObject({
      kind: 'accepted',
      incomplete: { kind: 'refused', by: 'alert', alert: 116 },
    })
  })
})

describe('HelloRetryRequest', () => {
  const cookie = Buffer.alloc(40, 7)
  test.each<[string, { group?: number; cookie?: Buffer; suite?: 0x1302 }, number]>([
    ['P-384', { group: 0x18 }, 0x18],
    ['P-521 with a cookie', { group: 0x19, cookie }, 0x19],
    ['a cookie alone', { cookie }, 0x17],
    ['SHA-384', { group: 0x18, suite: 0x1302 }, 0x18],
  ])('%s', (_, ask, group) => {
    const flight = start('tls1.3')
    const first = viewHello(flight.hello)
    const request = retryRequest(first, ask)
    const reply = flight.receive(handshake([request.message])) as Buffer
    expect(reply.subarray(0, 6)).toEqual(record(20, u8(1)))
    const second = viewHello(reply.subarray(6))
    expect(second.random).toEqual(first.random)
    expect(second.sessionId).toEqual(first.sessionId)
    expect(second.suites).toEqual(first.suites)
    expect(second.extensions.get(44)?.subarray(2)).toEqual(ask.cookie)
    const bytes = Buffer.concat(
      records13(second, { ...ec, transcript: request.transcript, ...(ask.suite && { suite: ask.suite }) }),
    )
    expect(feed(flight, bytes)).toMatchObject({
      kind: 'accepted',
      helloRetryRequest: true,
      group,
      keyProof: 'valid',
    })
  })

  test.each([
    ['a group that was not offered', { group: 0x1e }],
    ['a group whose share was sent', { group: 0x1d }],
    ['nothing new', {}],
  ])('for %s is broken TLS', (_, ask) => {
    const flight = start('tls1.3')
    const answer = feed(flight, handshake([retryRequest(viewHello(flight.hello), ask).message]))
    expect(answer).toMatchObject({ kind: 'refused', by: 'malformed' })
  })

  test('twice is broken TLS', () => {
    const flight = start('tls1.3')
    const request = handshake([retryRequest(viewHello(flight.hello), { group: 0x18 }).message])
    expect(feed(flight, Buffer.concat([request, request]))).toMatchObject({
      kind: 'refused',
      by: 'malformed',
    })
  })

  test('another group after it is broken TLS', () => {
    const flight = start('tls1.3')
    const first = viewHello(flight.hello)
    const request = retryRequest(first, { group: 0x18 })
    flight.receive(handshake([request.message]))
    // Made for the P-256 share of the first hello.
    const answer = feed(flight, Buffer.concat(records13(first, { ...ec, transcript: request.transcript })))
    expect(answer).toMatchObject({ kind: 'refused', by: 'malformed' })
  })

  test('another suite after it is broken TLS', () => {
    for (const [ask, script] of [
      [{ group: 0x18 }, { suite: 0x1302 }],
      [{ cookie }, { suite: 0x1303 }],
    ] as const) {
      const flight = start('tls1.3')
      const request = retryRequest(viewHello(flight.hello), ask)
      const reply = flight.receive(handshake([request.message])) as Buffer
      const answer = feed(
        flight,
        Buffer.concat(records13(viewHello(reply.subarray(6)), { ...ec, ...script })),
      )
      expect(answer).toMatchObject({ kind: 'refused', by: 'malformed' })
    }
  })

  test("and then silence isn't an answer", () => {
    const flight = start('tls1.3')
    flight.receive(handshake([retryRequest(viewHello(flight.hello), { cookie }).message]))
    flight.interrupt('timeout')
    expect(flight.answer).toEqual({ kind: 'no-answer', phase: 'handshake', cause: 'timeout' })
  })
})

describe('refusals', () => {
  test.each<[string, HelloId, Buffer, object]>([
    ['a fatal alert', 'tls1.2', alert(2, 40), { by: 'alert', alert: 40 }],
    ['close_notify', 'tls1.2', alert(1, 0), { by: 'alert', alert: 0 }],
    ['a warning and the end', 'tls1.3', alert(1, 112), { by: 'alert', alert: 112 }],
    [
      'an older version',
      'tls1.2',
      handshake([serverHello({ legacyVersion: 0x0301, suite: 0x002f })]),
      { by: 'other-version', version: 'TLSv1' },
    ],
    [
      'TLS 1.2 for TLS 1.3',
      'tls1.3',
      handshake([serverHello({ suite: 0xc02b })]),
      { by: 'other-version', version: 'TLSv1.2' },
    ],
    [
      'a newer version',
      'tls1.0',
      handshake([serverHello({ suite: 0xc02b })]),
      { by: 'other-version', version: 'TLSv1.2' },
    ],
    [
      'an unknown version',
      'tls1.2',
      handshake([serverHello({ legacyVersion: 0x7f1c, suite: 0xc02b })]),
      { by: 'other-version' },
    ],
    [
      'a suite that was not offered',
      'tls1.2-ats',
      handshake([serverHello({ suite: 0x009c })]),
      { by: 'malformed' },
    ],
    [
      'compression',
      'tls1.2',
      handshake([serverHello({ suite: 0xc02b, compression: 1 })]),
      { by: 'malformed' },
    ],
    [
      'a session id that was not sent',
      'tls1.3',
      handshake([
        serverHello({ suite: 0x1301, sessionId: randomBytes(32), extensions: [extension(43, u16(0x0304))] }),
      ]),
      { by: 'malformed' },
    ],
    ['another message first', 'tls1.2', handshake([message(11, Buffer.alloc(3))]), { by: 'malformed' }],
    ['application data first', 'tls1.3', record(23, Buffer.from('hello')), { by: 'malformed' }],
    ['an alert of one byte', 'tls1.2', record(21, Buffer.from([2])), { by: 'malformed' }],
    ['endless warnings', 'tls1.2', Buffer.concat(Array<Buffer>(20).fill(alert(1, 112))), { by: 'malformed' }],
    [
      'endless empty records',
      'tls1.2',
      Buffer.concat(Array<Buffer>(100).fill(record(22, Buffer.alloc(0)))),
      { by: 'malformed' },
    ],
    ['an oversize record', 'tls1.2', Buffer.from([22, 3, 3, 0xff, 0xff]), { by: 'malformed' }],
    ['a ServerHello of 16 MB', 'tls1.2', record(22, Buffer.from([2, 0xff, 0xff, 0xff])), { by: 'malformed' }],
    ['HTTP', 'tls1.2', Buffer.from('HTTP/1.1 400 Bad Request\r\n'), { by: 'not-tls', got: 'HTTP' }],
    ['a mail banner', 'tls1.3', Buffer.from('220 mail ESMTP'), { by: 'not-tls', got: 'SMTP' }],
  ])('%s', (_, id, bytes, refusal) => {
    expect(feed(start(id), bytes)).toMatchObject({ kind: 'refused', ...refusal })
  })

  test.each([
    ['SSH-2.0-OpenSSH_9.2\r\n', 'SSH'],
    ['220 ftp.inside.example FTP server ready\r\n', 'FTP'],
    ['220 inside.example\r\n', 'SMTP/FTP'],
    ['+OK secret-host ready\r\n', 'POP3'],
    ['* OK IMAP4rev1 secret-host\r\n', 'IMAP'],
    ['-ERR unknown command\r\n', 'Redis'],
    ['J\0\0\0\n8.0.36-secret\0', 'MySQL'],
    ['RFB 003.008\n', 'VNC'],
    ['<html>', 'HTTP'],
    ['A'.repeat(5000), 'unknown'],
  ])('a banner is reported by its protocol, never quoted: %j', (banner, got) => {
    expect(feed(start('tls1.2'), Buffer.from(banner, 'latin1'))).toEqual({
      kind: 'refused',
      by: 'not-tls',
      got,
    })
  })

  test('an unknown version names none', () => {
    const bytes = handshake([serverHello({ legacyVersion: 0x7f1c, suite: 0xc02b })])
    expect(feed(start('tls1.2'), bytes)).toEqual({ kind: 'refused', by: 'other-version' })
  })

  test('a warning before the flight is kept and read past', () => {
    const flight = start('tls1.2')
    const bytes = handshake(messages12(viewHello(flight.hello), ec))
    expect(feed(flight, Buffer.concat([alert(1, 112), bytes]))).toMatchObject({
      kind: 'accepted',
      warningAlert: 112,
      keyProof: 'valid',
    })
  })

  test.each(['timeout', 'ECONNRESET', 'closed'])('%s without a word is no answer', (cause) => {
    const flight = start('tls1.2')
    flight.interrupt(cause)
    expect(flight.answer).toEqual({ kind: 'no-answer', phase: 'hello', cause })
  })

  test("silence after a warning isn't an answer", () => {
    const flight = start('tls1.2')
    flight.receive(alert(1, 112))
    flight.interrupt('timeout')
    expect(flight.answer).toEqual({ kind: 'no-answer', phase: 'hello', cause: 'timeout' })
  })

  test.each([
    ['an empty certificate list', certificateList([])],
    ['an empty certificate', certificateList([Buffer.alloc(0)])],
    ['a list cut short', certificateList(ec.certificates).subarray(0, 200)],
  ])('%s breaks the flight', (_, list) => {
    const answer = feed(start('tls1.2'), handshake([serverHello({ suite: 0xc02b }), message(11, list)]))
    expect(answer).toMatchObject({ kind: 'accepted', incomplete: { kind: 'refused', by: 'malformed' } })
    expect(answer).not.toHaveProperty('certificates')
  })
})

describe('any bytes', () => {
  const answers = (answer: Handshake | null): boolean =>
    answer !== null && JSON.stringify(answer).includes('"cause":"internal"') === false

  test.each(HELLO_PROFILES.map(({ id }) => id))('settle %s without a throw', (id) => {
    const bytes = fc.uint8Array({ maxLength: 400 }).map((array) => Buffer.from(array))
    fc.assert(fc.property(bytes, (body) => answers(feed(start(id), body))))
    fc.assert(fc.property(bytes, (body) => answers(feed(start(id), record(22, body)))))
  })

  test.each<[HelloId, (hello: Buffer) => Buffer]>([
    ['tls1.2', (hello) => handshake(messages12(viewHello(hello), ec))],
    ['tls1.3', (hello) => Buffer.concat(records13(viewHello(hello), ec))],
  ])('a spoiled flight of %s settles', (id, script) => {
    fc.assert(
      fc.property(fc.nat(1200), fc.nat(255), fc.integer({ min: 1, max: 999 }), (at, byte, size) => {
        const flight = start(id)
        const bytes = script(flight.hello)
        if (at < bytes.length) bytes[at] = byte
        return answers(feed(flight, bytes, size))
      }),
    )
  })

  test('after the answer are ignored', () => {
    const flight = start('tls1.2')
    flight.receive(alert(2, 40))
    expect(flight.receive(Buffer.from('more'))).toBeNull()
    flight.interrupt('ECONNRESET')
    expect(flight.answer).toEqual({ kind: 'refused', by: 'alert', alert: 40 })
  })
})
