/** Connections that never get to a handshake: silence, floods, other protocols, early ends. */
import type net from 'node:net'
import { u8, u16 } from '../../src/probes/tls/bytes.js'
import { alert, message, record } from './fake-tls.js'
import type { HostileKind } from './hostile-types.js'
import { PAYLOADS } from './hostile-world.js'

const kind = (name: string, serve: (socket: net.Socket) => void): HostileKind => ({
  name,
  scheme: 'https',
  atBest: 'unknown',
  serve,
})

export const onHello = (socket: net.Socket, answer: () => void): void => {
  socket.once('data', answer)
}

/** Sends `bytes` over and over, as fast as the other side takes them. */
export function flood(socket: net.Socket, bytes: Buffer): void {
  socket.resume()
  const pour = () => {
    while (!socket.destroyed && socket.write(bytes));
  }
  socket.on('drain', pour)
  pour()
}

/** Sends one byte now and one a second until the connection is closed. */
export function drip(socket: net.Socket, bytes: Buffer): void {
  let at = 0
  const next = () => socket.write(bytes.subarray(at, ++at))
  const timer = setInterval(() => (at < bytes.length ? next() : clearInterval(timer)), 1000)
  socket.on('close', () => clearInterval(timer))
  socket.resume()
  next()
}

const saying = (name: string, ...answers: Buffer[]) =>
  kind(name, (socket) => onHello(socket, () => void socket.write(Buffer.concat(answers))))

const flooding = (name: string, bytes: Buffer) =>
  kind(name, (socket) => onHello(socket, () => flood(socket, bytes)))

const noise = (length: number): Buffer => Buffer.from(Array.from({ length }, (_, i) => (i * 167 + 13) & 0xff))

export const streamKinds: HostileKind[] = [
  kind('silent', (socket) => void socket.resume()),
  kind('deaf', (socket) => void socket.pause()),
  kind('drip', (socket) => drip(socket, record(22, Buffer.alloc(16_000)))),
  flooding('garbage', noise(65_536)),
  flooding('zeros', Buffer.alloc(65_536)),
  flooding('records-of-noise', record(22, Buffer.concat([u8(2), noise(9_000)]))),
  kind('reset-at-once', (socket) => void socket.resetAndDestroy()),
  kind('closed-at-once', (socket) => void socket.end()),
  kind('reset-after-hello', (socket) => onHello(socket, () => void socket.resetAndDestroy())),
  kind('closed-after-hello', (socket) => onHello(socket, () => void socket.end())),
  saying('plain-http', Buffer.from(`HTTP/1.1 400 Bad Request\r\nServer: ${PAYLOADS.html}\r\n\r\n`)),
  kind('banner', (socket) => void socket.write(Object.values(PAYLOADS).join('\r\n'), 'utf8')),
  kind('error-line', (socket) => void socket.write(`::error::OWNED\r\n${PAYLOADS.formula}`)),
  saying('record-too-long', Buffer.concat([u8(22), u16(0x0303), u16(0xffff)]), Buffer.alloc(0xffff)),
  flooding('empty-records', Buffer.concat(Array.from({ length: 1000 }, () => record(22, Buffer.alloc(0))))),
  flooding('warnings', Buffer.concat(Array.from({ length: 1000 }, () => alert(1, 112)))),
  flooding('alerts', Buffer.concat(Array.from({ length: 1000 }, () => alert(2, 255)))),
  saying('half-an-alert', record(21, u8(2))),
  flooding('cipher-changes', Buffer.concat(Array.from({ length: 1000 }, () => record(20, u8(1))))),
  flooding('application-data', record(23, noise(16_000))),
  flooding(
    'hello-requests',
    record(22, Buffer.concat(Array.from({ length: 1000 }, () => message(0, Buffer.alloc(0))))),
  ),
  flooding('long-hello', record(22, Buffer.concat([u8(2), u8(0xff), u16(0xffff), Buffer.alloc(8000)]))),
  saying('done-first', record(22, message(14, Buffer.alloc(0)))),
  saying('hello-of-client', record(22, message(1, noise(200)))),
  saying('short-hello', record(22, message(2, noise(10)))),
  saying('heartbeat', record(24, noise(40))),
  saying('ssl2', Buffer.from([0x80, 0x20, 0x04, 0x00, 0x01, 0x00, 0x02]), noise(64)),
]
