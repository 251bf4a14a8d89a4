/** Handshakes that go wrong on purpose. */
import { randomBytes } from 'node:crypto'
import type net from 'node:net'
import { deflateSync } from 'node:zlib'
import { freshKey, type Issued, makeCertificate } from '../../src/demo/index.js'
import { u8, u16, u24, vector8, vector16, vector24 } from '../../src/probes/tls/bytes.js'
import {
  type ClientHelloView,
  certificateList,
  extension,
  type Flight12,
  type Flight13,
  type Identity,
  message,
  messages12,
  readHellos,
  record,
  records13,
  retryRequest,
  serverHello,
} from './fake-tls.js'
import type { HostileKind, HostileWorld } from './hostile-types.js'

type Answer = (hello: ClientHelloView, socket: net.Socket, identity: Identity) => void
type ChainOf = (leaf: Issued, host: string) => Buffer[]
type Kind = (name: string, answer: Answer, chainOf?: ChainOf) => HostileKind
type Whole = (name: string, chainOf: ChainOf, more?: Partial<Flight12 & Flight13>) => HostileKind

/** A client that speaks TLS 1.3 gets that, any other TLS 1.2. */
const speaks13 = (hello: ClientHelloView): boolean =>
  hello.extensions.get(43)?.includes(Buffer.from([3, 4])) ?? false

/** What a connection was asked to say again, in the transcript. */
const retried = new WeakMap<net.Socket, Buffer[]>()
const P256 = 23

/** The records of a first flight; of a HelloRetryRequest where our only curves were not among the shares. */
function flightOf(
  hello: ClientHelloView,
  socket: net.Socket,
  identity: Identity,
  more: Partial<Flight12 & Flight13> = {},
): Buffer[] {
  if (!speaks13(hello))
    return messages12(hello, { ...identity, ...more } as Flight12).map((one) => record(22, one))
  const transcript = retried.get(socket)
  if (transcript || hasShare(hello, [P256, 24, 25]))
    return records13(hello, { ...identity, ...more, ...(transcript && { transcript }) } as Flight13)
  const request = retryRequest(hello, { group: P256 })
  retried.set(socket, request.transcript)
  return [record(22, request.message)]
}

function hasShare(hello: ClientHelloView, groups: number[]): boolean {
  const list = hello.extensions.get(51) ?? Buffer.alloc(2)
  for (let at = 2; at < list.length; at += 4 + list.readUInt16BE(at + 2))
    if (groups.includes(list.readUInt16BE(at))) return true
  return false
}

/** Splits what is too long for one record. */
function recordsOf(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; at < bytes.length; at += 16_000) parts.push(record(22, bytes.subarray(at, at + 16_000)))
  return Buffer.concat(parts)
}

function write(socket: net.Socket, ...parts: Buffer[]): void {
  socket.write(Buffer.concat(parts))
}

const plainHello = (hello: ClientHelloView, more: object = {}): Buffer =>
  serverHello({ suite: 0xc02b, extensions: [extension(0xff01, u8(0))], ...more, sessionId: hello.sessionId })

export function handshakeKinds(world: HostileWorld): HostileKind[] {
  const chain: ChainOf = (leaf) => [leaf.der, world.intermediate.der]
  const kind: Kind = (name, answer, chainOf = chain) => {
    const leaf = world.leafFor(name)
    const identity = { certificates: chainOf(leaf, world.hostOf(name)), key: leaf.key }
    const serve = (socket: net.Socket) => readHellos(socket, (hello) => answer(hello, socket, identity))
    return { name, scheme: 'https', atBest: 'unknown', serve }
  }
  const whole: Whole = (name, chainOf, more) =>
    kind(
      name,
      (hello, socket, identity) => write(socket, ...flightOf(hello, socket, identity, more)),
      chainOf,
    )
  return [
    ...helloKinds(kind),
    ...certificateKinds(kind, whole, world),
    ...endingKinds(kind),
    whole('wrong-key', (_, host) =>
      chain(makeCertificate({ names: [host], issuer: world.intermediate }), host),
    ),
    whole('spoiled-proof', chain, { wrongSignature: true }),
    whole('padding', chain, { padding: 15_000, wrongSignature: true }),
    kind('byte-by-byte', (hello, socket, identity) => {
      for (const byte of Buffer.concat(flightOf(hello, socket, identity))) socket.write(u8(byte))
    }),
    kind('sealed-noise', (hello, socket, identity) => {
      const [first = Buffer.alloc(0)] = flightOf(hello, socket, identity)
      write(socket, first, record(23, randomBytes(500)), record(23, randomBytes(17)))
    }),
  ]
}

