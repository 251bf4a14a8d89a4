/** Starts the servers of the oracle on loopback. */
import { once } from 'node:events'
import net from 'node:net'
import tls from 'node:tls'
import { bundle } from '../../src/demo/authority.js'
import { fakeServer, record } from '../helpers/fake-tls.js'
import * as frames from '../helpers/http2-frames.js'
import type { Oddity } from '../helpers/oddity.js'
import { serveWhole } from '../helpers/whole-tls.js'
import type { AnswerMade, OracleCase } from './world.js'

export interface Running {
  one: OracleCase
  port: number
}

export async function startAll(
  cases: readonly OracleCase[],
): Promise<{ servers: Running[]; close(): Promise<void> }> {
  const all = await Promise.all(cases.map(start))
  const close = async () => {
    await Promise.all(all.map((one) => one.close()))
  }
  return { servers: all.map(({ one, port }) => ({ one, port })), close }
}

type Started = Running & { close(): Promise<void> }

async function start(one: OracleCase): Promise<Started> {
  const server = await startServer(one)
  return one.cuts ? startDevice(server, one.cuts) : server
}

/** Lets a server answer the hellos that it does not cut. */
async function startDevice(
  { one, port, close }: Started,
  cuts: NonNullable<OracleCase['cuts']>,
): Promise<Started> {
  const device = await fakeServer((hello, socket) => {
    if (cuts(hello)) return socket.resetAndDestroy()
    const back = net.connect(port, '127.0.0.1').on('error', () => socket.destroy())
    back.write(record(22, hello.message, 0x0301))
    back.pipe(socket)
    socket.pipe(back)
  })
  const both = async () => {
    await device.close()
    await close()
  }
  return { one, port: device.port, close: both }
}

async function startServer(one: OracleCase): Promise<Started> {
  const { staple } = one
  const server = one.odd ? byHand(one, one.odd) : byNode(one)
  if (staple) server.on('OCSPRequest', (_certificate, _issuer, answer) => answer(null, staple))
  const sockets = new Set<net.Socket>()
  server.on('connection', (socket: net.Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket))
  })
  server.on('tlsClientError', (_error, socket) => socket.destroy())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = async () => {
    const done = once(server, 'close')
    server.close()
    for (const socket of sockets) socket.destroy()
    await done
  }
  return { one, port: (server.address() as net.AddressInfo).port, close }
}

// `ca` of a server that asks for client certificates is not part of its chain.
const byNode = ({ leaf, others, after, tls: options }: OracleCase) =>
  tls.createServer({ cert: bundle(leaf, ...others), key: leaf.keyPem, ...options }, answering(after))

function byHand({ leaf, others }: OracleCase, odd: Oddity): net.Server {
  const certificates = [leaf, ...others].map(({ der }) => der)
  return net.createServer((socket) => serveWhole(socket, { certificates, key: leaf.key }, odd))
}

const FORBIDDEN: AnswerMade = { status: 403 }

function answering(after: OracleCase['after'] = {}) {
  const {
    status = 200,
    line = `HTTP/1.1 ${status} X`,
    fields = [],
    body: content = Buffer.from('ok'),
    http2,
  } = typeof after === 'object' ? after : FORBIDDEN
  const head = [
    line,
    'Content-Type: text/plain',
    `Content-Length: ${content.length}`,
    'Connection: close',
    ...fields,
  ]
  return (socket: tls.TLSSocket): void => {
    socket.on('error', () => socket.destroy())
    if (socket.alpnProtocol === 'h2' && http2) {
      frames.speakHttp2(socket, () => [frames.head(http2), frames.body('ok')])
      return
    }
    if (after === 'close') {
      socket.end()
      return
    }
    if (after === 'banner') {
      socket.end('SSH-2.0-OpenSSH_9.2\r\n')
      return
    }
    socket.on('data', (chunk) => {
      if (chunk.toString('latin1').includes('\r\n\r\n'))
        socket.end(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), content]))
    })
  }
}
