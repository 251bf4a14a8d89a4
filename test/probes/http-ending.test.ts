/** How handshakes end that are carried to their end: by real servers, and as the facts have it. */
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http2 from 'node:http2'
import type net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { makeCertificate } from '../../src/demo/index.js'
import { type HttpFact, httpEnding, type TargetFacts } from '../../src/facts/index.js'
import { gather } from '../../src/probes/index.js'
import { nginxPath, startNginx } from '../helpers/nginx.js'
import { identity, serveHttps, serveRaw } from './http-servers.js'

const open: { close(): unknown }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})
async function started<T extends { close(): unknown }>(server: Promise<T>): Promise<T> {
  const running = await server
  open.push(running)
  return running
}

async function audit(
  port: number,
  scheme: 'https' | 'wss' = 'https',
  timeoutMs?: number,
): Promise<TargetFacts & { http: HttpFact }> {
  const [facts] = await gather([{ host: 'api.test', port, scheme, entries: [] }], {
    resolve: [{ host: 'api.test', port, addresses: ['127.0.0.1'] }],
    http: { paths: {}, version: '1.2.3' },
    timeoutMs,
  })
  if (!facts?.http) throw new Error('no http fact')
  return { ...facts, http: facts.http }
}
const endingAt = async (port: number, scheme?: 'https' | 'wss') =>
  httpEnding((await audit(port, scheme)).http)

const hello = (_: unknown, response: { end(text: string): void }) => response.end('ok')
const authority = makeCertificate({ subject: 'Client CA', ca: true })
const insisting = { requestCert: true, rejectUnauthorized: true, ca: authority.pem }

describe('a client certificate', () => {
  test('demanded in TLS 1.3 is an alert after the handshake', async () => {
    const { port } = await started(serveHttps(hello, { ...insisting, minVersion: 'TLSv1.3' }))
    expect(await endingAt(port)).toEqual({ kind: 'ended', phase: 'first-byte', alert: 116 })
    expect(await endingAt(port, 'wss')).toEqual({ kind: 'ended', phase: 'first-byte', alert: 116 })
  })
  test('demanded in TLS 1.2 is an alert at its end', async () => {
    const { port } = await started(serveHttps(hello, { ...insisting, maxVersion: 'TLSv1.2' }))
    expect(await endingAt(port)).toEqual({ kind: 'ended', phase: 'finish', alert: expect.any(Number) })
    expect(await endingAt(port, 'wss')).toMatchObject({ kind: 'ended', phase: 'finish' })
  })
  test('asked for once the request is there (renegotiation), and not needed', async () => {
    const { port } = await started(
      serveRaw(
        (_, socket) => {
          const answer = () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')
          socket.renegotiate({ requestCert: true, rejectUnauthorized: false }, () => setTimeout(answer, 20))
        },
        { maxVersion: 'TLSv1.2' },
      ),
    )
    expect(await endingAt(port)).toMatchObject({ kind: 'answered' })
  })
  test('asked for and not needed changes nothing', async () => {
    const { port } = await started(serveHttps(hello, { ...insisting, rejectUnauthorized: false }))
    expect(await endingAt(port)).toMatchObject({ kind: 'answered' })
  })
})

describe.skipIf(!nginxPath())('nginx', () => {
  const site = (directives: string[]) =>
    started(startNginx({ certificates: [{ chain: identity.cert, key: identity.key }], directives }))

  test('answers 400 and says why', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hefa-client-ca-'))
    open.push({ close: () => rmSync(folder, { recursive: true }) })
    writeFileSync(join(folder, 'ca.pem'), authority.pem)
    const { port } = await site([
      `ssl_client_certificate ${join(folder, 'ca.pem')};`,
      'ssl_verify_client on;',
    ])
    expect(await endingAt(port)).toMatchObject({
      kind: 'answered',
      answers: [{ answer: { status: 400, excerpt: expect.stringContaining('No required SSL certificate') } }],
    })
  })
})

describe('a connection that ends without a byte', () => {
  test('is asked again, once, on another one', async () => {
    const server = await started(serveRaw((_, socket) => socket.destroy()))
    expect(await endingAt(server.port)).toEqual({ kind: 'ended', phase: 'first-byte', alert: null })
  })
  test('and counts for nothing when the second one answers', async () => {
    let requests = 0
    const server = await started(
      serveRaw((_, socket) => {
        requests += 1
        if (requests === 1) socket.destroy()
        else socket.end('HTTP/1.1 204 No Content\r\n\r\n')
      }),
    )
    expect(await endingAt(server.port)).toMatchObject({
      kind: 'answered',
      answers: [{ answer: { status: 204 } }],
    })
    expect(requests).toBe(2)
  })
  test('which happens to every path though only the first is asked again', async () => {
    const server = await started(serveRaw((_, socket) => socket.destroy()))
    const [facts] = await gather([{ host: 'api.test', port: server.port, scheme: 'https', entries: [] }], {
      resolve: [{ host: 'api.test', port: server.port, addresses: ['127.0.0.1'] }],
      http: { paths: { 'api.test': ['/a', '/b', '/c'] }, version: '1.2.3' },
    })
    expect(facts?.http && httpEnding(facts.http)).toEqual({ kind: 'ended', phase: 'first-byte', alert: null })
  })
  test('silence is not asked again', async () => {
    const server = await started(serveRaw(() => undefined))
    const { http } = await audit(server.port, 'https', 1500)
    expect(httpEnding(http)).toEqual({ kind: 'silent', phase: 'first-byte', cause: 'timeout' })
  })
})

test('a real server of HTTP/2 alone is heard in it', async () => {
  const server = http2.createSecureServer({ ...identity, allowHTTP1: false })
  server.on('error', () => undefined).on('sessionError', () => undefined)
  server.on('stream', (stream) => {
    stream.respond({ ':status': 404, 'content-type': 'text/plain' })
    stream.end('no')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  open.push({ close: () => server.close() })
  const { http } = await audit((server.address() as net.AddressInfo).port)
  expect(http.onlyHttp2?.got).toMatch(/^\\x00\\x00.+\\x04\\x00\\x00\\x00\\x00\\x00/)
  expect(httpEnding(http)).toMatchObject({
    kind: 'answered',
    answers: [{ answer: { status: 404, excerpt: 'no' } }],
  })
})
