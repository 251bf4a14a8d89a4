/** A good handshake, and then HTTP to get lost in. */
import type tls from 'node:tls'
import { gzipSync } from 'node:zlib'
import { bundle } from '../../src/demo/index.js'
import { secure } from './hostile-names.js'
import { drip, flood } from './hostile-streams.js'
import type { HostileKind, HostileWorld } from './hostile-types.js'
import { EVERY_PAYLOAD, PAYLOADS } from './hostile-world.js'

type Answer = (socket: tls.TLSSocket) => void

/** Without line ends, so that it stays one field. */
const inField = (text: string): string => text.replace(/[\r\n\0]/g, ' ')
const OK = 'HTTP/1.1 200 OK\r\n'
const SWITCH = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n'

const says = (text: string | Buffer): Answer => asked((socket) => void socket.write(text))
const asked =
  (answer: Answer): Answer =>
  (socket) => {
    socket.on('data', () => answer(socket))
  }

export function httpKinds(world: HostileWorld): HostileKind[] {
  const make = (answers: Record<string, Answer>, more: Partial<HostileKind> = {}): HostileKind[] =>
    Object.entries(answers).map(([name, answer]) => {
      const leaf = world.leafFor(name)
      const options = { cert: bundle(leaf, world.intermediate), key: leaf.keyPem }
      const serve = secure(options, (socket) => answer(socket))
      return { name, scheme: 'https', atBest: 'pass', serve, ...more }
    })
  return [
    ...make({ ...headAnswers, ...bodyAnswers, ...endAnswers }),
    ...make(redirectAnswers, { rule: 'http/redirect' }),
    ...make(tornAnswers, { rule: 'http/well-formed' }),
    ...make(socketAnswers, { scheme: 'wss', rule: 'http/websocket' }),
  ]
}

const headAnswers: Record<string, Answer> = {
  'http-endless-head': asked((socket) => {
    socket.write(OK)
    flood(socket, Buffer.from(`X-Field: ${'x'.repeat(1000)}\r\n`.repeat(50)))
  }),
  'http-endless-field': asked((socket) => {
    socket.write(`${OK}X-Field: `)
    flood(socket, Buffer.alloc(65_536, 'x'))
  }),
  'http-slow-head': asked((socket) => drip(socket, Buffer.from(OK.repeat(100)))),
  'http-interim-for-ever': asked((socket) =>
    flood(socket, Buffer.from('HTTP/1.1 102 Processing\r\n\r\n'.repeat(500))),
  ),
  'http-status-999': says(`HTTP/1.1 999 ${EVERY_PAYLOAD}\r\nContent-Length: 0\r\n\r\n`),
  'http-fields-that-act': says(
    `HTTP/1.1 503 ${inField(EVERY_PAYLOAD)}\r\nContent-Type: text/html; charset="${inField(EVERY_PAYLOAD).replaceAll('"', '')}"\r\n` +
      `Content-Encoding: ${inField(EVERY_PAYLOAD)}\r\nContent-Length: 1\r\n\r\n\xff`,
  ),
  'http-not': says(EVERY_PAYLOAD),
  'http-two': says('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  'http-before-asked': (socket) => void socket.write(`${OK}Content-Length: 2\r\n\r\nhi`.repeat(100)),
}

const bodyAnswers: Record<string, Answer> = {
  'http-endless-body': asked((socket) => {
    socket.write(`${OK}Content-Type: text/plain\r\n\r\n`)
    flood(socket, Buffer.alloc(65_536, 0xff))
  }),
  'http-endless-chunks': asked((socket) => {
    socket.write(`${OK}Transfer-Encoding: chunked\r\n\r\n`)
    flood(socket, Buffer.from('1\r\nx\r\n'.repeat(5000)))
  }),
  'http-endless-chunk-line': asked((socket) => {
    socket.write(`${OK}Transfer-Encoding: chunked\r\n\r\n1;`)
    flood(socket, Buffer.alloc(65_536, 'x'))
  }),
  'http-endless-trailer': asked((socket) => {
    socket.write(`${OK}Transfer-Encoding: chunked\r\n\r\n0\r\n`)
    flood(socket, Buffer.from('X-A: b\r\n'.repeat(5000)))
  }),
  'http-lengths-disagree': says(`${OK}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!`),
  'http-length-of-minus-one': says(`${OK}Content-Length: -1\r\n\r\nhello`),
  'http-length-of-everything': says(`${OK}Content-Length: 999999999999999\r\n\r\nhello`),
  'http-bomb': says(gzipAnswer()),
  'http-slow-body': asked((socket) => {
    socket.write(`${OK}Content-Length: 1000\r\n\r\n`)
    drip(socket, Buffer.alloc(1000, 'x'))
  }),
}

function gzipAnswer(): Buffer {
  const packed = gzipSync(Buffer.alloc(30_000_000))
  const head = `${OK}Content-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: ${packed.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), packed])
}

const found = (location: string): string =>
  `HTTP/1.1 302 Found\r\nLocation: ${location}\r\nContent-Length: 0\r\n\r\n`
let step = 0

/** Two addresses, the second injected into the first. */
const tornAnswers: Record<string, Answer> = {
  'redirect-crlf': says(found(`/a\r\nSet-Cookie: OWNED=1\r\nLocation: ${inField(PAYLOADS.lines)}`)),
}
const redirectAnswers: Record<string, Answer> = {
  'redirect-loop': says(found('/api')),
  'redirect-that-acts': says(found(`https://owned.example/${inField(EVERY_PAYLOAD)}`)),
  'redirect-script': says(found(`javascript:${inField(PAYLOADS.html)}`)),
  'redirect-inside': says(found('http://169.254.169.254/latest/meta-data/')),
  'redirect-long': says(found(`https://owned.example/${'x'.repeat(60_000)}`)),
}

const endAnswers: Record<string, Answer> = {
  'http-closed': asked((socket) => void socket.end()),
  'http-reset': asked((socket) => void socket.destroy()),
  'http-closed-in-head': asked((socket) => void socket.end(`${OK}Content-Le`)),
  'http-closed-in-body': asked((socket) => void socket.end(`${OK}Content-Length: 100\r\n\r\nhello`)),
  'http-silent': (socket) => void socket.resume(),
  'http-moves-for-ever': asked((socket) => void socket.write(found(`/${step++}`))),
}

const socketAnswers: Record<string, Answer> = {
  'ws-noise': says(
    Buffer.concat([Buffer.from(`${SWITCH}Sec-WebSocket-Accept: OWNED\r\n\r\n`), Buffer.alloc(5000, 0xfe)]),
  ),
  'ws-no-key': says(`${SWITCH}\r\n`),
  'ws-fields-that-act': says(
    `${SWITCH}Sec-WebSocket-Accept: ${inField(EVERY_PAYLOAD)}\r\nSec-WebSocket-Protocol: ${inField(EVERY_PAYLOAD)}\r\n` +
      `Sec-WebSocket-Extensions: ${inField(EVERY_PAYLOAD)}\r\n\r\n`,
  ),
  'ws-flood': asked((socket) => {
    socket.write(`${SWITCH}Sec-WebSocket-Accept: x\r\n\r\n`)
    flood(socket, Buffer.alloc(65_536, 0x81))
  }),
}
