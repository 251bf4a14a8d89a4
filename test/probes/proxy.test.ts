import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { makeCertificate, startServer } from '../../src/demo/index.js'
import type { TargetFacts } from '../../src/facts/index.js'
import { goesThrough } from '../../src/probes/bypass.js'
import { type GatherOptions, gather, openIssuerFetcher } from '../../src/probes/index.js'
import { connectReader, connectRequest } from '../../src/probes/proxy.js'
import { fakeDns } from './fake-dns.js'

const closing: (() => unknown)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

interface FakeProxy {
  port: number
  /** First lines of what was asked. */
  asked: string[]
  heads: string[]
}

type Behave = (head: string, socket: net.Socket) => void

async function proxy(behave: Behave): Promise<FakeProxy> {
  const fake: FakeProxy = { port: 0, asked: [], heads: [] }
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    let head = ''
    const read = (chunk: Buffer) => {
      head += chunk.toString('latin1')
      if (!head.includes('\r\n\r\n')) return
      socket.off('data', read)
      fake.heads.push(head)
      fake.asked.push(head.split('\r\n')[0] ?? '')
      behave(head, socket)
    }
    socket.on('data', read)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  fake.port = (server.address() as AddressInfo).port
  closing.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return fake
}

/** Opens every tunnel to a port of this machine, whatever name was asked for. */
const tunnelTo =
  (port: number, status = 'HTTP/1.1 200 Connection established\r\nVia: test\r\n\r\n'): Behave =>
  (_, socket) => {
    const far = net.connect(port, '127.0.0.1')
    far.on('error', () => socket.destroy())
    socket.on('error', () => far.destroy())
    socket.on('close', () => far.destroy())
    far.on('connect', () => {
      socket.write(status)
      socket.pipe(far).pipe(socket)
    })
  }

const answer =
  (text: string): Behave =>
  (_, socket) =>
    socket.end(text)

const HOST = 'api.shop.test'

async function goodServer(): Promise<number> {
  const leaf = makeCertificate({ names: [HOST] })
  const server = await startServer({ kind: 'tls', leaf, others: [] })
  closing.push(() => server.close())
  return server.port
}

async function audit(port: number, options: GatherOptions, host = HOST): Promise<TargetFacts> {
  const [facts] = await gather([{ host, port: 443, scheme: 'https', entries: [] }], {
    http: { paths: {}, version: '1' },
    ...options,
    ...(options.proxy === undefined && { proxy: { host: '127.0.0.1', port } }),
  })
  if (!facts) throw new Error('no facts')
  return facts
}

describe('through a proxy that opens the way', () => {
  test('it looks the name up; hellos and HTTP go there', async () => {
    const fake = await proxy(tunnelTo(await goodServer()))
    const facts = await audit(fake.port, {})
    expect(new Set(fake.asked)).toEqual(new Set([`CONNECT ${HOST}:443 HTTP/1.1`]))
    const nothing = { kind: 'not-asked', addresses: [] }
    expect(facts.dns).toEqual({ source: 'proxy', a: nothing, aaaa: nothing, cname: [] })
    expect(facts.endpoints).toHaveLength(1)
    expect(facts.endpoints[0]).toMatchObject({
      address: HOST,
      given: false,
      connect: { kind: 'accepted' },
      handshakes: {
        'tls1.2': { kind: 'accepted' },
        'tls1.3': { kind: 'accepted' },
        'tls1.0': { kind: 'refused' },
      },
    })
    expect(facts.http).toMatchObject({
      connection: { kind: 'accepted', address: HOST },
      paths: [{ exchanges: [{ answer: { kind: 'answered', status: 200 } }] }],
    })
  })

  test('with the user and password of the proxy', async () => {
    const fake = await proxy(tunnelTo(await goodServer()))
    const authorization = `Basic ${Buffer.from('me:secret').toString('base64')}`
    const facts = await audit(fake.port, { proxy: { host: '127.0.0.1', port: fake.port, authorization } })
    expect(fake.heads.every((head) => head.includes(`\r\nProxy-Authorization: ${authorization}\r\n`))).toBe(
      true,
    )
    expect(JSON.stringify(facts)).not.toContain(authorization)
  })

  test('a server that speaks in the same packet as the proxy is heard', async () => {
    const fake = await proxy(answer('HTTP/1.0 200 OK\r\n\r\nSSH-2.0-OpenSSH_9.2\r\n'))
    const [endpoint] = (await audit(fake.port, { http: undefined })).endpoints
    expect(endpoint?.handshakes['tls1.3']).toMatchObject({
      kind: 'refused',
      by: 'not-tls',
      got: 'SSH',
    })
  })

  test('to addresses, where they are given or a name server is', async () => {
    const fake = await proxy(tunnelTo(await goodServer()))
    const given = await audit(fake.port, { resolve: [{ host: HOST, port: 443, addresses: ['192.0.2.7'] }] })
    expect(given).toMatchObject({ dns: { source: 'resolve' }, endpoints: [{ address: '192.0.2.7' }] })
    expect(new Set(fake.asked)).toEqual(new Set(['CONNECT 192.0.2.7:443 HTTP/1.1']))

    fake.asked.length = 0
    const dns = await fakeDns({ [HOST]: { AAAA: ['2001:db8:0:0:0:0:0:7'] } })
    closing.push(() => dns.close())
    const asked = await audit(fake.port, { dns: dns.server })
    expect(asked).toMatchObject({ dns: { source: 'resolver' }, endpoints: [{ address: '2001:db8::7' }] })
    expect(new Set(fake.asked)).toEqual(new Set(['CONNECT [2001:db8::7]:443 HTTP/1.1']))
  })
})

