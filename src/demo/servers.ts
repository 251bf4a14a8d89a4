/** Servers on loopback, one for each demo case. */

import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer as createHttpServer, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { DEFAULT_FAMILIES } from '../platforms/index.js'
import { bundle } from './authority.js'
import { type DemoCase, demoCases, type Serving } from './cases.js'

export interface DemoTarget extends Omit<DemoCase, 'serving'> {
  port: number
}

export interface Demo {
  targets: DemoTarget[]
  /** The root to trust as if it were built in (--ca), PEM. */
  ca: string
  /** One `HOST:PORT:127.0.0.1` for each target, as --resolve takes them. */
  resolve: string[]
  /** A hefa config that names all targets, JSON. */
  config: string
  close(): Promise<void>
}

const LOOPBACK = '127.0.0.1'

/** @param running every server that has been started, whatever becomes of the later ones */
async function startEach(cases: readonly DemoCase[], running: RunningServer[]): Promise<DemoTarget[]> {
  const targets: DemoTarget[] = []
  for (const { serving, ...rest } of cases) {
    const server = await startServer(serving)
    running.push(server)
    targets.push({ ...rest, port: server.port })
  }
  return targets
}

/** Starts every server of the demo. `now` sets the certificates' dates; default the clock. */
export async function startDemo({ now = new Date() }: { now?: Date } = {}): Promise<Demo> {
  const { root, cases } = demoCases(now)
  const running: RunningServer[] = []
  const close = async () => {
    await Promise.all(running.map((server) => server.close()))
  }
  try {
    const targets = await startEach(cases, running)
    const resolve = targets.map(({ host, port }) => `${host}:${port}:${LOOPBACK}`)
    return { targets, ca: root.pem, resolve, config: configOf(targets), close }
  } catch (error) {
    await close()
    throw error
  }
}

function configOf(targets: readonly DemoTarget[]): string {
  const urls = (wanted: DemoTarget['scheme']) =>
    targets.filter(({ scheme }) => scheme === wanted).map(({ host, port }) => `${wanted}://${host}:${port}`)
  const domains = { request: urls('https'), connectSocket: urls('wss') }
  return `${JSON.stringify({ platforms: DEFAULT_FAMILIES, domains }, null, 2)}\n`
}

export interface RunningServer {
  port: number
  /** Ends every connection and resolves when the server is down; may be called again. */
  close(): Promise<void>
}

/** One server on a free loopback port. */
export async function startServer(serving: Serving): Promise<RunningServer> {
  return serving.kind === 'closed' ? refusingPort() : listening(serverOf(serving))
}

async function listening(server: Server): Promise<RunningServer> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  })
  server.listen(0, LOOPBACK)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  let closing: Promise<void> | undefined
  const close = () => {
    closing ??= closed(server, sockets)
    return closing
  }
  return { port, close }
}

/** A port that nobody else can be given meanwhile: the near end of a connection holds it, and nothing listens. */
async function refusingPort(): Promise<RunningServer> {
  const { port: far, close } = await listening(createServer())
  const holder = connect(far, LOOPBACK)
  holder.on('error', () => holder.destroy())
  await once(holder, 'connect')
  return { port: holder.localPort ?? 0, close }
}

async function closed(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  const done = once(server, 'close')
  server.close()
  for (const socket of sockets) socket.destroy()
  await done
}

function serverOf(serving: Serving): Server {
  if (serving.kind === 'plain-http') return createHttpServer(answer)
  if (serving.kind !== 'tls') return createServer((socket) => socket.resume())
  const { leaf, others, only, ciphers } = serving
  const server = createHttpsServer(
    {
      // Without `ca`, Node sends exactly these certificates, in this order.
      cert: bundle(leaf, ...others),
      key: leaf.keyPem,
      ...(only ? { minVersion: only, maxVersion: only } : {}),
      ...(ciphers ? { ciphers } : {}),
    },
    answer,
  )
  return server.on('upgrade', upgrade)
}

const answer: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
  response.end('{"ok":true}\n')
}

/** The opening handshake of RFC 6455 section 4.2.2, and a close frame when the other side sends anything. */
function upgrade(request: IncomingMessage, socket: Duplex): void {
  const key = request.headers['sec-websocket-key'] ?? ''
  const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
  socket.on('error', () => socket.destroy())
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  )
  const normalClosure = Buffer.from([0x88, 0x02, 0x03, 0xe8])
  socket.once('data', () => socket.end(normalClosure))
}
