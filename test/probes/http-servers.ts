/** Servers on loopback that answer HTTPS as a test wants it. */
import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import https from 'node:https'
import type net from 'node:net'
import tls from 'node:tls'
import { makeCertificate } from '../../src/demo/index.js'

const leaf = makeCertificate({ names: ['api.test'] })
export const identity = { cert: leaf.pem, key: leaf.keyPem }

export interface TestServer {
  port: number
  /** TLS connections made so far. */
  connections(): number
  close(): Promise<void>
}

export async function listening(server: tls.Server, host = '127.0.0.1'): Promise<TestServer> {
  const sockets = new Set<net.Socket>()
  let connections = 0
  server.on('connection', (socket: net.Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('secureConnection', (socket: tls.TLSSocket) => {
    connections += 1
    socket.on('error', () => undefined)
  })
  server.on('tlsClientError', () => undefined)
  server.listen(0, host)
  await once(server, 'listening')
  const close = async () => {
    const done = once(server, 'close')
    server.close()
    for (const socket of sockets) socket.destroy()
    await done
  }
  return { port: (server.address() as net.AddressInfo).port, connections: () => connections, close }
}

export const serveHttps = (answer: RequestListener, options: tls.TlsOptions = {}): Promise<TestServer> =>
  listening(https.createServer({ ...identity, ...options }, answer))

/** `behave` gets the whole request text as it comes in, over the wire and by hand. */
export const serveRaw = (
  behave: (request: string, socket: tls.TLSSocket, connection: number) => void,
  options: tls.TlsOptions = {},
): Promise<TestServer> => {
  let connection = 0
  const server = tls.createServer({ ...identity, ...options }, (socket) => {
    connection += 1
    const index = connection
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      if (!text.endsWith('\r\n\r\n')) return
      behave(text, socket, index)
      text = ''
    })
  })
  return listening(server)
}