describe('a proxy that gives no way says nothing of the server', () => {
  const causeIn = async (port: number, timeoutMs = 8000) => {
    const facts = await audit(port, { timeoutMs })
    const [endpoint] = facts.endpoints
    expect(Object.values(endpoint?.handshakes ?? {}).map(({ kind }) => kind)).toEqual(
      Array(8).fill('no-answer'),
    )
    return { connect: endpoint?.connect, http: facts.http?.connection }
  }

  test.each([
    ['HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n', 'proxy:403'],
    ['HTTP/1.1 407 Proxy Authentication Required\r\n\r\n', 'proxy:407'],
    ['HTTP/1.1 502 Bad Gateway\r\n\r\n<html>', 'proxy:502'],
    ['SSH-2.0-OpenSSH_9.2\r\n', 'proxy:malformed'],
    ['HTTP/1.1 2\r\n\r\n', 'proxy:malformed'],
    [`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(8192)}\r\n\r\n`, 'proxy:malformed'],
    ['', 'proxy:closed'],
  ])('%j', async (text, cause) => {
    const silence = { kind: 'no-answer', phase: 'connect', cause }
    const { port } = await proxy(answer(text))
    expect(await causeIn(port)).toEqual({ connect: silence, http: silence })
  })

  test('nobody is there', async () => {
    const { port, close } = await startServer({ kind: 'closed' })
    closing.push(close)
    const silence = { kind: 'no-answer', phase: 'connect', cause: 'proxy:ECONNREFUSED' }
    expect(await causeIn(port)).toEqual({ connect: silence, http: silence })
  })

  test('it never answers, or drips', async () => {
    const silence = { kind: 'no-answer', phase: 'connect', cause: 'proxy:timeout' }
    const mute = await proxy(() => {})
    expect((await causeIn(mute.port, 150)).connect).toEqual(silence)
    const drip = await proxy((_, socket) => {
      socket.write('HTTP/1.1 200 OK\r\nX: ')
      const timer = setInterval(() => socket.write('x'), 10)
      socket.on('close', () => clearInterval(timer))
    })
    expect((await causeIn(drip.port, 150)).connect).toEqual(silence)
  })

  test('it opens the way before it knows, and ends it', async () => {
    const { port } = await proxy(answer('HTTP/1.1 200 OK\r\n\r\n'))
    const facts = await audit(port, { http: undefined })
    const causes = Object.values(facts.endpoints[0]?.handshakes ?? {}).map(
      (made) => made.kind === 'no-answer' && made.cause,
    )
    expect(new Set(causes)).toEqual(new Set(['proxy:closed']))
  })

  test('a moment of it is asked again', async () => {
    const way = tunnelTo(await goodServer())
    let refused = 0
    const fake = await proxy((head, socket) => {
      if (fake.asked.length > 4 && refused < 2) {
        refused += 1
        socket.end('HTTP/1.1 503 Busy\r\n\r\n')
      } else way(head, socket)
    })
    const facts = await audit(fake.port, { http: undefined })
    expect(refused).toBe(2)
    expect(JSON.stringify(facts)).not.toContain('proxy:503')
  })
})

