/** Records, alerts and messages behind ServerHello with one thing in them that servers do not say. */
import { brotliCompressSync, deflateSync } from 'node:zlib'
import { u8, u16, u24, vector8, vector16, vector24 } from '../../../src/probes/tls/bytes.js'
import { extension, message, record } from '../../helpers/fake-tls.js'
import type { Oddity } from '../../helpers/oddity.js'
import type { OracleCase } from '../world.js'
import { both, odd } from './makers.js'

const none = Buffer.alloc(0)
const alpn = (name: string) => extension(16, vector16(vector8(Buffer.from(name))))
const inRecords = (size: number): Oddity => ({
  clear: (messages) => cutTo(Buffer.concat(messages), size).map((part) => record(22, part)),
  cut: (messages) => cutTo(Buffer.concat(messages), size),
})
const cutTo = (bytes: Buffer, size: number) =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size))
const recordVersion = (version: number): Oddity => ({
  clear: (messages) => messages.map((one) => record(22, one, version)),
})
const compressed = (algorithm: number, pack: (body: Buffer) => Buffer, length = 0): Oddity => ({
  certificate: (made) => {
    const body = made.subarray(4)
    return message(25, Buffer.concat([u16(algorithm), u24(body.length + length), vector24(pack(body))]))
  },
})
const entry = (...extensions: Buffer[]): Oddity => ({
  certificate: (made) => {
    const length = made.readUIntBE(8, 3)
    const leaf = made.subarray(8, 11 + length)
    return message(
      11,
      Buffer.concat([u8(0), vector24(leaf, vector16(...extensions), made.subarray(13 + length))]),
    )
  },
})

