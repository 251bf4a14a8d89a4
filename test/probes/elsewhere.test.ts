/** A name with several addresses: each is asked, over real sockets. */
import { once } from 'node:events'
import type net from 'node:net'
import tls from 'node:tls'
import { afterEach, expect, test } from 'vitest'
import { gather } from '../../src/probes/index.js'
import { identity, listening } from './http-servers.js'

const closing: (() => unknown)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

type Behave = (socket: tls.TLSSocket) => void
const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'
const saying =
  (text: string): Behave =>
  (socket) =>
    socket.on('data', () => socket.write(text))

/** The same port on each of 127.0.0.1, 127.0.0.2 and so on. */
async function serving(...each: Behave[]) {
  let port = 0
  for (const [index, behave] of each.entries()) {
    const server = tls.createServer(identity, behave)
    if (index === 0) {
      const first = await listening(server)
      closing.push(first.close)
      port = first.port
    } else {
      const sockets = new Set<net.Socket>()
      server.on('connection', (socket) => sockets.add(socket.on('error', () => undefined)))
      server.on('secureConnection', (socket) => socket.on('error', () => undefined))
      server.on('tlsClientError', () => undefined)
      server.listen(port, `127.0.0.${index + 1}`)
      await once(server, 'listening')
      closing.push(() => {
        server.close()
        for (const socket of sockets) socket.destroy()
      })
    }
  }
  return { port, addresses: each.map((_, index) => `127.0.0.${index + 1}`) }
}

async function audit({ port, addresses }: { port: number; addresses: string[] }) {
  const [facts] = await gather([{ host: 'api.test', port, scheme: 'https', entries: [] }], {
    resolve: [{ host: 'api.test', port, addresses }],
    http: { paths: { 'api.test': ['/v1', '/v2'] }, version: '1' },
  })
  return facts?.http
}

test('one address is asked as before', async () => {
  expect(await audit(await serving(saying(OK)))).not.toHaveProperty('elsewhere')
})

test('the first path is asked at each of the others', async () => {
  const paths: string[] = []
  const second: Behave = (socket) =>
    socket.on('data', (chunk) => {
      paths.push(chunk.toString().split(' ')[1] ?? '')
      socket.write('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n')
    })
  const found = await audit(
    await serving(saying(OK), second, (socket) => socket.end(), saying('SSH-2.0-x\r\n')),
  )
  expect(found?.elsewhere).toMatchObject([
    { address: '127.0.0.2', answer: { kind: 'answered', status: 502 } },
    { address: '127.0.0.3', answer: { kind: 'no-answer', cause: 'closed', again: true } },
    { address: '127.0.0.4', answer: { kind: 'malformed', got: expect.stringContaining('SSH-2.0') } },
  ])
  expect(paths).toEqual(['/v1'])
  expect(found?.paths).toHaveLength(2)
})

test('an address on which nobody listens says so', async () => {
  const { port, addresses } = await serving(saying(OK))
  const found = await audit({ port, addresses: [...addresses, '127.0.0.9'] })
  expect(found?.elsewhere).toMatchObject([{ address: '127.0.0.9', connection: { kind: 'refused' } }])
})