describe('who goes through', () => {
  test('loopback never does', async () => {
    const port = await goodServer()
    const fake = await proxy(answer('HTTP/1.1 403 No\r\n\r\n'))
    const options = { proxy: { host: '127.0.0.1', port: fake.port } }
    const [given] = await gather([{ host: HOST, port, scheme: 'https', entries: [] }], {
      ...options,
      resolve: [{ host: HOST, port, addresses: ['127.0.0.1'] }],
    })
    expect(given?.endpoints[0]?.connect).toEqual({ kind: 'accepted' })
    const [literal] = await gather([{ host: '127.0.0.1', port, scheme: 'https', entries: [] }], options)
    expect(literal?.endpoints[0]?.connect).toEqual({ kind: 'accepted' })
    expect(fake.asked).toEqual([])
  })

  const proxyOf = (except: string[]) => ({ host: 'proxy.test', port: 3128, except })
  test.each<[boolean, string, string]>([
    [true, 'a.example.com', ''],
    [false, 'a.example.com', '*'],
    [false, 'a.example.com', 'example.com'],
    [false, 'a.example.com', '.example.com'],
    [false, 'a.example.com', '*.example.com'],
    [false, 'A.EXAMPLE.com.', 'Example.COM'],
    [false, 'example.com', '.example.com'],
    [true, 'badexample.com', 'example.com'],
    [true, 'example.com', 'a.example.com'],
    [false, 'example.com', 'example.com:443'],
    [true, 'example.com', 'example.com:8443'],
    [false, '10.1.2.3', '10.0.0.0/8'],
    [true, '11.1.2.3', '10.0.0.0/8'],
    [true, '10.1.2.3', '10.0.0.0/99'],
    [false, '10.1.2.3', '10.1.2.3'],
    [false, '2001:db8::1', '2001:db8::/32'],
    [true, '2001:db9::1', '2001:db8::/32'],
    [false, '2001:db8::1', '[2001:db8::1]:443'],
    [false, '2001:db8::1', '2001:db8::1'],
    [false, 'localhost', ''],
    [false, 'x.localhost', ''],
    [false, '127.8.9.1', ''],
    [false, '::1', ''],
  ])('%s: %s but for %j', (through, host, except) => {
    expect(goesThrough(proxyOf(except === '' ? [] : [except]), host, 443)).toBe(through)
  })
})

describe('the answer to CONNECT', () => {
  const bytes = Buffer.from('HTTP/1.1 200 OK\r\nA: b\r\n\r\nrest')
  test.each([...bytes.keys()].slice(1, -4))('cut at %i', (at) => {
    const read = connectReader()
    expect(read(bytes.subarray(0, at))).toBeNull()
    expect(read(bytes.subarray(at))).toEqual({ kind: 'open', rest: Buffer.from('rest') })
  })

  test('an address of IPv6 stands in brackets', () => {
    expect(connectRequest('::2', 443, { host: 'p', port: 1 }).toString()).toMatch(
      /^CONNECT \[::2\]:443 HTTP\/1\.1\r\nHost: \[::2\]:443\r\n/,
    )
  })
})

describe('issuers', () => {
  const issuerAt = (port: number, url: string, allowPrivate = true) => {
    const { fetch, close } = openIssuerFetcher({
      allowPrivate,
      proxy: { host: '127.0.0.1', port, authorization: 'Basic eA==' },
    })
    closing.push(close)
    return fetch(url)
  }
  const { der } = makeCertificate({ subject: 'Some CA', ca: true })

  test('are asked for by their whole address', async () => {
    const head = `HTTP/1.1 200 OK\r\nContent-Length: ${der.length}\r\n\r\n`
    const fake = await proxy((_, socket) => void socket.end(Buffer.concat([Buffer.from(head), der])))
    const found = await issuerAt(fake.port, 'http://pki.test/a/ca.cer?x=1')
    expect(found).toEqual({ certificates: [der.toString('base64')] })
    expect(fake.asked).toEqual(['GET http://pki.test/a/ca.cer?x=1 HTTP/1.1'])
    expect(fake.heads[0]?.toLowerCase()).toContain('\r\nhost: pki.test\r\n')
    expect(fake.heads[0]).toContain('Basic eA==')
  })

  test.each([
    ['403 Forbidden', { failure: 'proxy: HTTP 403', refused: false }],
    ['407 Who', { failure: 'proxy: HTTP 407', refused: false }],
    ['404 Not Found', { failure: 'HTTP 404', refused: true }],
  ])('%s', async (status, failure) => {
    const fake = await proxy(answer(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\n\r\n`))
    expect(await issuerAt(fake.port, 'http://pki.test/ca.cer')).toEqual(failure)
  })

  test.each([
    // Whether the proxy's network knows the name is not known here, so nor is what would have come.
    ['http://intranet/ca.cer', false],
    ['http://pki.test/ca.cer', false],
    ['http://10.0.0.1/ca.cer', true],
  ])('never inside a network, which the proxy might reach: %s', async (url, refused) => {
    const fake = await proxy(answer('HTTP/1.1 200 OK\r\n\r\n'))
    expect(await issuerAt(fake.port, url, false)).toMatchObject({ refused })
    expect(fake.asked).toEqual([])
  })
})
