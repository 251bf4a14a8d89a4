/** Servers that choose HTTP/2 in the handshake, and what they then speak. */
import http2 from 'node:http2'
import type net from 'node:net'
import tls from 'node:tls'
import { afterEach, describe, expect, test } from 'vitest'
import { gather } from '../../src/probes/index.js'
import { identity, listening, type TestServer } from './http-servers.js'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

async function http2Of(port: number, timeoutMs = 8000) {
  const entries = [{ family: 'wechat' as const, api: 'request' as const, text: 'https://api.test' }]
  const [facts] = await gather([{ host: 'api.test', port, scheme: 'https', entries }], {
    resolve: [{ host: 'api.test', port, addresses: ['127.0.0.1'] }],
    timeoutMs,
    http: { paths: {}, version: '1' },
  })
  return facts?.http
}

async function serving(
  behave: (request: string, socket: tls.TLSSocket) => void,
  protocols = ['h2', 'http/1.1'],
): Promise<TestServer> {
  const made = tls.createServer({ ...identity, ALPNProtocols: protocols }, (socket) => {
    socket.on('data', (chunk) => behave(chunk.toString('latin1'), socket))
  })
  const server = await listening(made)
  closing.push(server.close)
  return server
}

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'
/** HTTP/1.1 is in order; what the preface of HTTP/2 gets is given. */
const answering =
  (toPreface: (socket: tls.TLSSocket) => void) => (request: string, socket: tls.TLSSocket) => {
    if (request.startsWith('PRI')) toPreface(socket)
    else socket.write(OK)
  }

describe('a server that offers both', () => {
  test('and speaks both', async () => {
    const server = http2.createSecureServer({ ...identity, allowHTTP1: true }, (_, response) =>
      response.end(),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    closing.push(() => new Promise((resolve) => server.close(() => resolve())))
    const found = await http2Of((server.address() as net.AddressInfo).port)
    expect(found?.http2).toEqual({ kind: 'spoken' })
    expect(found?.paths[0]?.exchanges[0]?.answer).toMatchObject({ kind: 'answered', status: 200 })
  })

  test.each<[string, (socket: tls.TLSSocket) => void, object]>([
    [
      'and answers in HTTP/1.1',
      (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
      { kind: 'other', got: expect.stringContaining('HTTP/1.1 400') },
    ],
    ['and sends less than a frame', (socket) => socket.end(Buffer.alloc(3)), { kind: 'other' }],
    [
      'and begins with another frame',
      (socket) => socket.end(Buffer.from([0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
      { kind: 'other' },
    ],
    [
      'and sends its frame byte by byte',
      (socket) => {
        for (const byte of [0, 0, 0, 4, 0, 0, 0, 0, 0]) socket.write(Buffer.from([byte]))
      },
      { kind: 'spoken' },
    ],
    [
      'and closes the connection',
      (socket) => socket.end(),
      { kind: 'no-answer', phase: 'first-byte', cause: 'closed', again: true },
    ],
  ])('%s', async (_, toPreface, expected) => {
    const server = await serving(answering(toPreface))
    expect((await http2Of(server.port))?.http2).toMatchObject(expected)
  })

  test('and is silent', async () => {
    const server = await serving(answering(() => undefined))
    expect((await http2Of(server.port, 300))?.http2).toEqual({
      kind: 'no-answer',
      phase: 'first-byte',
      cause: 'timeout',
      again: true,
    })
  })
})

test('a server that prefers HTTP/1.1 is not asked', async () => {
  const seen: string[] = []
  const server = await serving(
    (request, socket) => {
      seen.push(request)
      socket.write(OK)
    },
    ['http/1.1'],
  )
  expect(await http2Of(server.port)).not.toHaveProperty('http2')
  expect(seen.filter((request) => request.startsWith('PRI'))).toEqual([])
})