function helloKinds(kind: Kind): HostileKind[] {
  const hello = (name: string, parts: object) =>
    kind(name, (asked, socket) => write(socket, record(22, plainHello(asked, parts))))
  const retrying = (name: string, group: number) =>
    kind(name, (asked, socket) => write(socket, record(22, retryRequest(asked, { group }).message)))
  return [
    retrying('retry-for-ever', 24),
    retrying('retry-to-nonsense', 0xfafa),
    kind('retry-with-cookie', (asked, socket) =>
      write(socket, recordsOf(retryRequest(asked, { cookie: Buffer.alloc(60_000, 7) }).message)),
    ),
    hello('suite-not-offered', { suite: 0x0005 }),
    hello('null-suite', { suite: 0x0000 }),
    hello('compressing', { compression: 1 }),
    hello('version-of-tomorrow', { legacyVersion: 0x0305 }),
    hello('version-ssl2', { legacyVersion: 0x0002 }),
    hello('version-ssl3', { legacyVersion: 0x0300, suite: 0x002f }),
    hello('session-not-echoed', {
      suite: 0x1301,
      sessionId: Buffer.alloc(32, 1),
      extensions: [
        extension(43, u16(0x0304)),
        extension(51, Buffer.concat([u16(29), vector16(Buffer.alloc(32, 1))])),
      ],
    }),
    hello('extension-twice', {
      extensions: [extension(16, Buffer.alloc(0)), extension(16, Buffer.alloc(0))],
    }),
    hello('extension-past-end', { extensions: [Buffer.from([0, 16, 0xff, 0xff, 0])] }),
    hello('alpn-of-noise', {
      extensions: [extension(16, vector16(vector8(Buffer.from('h2\x1b[31m\n::error::OWNED'))))],
    }),
    hello('zero-point', {
      suite: 0x1301,
      extensions: [
        extension(43, u16(0x0304)),
        extension(51, Buffer.concat([u16(29), vector16(Buffer.alloc(32))])),
      ],
    }),
  ]
}

function certificateKinds(kind: Kind, whole: Whole, world: HostileWorld): HostileKind[] {
  const sending = (name: string, body: (identity: Identity) => Buffer) =>
    kind(name, (hello, socket, identity) =>
      write(socket, record(22, plainHello(hello)), recordsOf(message(11, body(identity)))),
    )
  const { intermediate } = world
  return [
    sending('no-certificate', () => certificateList([])),
    sending('empty-certificate', () => certificateList([Buffer.alloc(0)])),
    sending('list-past-end', ({ certificates }) => Buffer.concat([u24(0xffffff), ...certificates])),
    kind('sixteen-megabytes', (hello, socket) => {
      const start = Buffer.concat([u8(11), u24(0xffffff), Buffer.alloc(16_000)])
      socket.write(Buffer.concat([record(22, plainHello(hello)), record(22, start)]))
      const more = () => {
        while (!socket.destroyed && socket.write(record(22, Buffer.alloc(16_000))));
      }
      socket.on('drain', more)
      more()
    }),
    whole('thousands-of-noise', (leaf) => [
      leaf.der,
      ...Array.from({ length: 4000 }, (_, i) => Buffer.from(`junk ${i}`)),
    ]),
    whole('thousands-of-one', (leaf) => [
      leaf.der,
      ...Array.from({ length: 500 }, () => intermediate.der),
      leaf.der,
    ]),
    whole('maze', (leaf) => [underMaze(leaf), ...maze()]),
    whole('certificate-of-noise', () => [Buffer.from('no certificate at all \x1b[31m')]),
    whole('nested', () => [nested(20_000)]),
    whole('nested-indefinite', () => [Buffer.concat([Buffer.alloc(40_000, Buffer.from('3080', 'hex'))])]),
    whole('half-der', (leaf) => [leaf.der.subarray(0, leaf.der.length / 2), intermediate.der]),
    whole('length-of-length', () => [Buffer.from('3088ffffffffffffffff', 'hex')]),
    kind('compressed-unasked', (hello, socket, { certificates }) => {
      const body = certificateList(certificates)
      const packed = deflateSync(body)
      const compressed = message(25, Buffer.concat([u16(1), u24(body.length), vector24(packed)]))
      write(socket, record(22, plainHello(hello)), record(22, compressed))
    }),
    kind('compressed-bomb', (hello, socket) => {
      const packed = deflateSync(Buffer.alloc(50_000_000))
      const compressed = message(25, Buffer.concat([u16(1), u24(0x0fffff), vector24(packed)]))
      write(socket, record(22, plainHello(hello)), recordsOf(compressed))
    }),
  ]
}