export const flights: readonly OracleCase[] = [
  ...both('one-byte', 'records of one byte', inRecords(1)),
  ...both('records-100', 'records of 100 bytes', inRecords(100)),
  ...both('coalesced', 'everything in one record', inRecords(16_000)),
  ...both('empty-record', 'an empty handshake record first', {
    clear: (messages) => [none, ...messages].map((one) => record(22, one)),
  }),
  ...both('empty-records', 'ten empty handshake records', {
    clear: (messages) => [...Array(10).fill(none), ...messages].map((one: Buffer) => record(22, one)),
  }),
  odd('empty-sealed-13', 'TLS 1.3: an encrypted record without content', {
    cut: (messages) => [none, ...messages],
  }),
  odd('padded-13', 'TLS 1.3: padded records', { padding: 300 }),
  ...both('record-0301', 'records of version 3.1', recordVersion(0x0301)),
  ...both('record-0300', 'records of version 3.0', recordVersion(0x0300)),
  ...both('record-0304', 'records of version 3.4', recordVersion(0x0304)),
  ...both('record-03ff', 'records of version 3.255', recordVersion(0x03ff)),
  ...both('warning', 'a warning (unrecognized_name) before ServerHello', {
    before: record(21, Buffer.from([1, 112])),
  }),
  ...both('warnings-4', 'four warnings before ServerHello', {
    before: Buffer.concat(Array(4).fill(record(21, Buffer.from([1, 112])))),
  }),
  ...both('warnings-5', 'five warnings before ServerHello', {
    before: Buffer.concat(Array(5).fill(record(21, Buffer.from([1, 112])))),
  }),
  ...both('canceled', 'user_canceled before ServerHello', { before: record(21, Buffer.from([1, 90])) }),
  ...both('close-notify', 'close_notify before ServerHello', { before: record(21, Buffer.from([1, 0])) }),
  ...both('hello-request', 'HelloRequest before ServerHello', { before: record(22, message(0, none)) }),
  ...both('ccs-first', 'change_cipher_spec before ServerHello', { before: record(20, u8(1)) }),
  odd('ccs-twice-13', 'TLS 1.3: change_cipher_spec twice', {
    clear: ([hello]) => [record(22, hello as Buffer), record(20, u8(1))],
  }),
  odd('ccs-40-13', 'TLS 1.3: change_cipher_spec forty times', {
    clear: ([hello]) => [record(22, hello as Buffer), ...Array(40).fill(record(20, u8(1)))],
  }),
  odd('ccs-2-13', 'TLS 1.3: change_cipher_spec that says 2', {
    clear: ([hello]) => [record(22, hello as Buffer), record(20, u8(2))],
  }),
  odd('request-13', 'TLS 1.3: a client certificate asked for, no algorithms', {
    request: message(13, Buffer.concat([u8(0), u16(0)])),
  }),
  odd('request-usual-13', 'TLS 1.3: a client certificate asked for', {
    request: message(13, Buffer.concat([u8(0), vector16(extension(13, vector16(u16(0x0403))))])),
  }),
  odd('context-13', 'TLS 1.3: a certificate request context', {
    certificate: (made) => message(11, Buffer.concat([vector8(u8(1)), made.subarray(5)])),
  }),
  odd(
    'entry-unasked-13',
    'TLS 1.3: an extension of the leaf nobody asked for',
    entry(extension(0x1234, none)),
  ),
  odd('entry-alpn-13', 'TLS 1.3: ALPN as an extension of the leaf', entry(alpn('http/1.1'))),
  odd(
    'entry-twice-13',
    'TLS 1.3: timestamps of the leaf twice',
    entry(
      extension(18, vector16(vector16(Buffer.alloc(50)))),
      extension(18, vector16(vector16(Buffer.alloc(50)))),
    ),
  ),
  odd(
    'entry-sct-13',
    'TLS 1.3: timestamps of the leaf',
    entry(extension(18, vector16(vector16(Buffer.alloc(50))))),
  ),
  odd('entry-sct-empty-13', 'TLS 1.3: timestamps of the leaf, none', entry(extension(18, vector16()))),
  odd(
    'entry-staple-empty-13',
    'TLS 1.3: an empty staple',
    entry(extension(5, Buffer.concat([u8(1), vector24()]))),
  ),
  odd(
    'entry-staple-type-13',
    'TLS 1.3: a staple of another type',
    entry(extension(5, Buffer.concat([u8(2), vector24(u8(1))]))),
  ),
  odd('empty-list-13', 'TLS 1.3: no certificates', {
    certificate: () => message(11, Buffer.concat([u8(0), vector24()])),
  }),
  odd('empty-list-12', 'TLS 1.2: no certificates', {
    version: 'TLSv1.2',
    certificate: () => message(11, vector24()),
  }),
  odd('empty-second-12', 'TLS 1.2: an empty certificate behind the others', {
    version: 'TLSv1.2',
    certificate: (made) => message(11, vector24(made.subarray(7), vector24())),
  }),
  odd('noise-second-12', 'TLS 1.2: noise behind the certificates', {
    version: 'TLSv1.2',
    certificate: (made) => message(11, vector24(made.subarray(7), vector24(Buffer.from('noise')))),
  }),
  odd('trailing-list-12', 'TLS 1.2: bytes behind the certificates', {
    version: 'TLSv1.2',
    certificate: (made) => message(11, Buffer.concat([made.subarray(4), u8(0)])),
  }),
  odd('packed-brotli-13', 'TLS 1.3: certificates packed with brotli', compressed(2, brotliCompressSync)),
  odd('packed-zlib-13', 'TLS 1.3: certificates packed with zlib', compressed(1, deflateSync)),
  odd(
    'packed-long-13',
    'TLS 1.3: certificates packed with a wrong length',
    compressed(2, brotliCompressSync, 1),
  ),
  odd('sign-other-13', 'TLS 1.3: a signature over something else', {
    signed: (data) => Buffer.concat([data, u8(0)]),
  }),
  odd('sign-other-12', 'TLS 1.2: a signature over something else', {
    version: 'TLSv1.2',
    signed: (data) => Buffer.concat([data, u8(0)]),
  }),
  odd('scheme-0503-13', 'TLS 1.3: P-256 signs as P-384 with SHA-384', { scheme: 0x0503, hash: 'sha384' }),
  odd('scheme-0503-12', 'TLS 1.2: P-256 signs with SHA-384', {
    version: 'TLSv1.2',
    scheme: 0x0503,
    hash: 'sha384',
  }),
  odd('scheme-0203-13', 'TLS 1.3: a signature with SHA-1', { scheme: 0x0203, hash: 'sha1' }),
  odd('scheme-0303-12', 'TLS 1.2: a signature with SHA-224', {
    version: 'TLSv1.2',
    scheme: 0x0303,
    hash: 'sha224',
  }),
  odd('scheme-0804-13', 'TLS 1.3: an EC key that claims RSASSA-PSS', { scheme: 0x0804 }),
  odd('scheme-0603-12', 'TLS 1.2: P-256 signs with SHA-512', {
    version: 'TLSv1.2',
    scheme: 0x0603,
    hash: 'sha512',
  }),
  odd('curve-unasked-12', 'TLS 1.2: a curve not offered', { version: 'TLSv1.2', group: 22 }),
  odd('curve-explicit-12', 'TLS 1.2: an explicit curve', {
    version: 'TLSv1.2',
    parameters: (own) => Buffer.concat([u8(1), own.subarray(1)]),
  }),
  odd('point-off-12', 'TLS 1.2: a point off the curve', {
    version: 'TLSv1.2',
    parameters: () => Buffer.concat([u8(3), u16(23), vector8(Buffer.concat([u8(4), Buffer.alloc(64, 1)]))]),
  }),
  odd('point-short-12', 'TLS 1.2: a point cut short', {
    version: 'TLSv1.2',
    parameters: (own) => Buffer.concat([u8(3), u16(23), vector8(own.subarray(4, 50))]),
  }),
  odd('request-12', 'TLS 1.2: a client certificate asked for', {
    version: 'TLSv1.2',
    request: message(13, Buffer.concat([vector8(u8(1)), vector16(u16(0x0403)), u16(0)])),
  }),
  odd('request-empty-12', 'TLS 1.2: a client certificate asked for, no types', {
    version: 'TLSv1.2',
    request: message(13, Buffer.concat([vector8(), vector16(u16(0x0403)), u16(0)])),
  }),
  odd('done-content-12', 'TLS 1.2: ServerHelloDone with content', {
    version: 'TLSv1.2',
    flight12: (all) => [...all.slice(0, -1), message(14, u8(0))],
  }),
  odd('no-exchange-12', 'TLS 1.2: no ServerKeyExchange', {
    version: 'TLSv1.2',
    flight12: ([first, , ...rest]) => [first as Buffer, ...rest],
  }),
  odd('hello-request-later-12', 'TLS 1.2: HelloRequest before ServerHelloDone', {
    version: 'TLSv1.2',
    flight12: (all) => [...all.slice(0, -1), message(0, none), ...all.slice(-1)],
  }),
  odd('order-12', 'TLS 1.2: ServerKeyExchange before Certificate', {
    version: 'TLSv1.2',
    flight12: ([a, b, ...rest]) => [b as Buffer, a as Buffer, ...rest],
  }),
  ...both('finished', 'a Finished that does not fit', {
    finished: (verify) => Buffer.alloc(verify.length, 1),
  }),
  ...both('finished-long', 'a Finished that is too long', {
    finished: (verify) => Buffer.concat([verify, u8(0)]),
  }),
  odd('ticket-13', 'TLS 1.3: a ticket after the handshake', {
    after: [
      message(4, Buffer.concat([Buffer.alloc(8, 1), vector8(u8(1)), vector16(Buffer.alloc(32)), u16(0)])),
    ],
  }),
  odd('ticket-broken-13', 'TLS 1.3: a broken ticket after the handshake', {
    after: [message(4, Buffer.alloc(3))],
  }),
  odd('after-noise-13', 'TLS 1.3: a message that does not exist after the handshake', {
    after: [message(99, none)],
  }),
]