/** Names of the maze's halls, so that the leaf below is issued by one of them. */
const HALLS = ['Hall A', 'Hall B', 'Hall C', 'Hall D', 'Hall E', 'Hall F']
let halls: { issued: Issued; all: Buffer[] } | null = null

/** Authorities that certify each other in every direction: paths without number, none of which leads out. */
function maze(): Buffer[] {
  return madeMaze().all
}

function madeMaze(): { issued: Issued; all: Buffer[] } {
  if (halls) return halls
  const own = HALLS.map((subject) => makeCertificate({ subject, ca: true, key: freshKey('ec-p256') }))
  const all = own.flatMap(({ key }, index) =>
    own.map((issuer) => makeCertificate({ subject: HALLS[index] ?? '', ca: true, key, issuer }).der),
  )
  halls = { issued: own[0] as Issued, all }
  return halls
}

const underMaze = (leaf: Issued): Buffer =>
  makeCertificate({ names: ['maze.hostile.example'], key: leaf.key, issuer: madeMaze().issued }).der

function nested(depth: number): Buffer {
  let length = 0
  const heads: Buffer[] = []
  for (let i = 0; i < depth; i++) {
    const head =
      length < 128
        ? [0x30, length]
        : length < 65_536
          ? [0x30, 0x82, length >> 8, length & 0xff]
          : [0x30, 0x83, length >> 16, (length >> 8) & 0xff, length & 0xff]
    heads.unshift(Buffer.from(head))
    length += head.length
  }
  return Buffer.concat(heads)
}

/** A flight that stops after each of its messages, by an end, a reset or silence; and within one. */
function endingKinds(kind: Kind): HostileKind[] {
  const ways = { closed: 'end', reset: 'resetAndDestroy' } as const
  const stages = [1, 2, 3]
  const after = Object.entries(ways).flatMap(([way, method]) =>
    stages.map((count) =>
      kind(`${way}-after-${count}`, (hello, socket, identity) => {
        const parts = messages12(hello, identity).slice(0, count)
        socket.write(Buffer.concat(parts.map((one) => record(22, one))), () => socket[method]())
      }),
    ),
  )
  const half = (name: string, then: (socket: net.Socket) => void) =>
    kind(name, (hello, socket, identity) => {
      const [first = Buffer.alloc(0), certificate = Buffer.alloc(0)] = messages12(hello, identity)
      const cut = record(22, certificate.subarray(0, certificate.length / 2))
      socket.write(Buffer.concat([record(22, first), cut]), () => then(socket))
    })
  const whole = (name: string, method: 'end' | 'resetAndDestroy') =>
    kind(name, (hello, socket, identity) => {
      const parts = flightOf(hello, socket, identity)
      const asksAgain = parts.length === 1
      socket.write(Buffer.concat(parts), () => void (asksAgain || socket[method]()))
    })
  return [
    ...after,
    half('half-a-certificate', (socket) => socket.end()),
    half('half-a-certificate-and-silence', () => {}),
    whole('closed-after-flight', 'end'),
    whole('reset-after-flight', 'resetAndDestroy'),
  ]
}
