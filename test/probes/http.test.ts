import { once } from 'node:events'
import https from 'node:https'
import net from 'node:net'
import tls from 'node:tls'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import type { TargetSpec } from '../../src/config/types.js'
import type { HttpFact, HttpResponse, UpgradeAnswer } from '../../src/facts/index.js'
import { acceptFor, addressOf } from '../../src/probes/http/request.js'
import { type GatherOptions, gather } from '../../src/probes/index.js'
import { identity, listening, serveHttps, serveRaw, type TestServer } from './http-servers.js'

const open: { close(): unknown }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})
async function started(server: Promise<TestServer>): Promise<TestServer> {
  const running = await server
  open.push(running)
  return running
}

const target = (port: number, host = 'api.test', scheme: TargetSpec['scheme'] = 'https'): TargetSpec => ({
  host,
  port,
  scheme,
  entries: [],
})

interface Asking extends GatherOptions {
  paths?: Record<string, string[]>
  scheme?: TargetSpec['scheme']
  host?: string
  addresses?: string[]
}

async function audit(port: number, asking: Asking = {}): Promise<HttpFact> {
  const { paths = {}, scheme = 'https', host = 'api.test', addresses = ['127.0.0.1'], ...options } = asking
  const [facts] = await gather([target(port, host, scheme)], {
    resolve: [{ host, port, addresses }],
    http: { paths, version: '1.2.3' },
    ...options,
  })
  if (!facts?.http) throw new Error('no http fact')
  return facts.http
}

const answers = ({ paths }: HttpFact) => paths.map(({ exchanges }) => exchanges.at(-1)?.answer)
function answered(fact: HttpFact): HttpResponse {
  const [answer] = answers(fact)
  if (answer?.kind !== 'answered') throw new Error(JSON.stringify(answer))
  return answer
}

describe('requests', () => {
  const asking = async (family: 'wechat' | 'alipay', more: object = {}) => {
    const seen: string[] = []
    const server = await started(
      serveRaw((request, socket) => {
        seen.push(request)
        socket.end(`HTTP/1.1 ${request.includes('Referer') ? 403 : 200} X\r\nContent-Length: 0\r\n\r\n`)
      }),
    )
    const entries = [{ family, api: 'request' as const, text: 'https://api.test' }]
    const [facts] = await gather([{ ...target(server.port), entries }], {
      resolve: [{ host: 'api.test', port: server.port, addresses: ['127.0.0.1'] }],
      http: { paths: {}, version: '1.2.3', ...more },
    })
    return { seen, path: facts?.http?.paths[0] }
  }

  test('to WeChat’s servers come as its phones send them, and once without Referer where that is refused', async () => {
    const { seen, path } = await asking('wechat', { appid: 'wx0123456789abcdef' })
    expect(seen.map((request) => /\r\nReferer: ([^\r]*)/.exec(request)?.[1])).toEqual([
      'https://servicewechat.com/wx0123456789abcdef/1/page-frame.html',
      undefined,
    ])
    expect(seen[0]).toMatch(/\r\nUser-Agent: Mozilla\/5\.0 \(iPhone; .* MicroMessenger\/.* hefa\/1\.2\.3\r\n/)
    expect(path).toMatchObject({ exchanges: [{ answer: { status: 403 } }], withoutReferer: 200 })
  })

  test('to Alipay’s have its name, and no Referer', async () => {
    const { seen, path } = await asking('alipay')
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatch(/AlipayClient\/.* hefa\/1\.2\.3\r\n/)
    expect(path).not.toHaveProperty('withoutReferer')
  })

  test('name themselves, the host and the path, and nothing else', async () => {
    const seen: string[] = []
    const server = await started(
      serveRaw((request, socket) => {
        seen.push(request)
        socket.end('HTTP/1.1 204 No Content\r\n\r\n')
      }),
    )
    await audit(server.port)
    expect(seen).toEqual([
      [
        'GET / HTTP/1.1',
        `Host: api.test:${server.port}`,
        'User-Agent: hefa/1.2.3',
        'Accept: */*',
        'Accept-Encoding: gzip, deflate, br',
        '',
        '',
      ].join('\r\n'),
    ])
  })

  test('a path can hold anything without becoming another request or another host', async () => {
    const seen: string[] = []
    const server = await started(
      serveHttps((request, response) => {
        seen.push(request.url ?? '')
        response.end()
      }),
    )
    const paths = ['//evil.test/x', '/a b?q=搜索#part', '/x\r\nHost: evil.test', '/@evil.test']
    const fact = await audit(server.port, { paths: { 'api.test': paths } })
    expect(seen).toEqual([
      '//evil.test/x',
      '/a%20b?q=%E6%90%9C%E7%B4%A2',
      '/xHost:%20evil.test',
      '/@evil.test',
    ])
    expect(fact.paths.map(({ path, configured }) => [path, configured])).toEqual(
      paths.map((path) => [path, true]),
    )
  })

  test('a host no URL can hold is not asked', async () => {
    expect(addressOf('a b', 443, '/')).toBeNull()
    expect(addressOf('::1', 8443, '/x')?.href).toBe('https://[::1]:8443/x')
    const fact = await audit(1, { host: 'a b' })
    expect(fact).toMatchObject({ connection: { kind: 'no-answer', cause: 'bad-host' }, paths: [] })
  })

  test('of one target share one connection, in the order of the config', async () => {
    const server = await started(serveHttps((request, response) => void response.end(request.url)))
    const fact = await audit(server.port, { paths: { 'api.test': ['/a', '/b', '/b', '/c'] } })
    expect(fact.paths.map(({ path }) => path)).toEqual(['/a', '/b', '/c'])
    expect(answers(fact).every((answer) => answer?.kind === 'answered' && answer.status === 200)).toBe(true)
    expect(server.connections()).toBe(1)
  })

  test('a server that closes after each answer gets a connection for each', async () => {
    const server = await started(
      serveRaw((_, socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')),
    )
    const fact = await audit(server.port, { paths: { 'api.test': ['/a', '/b', '/c'] } })
    expect(answers(fact)).toMatchObject([{ status: 200 }, { status: 200 }, { status: 200 }])
  })

  test('the default is /, and only when nothing is configured', async () => {
    const server = await started(serveHttps((_, response) => void response.end()))
    const fact = await audit(server.port, { paths: { 'other.test': ['/a'], 'wss://api.test': ['/b'] } })
    expect(fact.paths).toMatchObject([{ path: '/', configured: false }])
  })
})

describe('answers', () => {
  const serving = (head: string, body: string | Buffer = '') =>
    started(
      serveRaw((_, socket) => {
        socket.write(`HTTP/1.1 ${head}\r\n\r\n`)
        socket.end(body)
      }),
    )
  const bom = Buffer.from([0xef, 0xbb, 0xbf])
  const json = '200 OK\r\nContent-Type: application/json'

  test('status, type, charset and body', async () => {
    const body = Buffer.concat([bom, bom, Buffer.from('{"名":1}')])
    const server = await serving('503 Busy\r\nContent-Type: Text/HTML ; q=1; CharSet="GBK"', body)
    expect(answered(await audit(server.port))).toEqual({
      kind: 'answered',
      status: 503,
      firstByteMs: expect.any(Number),
      contentType: 'Text/HTML ; q=1; CharSet="GBK"',
      charset: 'gbk',
      body: { bytes: body.length, boms: 2, utf8: 'valid' },
      excerpt: body.toString(),
    })
  })

  test.each([
    ['valid', Buffer.from('搜索'), 'valid'],
    ['GBK', Buffer.from([0xcb, 0xd1]), 'invalid'],
    ['a character cut by the server', Buffer.from('搜').subarray(0, 2), 'invalid'],
    ['a character cut by our limit', Buffer.from('搜'.repeat(30_000)), 'valid'],
    ['nothing', Buffer.alloc(0), 'valid'],
  ])('UTF-8: %s', async (_, body, utf8) => {
    expect(answered(await audit((await serving(json, body)).port)).body.utf8).toBe(utf8)
  })

  test('a compressed answer is undone, though not much of it', async () => {
    const server = await serving(`${json}\r\nContent-Encoding: GZIP`, gzipSync(Buffer.alloc(1e6)))
    expect(answered(await audit(server.port))).toMatchObject({
      encoding: 'gzip',
      decoding: 'decoded',
      body: { boms: 0, utf8: 'valid' },
    })
  })

  test('bodies without end are read to 64 kB', async () => {
    const server = await started(
      serveRaw((_, socket) => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n')
        const pour = (): void => {
          while (!socket.destroyed && socket.write('x'.repeat(10_000)));
        }
        socket.on('drain', pour)
        pour()
      }),
    )
    expect(answered(await audit(server.port)).body).toEqual({
      bytes: 65_536,
      cut: 'limit',
      boms: 0,
      utf8: 'valid',
    })
  })

  test('heads without end are given up', async () => {
    const server = await started(
      serveRaw((_, socket) => {
        const pour = (): void => {
          while (!socket.destroyed && socket.write('X-Field: y\r\n'.repeat(1000)));
        }
        socket.write('HTTP/1.1 200 OK\r\n')
        socket.on('drain', pour)
        pour()
      }),
    )
    expect(answers(await audit(server.port))).toMatchObject([{ kind: 'malformed', problem: 'endless-head' }])
  })

  test('bytes that drip end at the deadline', async () => {
    const server = await started(
      serveRaw((_, socket) => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n')
        const drip = setInterval(() => socket.write('x'), 5)
        socket.on('close', () => clearInterval(drip))
      }),
    )
    expect(answered(await audit(server.port, { timeoutMs: 400 })).body).toMatchObject({ cut: 'timeout' })
  })

  test('another protocol', async () => {
    const server = await started(serveRaw((_, socket) => socket.end('-ERR unknown command\r\n')))
    expect(answers(await audit(server.port))).toEqual([
      { kind: 'malformed', problem: 'not-http', got: '-ERR unknown command\\r\\n' },
    ])
  })

  test('a connection closed without a word', async () => {
    const server = await started(serveRaw((_, socket) => socket.end()))
    expect(answers(await audit(server.port))).toEqual([
      {
        kind: 'no-answer',
        phase: 'first-byte',
        cause: expect.stringMatching(/^(closed|ECONNRESET)$/),
        again: true,
      },
    ])
    expect(server.connections()).toBe(2)
  })

  test('silence, for one path and not for the next', async () => {
    const server = await started(
      serveRaw((request, socket) => {
        if (!request.startsWith('GET /slow')) socket.end('HTTP/1.1 200 OK\r\n\r\n')
      }),
    )
    const fact = await audit(server.port, { paths: { 'api.test': ['/slow', '/fast'] }, timeoutMs: 2000 })
    expect(answers(fact)).toMatchObject([
      { kind: 'no-answer', phase: 'first-byte', cause: 'timeout' },
      { kind: 'answered', status: 200 },
    ])
    expect(fact.timeoutMs).toBe(2000)
  })

  test('an idle connection closed under our hands: the request goes over a new one', async () => {
    const server = await started(
      serveRaw((request, socket, connection) => {
        if (connection === 1 && request.startsWith('GET /b')) socket.destroy()
        else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')
      }),
    )
    const fact = await audit(server.port, { paths: { 'api.test': ['/a', '/b', '/c'] } })
    expect(answers(fact)).toMatchObject([{ status: 200 }, { status: 200 }, { status: 200 }])
    expect(server.connections()).toBe(2)
  })

  test('a path that is cut is asked again over a connection of its own', async () => {
    const server = await started(
      serveRaw((request, socket) => {
        if (request.startsWith('GET /b')) socket.destroy()
        else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')
      }),
    )
    const fact = await audit(server.port, { paths: { 'api.test': ['/a', '/b', '/c'] } })
    expect(answers(fact)).toMatchObject([
      { status: 200 },
      { kind: 'no-answer', phase: 'first-byte', again: true },
      { status: 200 },
    ])
  })

  test('an answer nobody asked for is not taken for the next one', async () => {
    const double =
      'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nHTTP/1.1 500 Forged\r\nContent-Length: 0\r\n\r\n'
    const server = await started(serveRaw((_, socket) => socket.write(double)))
    const fact = await audit(server.port, { paths: { 'api.test': ['/a', '/b'] } })
    expect(answers(fact)).toMatchObject([{ status: 200 }, { status: 200 }])
  })
})

describe('connections', () => {
  test('a weak, foreign certificate does not matter, and the version is reported', async () => {
    const server = await started(serveHttps((_, response) => void response.end(), { maxVersion: 'TLSv1.2' }))
    expect((await audit(server.port)).connection).toEqual({
      kind: 'accepted',
      address: '127.0.0.1',
      version: 'TLSv1.2',
    })
  })

  test('TLS 1.1 alone: nothing is asked', async () => {
    const server = await started(
      serveHttps((_, response) => void response.end(), {
        minVersion: 'TLSv1',
        maxVersion: 'TLSv1.1',
        ciphers: 'DEFAULT@SECLEVEL=0',
      }),
    )
    const fact = await audit(server.port)
    expect(fact).toMatchObject({ connection: { kind: 'no-answer', phase: 'handshake' }, paths: [] })
  })

  test('a closed port refuses', async () => {
    const server = await serveHttps(() => undefined)
    await server.close()
    const fact = await audit(server.port)
    expect(fact).toMatchObject({ connection: { kind: 'refused', by: 'connection' }, paths: [], upgrades: [] })
  })

  test('the next address is tried where the first refuses', async () => {
    const server = await started(serveHttps((_, response) => void response.end()))
    const fact = await audit(server.port, { addresses: ['127.0.0.2', '127.0.0.1'] })
    expect(fact.connection).toMatchObject({ kind: 'accepted', address: '127.0.0.1' })
  })

  test('the next address is tried where the first is silent', async () => {
    const server = await started(serveHttps((_, response) => void response.end()))
    const silent = net.createServer(() => undefined)
    const sockets = new Set<net.Socket>()
    silent.on('connection', (socket) => sockets.add(socket.on('error', () => undefined)))
    silent.listen(server.port, '127.0.0.2')
    await once(silent, 'listening')
    open.push({
      close: () => {
        silent.close()
        for (const socket of sockets) socket.destroy()
      },
    })
    const fact = await audit(server.port, { addresses: ['127.0.0.2', '127.0.0.1'], timeoutMs: 4000 })
    expect(fact.connection).toMatchObject({ kind: 'accepted', address: '127.0.0.1' })
    expect(fact.paths).toMatchObject([{ exchanges: [{ answer: { status: 200 } }] }])
  })

  test('one at a time is enough', async () => {
    const server = await started(serveHttps((_, response) => void response.end()))
    const paths = { 'api.test': ['/a', '/b'] }
    expect(answers(await audit(server.port, { paths, concurrency: 1, perHost: 1 }))).toMatchObject([
      { status: 200 },
      { status: 200 },
    ])
  })

  test('without the option nothing is asked', async () => {
    const server = await started(serveHttps((_, response) => void response.end()))
    const [facts] = await gather([target(server.port)], {
      resolve: [{ host: 'api.test', port: server.port, addresses: ['127.0.0.1'] }],
    })
    expect(facts).not.toHaveProperty('http')
    expect(server.connections()).toBe(0)
  })

  test('an aborted run leaves at once', async () => {
    const stop = new AbortController()
    const server = await started(serveRaw(() => stop.abort()))
    const { port } = server
    const resolve = [{ host: 'api.test', port, addresses: ['127.0.0.1'] }]
    const http = { paths: {}, version: '1' }
    expect(await gather([target(port)], { resolve, http }, undefined, stop.signal)).toEqual([])
  })
})

describe('an answer that comes before the request', () => {
  const BAD = 'HTTP/1.1 400 Bad Request\r\nContent-Length: 3\r\n\r\nbad'
  test.each<[string, boolean]>([
    ['and the connection stays', false],
    ['and the connection ends', true],
  ])('counts, as clients have it: %s', async (_, ends) => {
    const made = tls.createServer(identity, (socket) => {
      if (ends) {
        socket.end(BAD)
        socket.resume()
        return
      }
      socket.write(BAD)
      socket.on('data', () => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'))
    })
    const server = await started(listening(made))
    expect(answered(await audit(server.port))).toMatchObject({ status: 400, body: { bytes: 3 } })
  })
})

describe('a body that ends early', () => {
  const HEAD = 'HTTP/1.1 200 OK\r\n'
  test.each([
    ['before its length', `${HEAD}Content-Length: 10\r\n\r\nhalf`],
    ['before its last chunk', `${HEAD}Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n`],
  ])('%s is asked for again', async (_, text) => {
    const server = await started(serveRaw((_, socket) => socket.end(text)))
    expect(answered(await audit(server.port)).body).toMatchObject({ bytes: 4, cut: 'closed', again: true })
    expect(server.connections()).toBeGreaterThan(1)
  })
  test('once is chance', async () => {
    let requests = 0
    const server = await started(
      serveRaw((_, socket) => {
        requests += 1
        const text = requests === 1 ? 'half' : 'wholewhole'
        socket.end(`${HEAD}Content-Length: 10\r\n\r\n${text}`)
      }),
    )
    expect(answered(await audit(server.port)).body).toEqual({ bytes: 10, boms: 0, utf8: 'valid' })
    expect(requests).toBe(2)
  })
})

describe('redirects', () => {
  /** Location by path; everything else is answered with 200. */
  async function redirecting(locations: (port: number) => Record<string, string>): Promise<TestServer> {
    const server: TestServer = await started(
      serveHttps((request, response) => {
        const location = locations(server.port)[request.url ?? '']
        if (location === undefined) response.end('there')
        else response.writeHead(302, { location }).end()
      }),
    )
    return server
  }
  const trail = ({ paths }: HttpFact) =>
    paths.map(({ exchanges, stopped }) => [...exchanges.map(({ url }) => new URL(url).pathname), stopped])

  test('within the host are followed over the same connection', async () => {
    const server = await redirecting((port) => ({
      '/a': '/b',
      '/b': `https://api.test:${port}/c`,
      '/c': 'd#x',
    }))
    expect(trail(await audit(server.port, { paths: { 'api.test': ['/a'] } }))).toEqual([
      ['/a', '/b', '/c', '/d', undefined],
    ])
    expect(server.connections()).toBe(1)
  })

  test.each([
    ['five', 5, undefined],
    ['six', 6, 'too-many'],
  ])('%s are too many or not', async (_, count, stopped) => {
    const hops = Object.fromEntries([...Array(count).keys()].map((index) => [`/${index}`, `/${index + 1}`]))
    const server = await redirecting(() => hops)
    const [path] = (await audit(server.port, { paths: { 'api.test': ['/0'] } })).paths
    expect([path?.exchanges.length, path?.stopped]).toEqual([6, stopped])
  })

  test.each([
    ['to itself', { '/': '/' }, 1],
    ['to itself with a fragment', { '/': '/#again' }, 1],
    ['in a circle', { '/': '/b', '/b': '/c', '/c': '/b' }, 3],
  ])('%s: a loop', async (_, locations, asked) => {
    const [path] = (await audit((await redirecting(() => locations)).port)).paths
    expect([path?.stopped, path?.exchanges.length]).toEqual(['loop', asked])
  })

  test.each([
    ['http', 'http://api.test/', 'not-https', 'http://api.test/'],
    ['another host', 'https://other.test/x', 'not-audited', 'https://other.test/x'],
    ['another host without a scheme', '//other.test', 'not-audited', 'https://other.test/'],
    ['another port', 'https://api.test/', 'not-audited', 'https://api.test/'],
    ['an app', 'weixin://dl', 'not-https', 'weixin://dl'],
    ['a script', 'javascript:alert(1)', 'not-https', 'javascript:alert(1)'],
    ['nonsense', 'https://', 'not-https', null],
    ['a name with a password', 'https://user:secret@other.test/', 'not-audited', 'https://other.test/'],
  ])('to %s are not followed', async (_, location, stopped, redirect) => {
    const server = await redirecting(() => ({ '/': location }))
    expect((await audit(server.port)).paths).toMatchObject([
      { stopped, exchanges: [{ answer: { status: 302, location, redirect } }] },
    ])
  })

  test('two that differ lead nowhere', async () => {
    const head = 'HTTP/1.1 301 x\r\nLocation: /a\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n'
    const server = await started(serveRaw((_, socket) => socket.write(head)))
    expect((await audit(server.port)).paths).toMatchObject([
      { stopped: 'not-https', exchanges: [{ answer: { redirect: null } }] },
    ])
  })

  test.each(['', 'Location:\r\n', 'Location: \t\r\n'])('%j leads nowhere', async (field) => {
    const head = (status: number) => `HTTP/1.1 ${status} x\r\n${field}Content-Length: 0\r\n\r\n`
    const server = await started(
      serveRaw((request, socket) => socket.write(head(Number(request.slice(5, 8))))),
    )
    const paths = { 'api.test': ['/301', '/302', '/303', '/307', '/308'] }
    for (const { exchanges, stopped } of (await audit(server.port, { paths })).paths) {
      expect(stopped).toBe('not-https')
      expect(exchanges).toMatchObject([{ answer: { redirect: null } }])
    }
  })

  test("a status that isn't a redirect stays where it is", async () => {
    const head = (status: number) => `HTTP/1.1 ${status} x\r\nLocation: /a\r\nContent-Length: 0\r\n\r\n`
    const server = await started(
      serveRaw((request, socket) => socket.write(head(Number(request.slice(5, 8))))),
    )
    const fact = await audit(server.port, { paths: { 'api.test': ['/201', '/300', '/304'] } })
    expect(fact.paths.every(({ exchanges, stopped }) => exchanges.length === 1 && !stopped)).toBe(true)
    expect(answers(fact).some((answer) => answer && 'redirect' in answer)).toBe(false)
  })

  test('a very long Location is kept in part', async () => {
    const location = `/${'x'.repeat(9000)}`
    const [path] = (await audit((await redirecting(() => ({ '/': location }))).port)).paths
    expect(path).toMatchObject({
      stopped: 'not-https',
      exchanges: [{ answer: { location: location.slice(0, 2048) } }],
    })
  })

  test('to another audited target are followed there', async () => {
    const there = await redirecting(() => ({}))
    const here = await redirecting(() => ({ '/': `https://other.test:${there.port}/x` }))
    const specs = [target(here.port), target(there.port, 'other.test')]
    const addresses = ['127.0.0.1']
    const resolve = specs.map(({ host, port }) => ({ host, port, addresses }))
    for (const concurrency of [1, 400]) {
      const [facts] = await gather(specs, { resolve, http: { paths: {}, version: '1' }, concurrency })
      expect(facts?.http?.paths).toMatchObject([
        {
          exchanges: [
            { url: `https://api.test:${here.port}/`, answer: { status: 302 } },
            { url: `https://other.test:${there.port}/x`, answer: { status: 200 } },
          ],
        },
      ])
    }
  })
})

describe('WebSocket', () => {
  const upgrades = async (server: TestServer, asking: Asking = {}) =>
    (await audit(server.port, { scheme: 'wss', ...asking })).upgrades

  test('a real server, on every path', async () => {
    const sockets = new WebSocketServer({ noServer: true })
    const server = https.createServer(identity)
    server.on('upgrade', (request, socket, head) => {
      if (request.url === '/none') socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n')
      else sockets.handleUpgrade(request, socket, head, (client) => client.on('error', () => undefined))
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    open.push(
      { close: () => server.close() },
      {
        close: () => {
          for (const client of sockets.clients) client.terminate()
        },
      },
    )
    const { port } = server.address() as net.AddressInfo
    const paths = { 'wss://api.test': ['/a', '/none'], 'api.test': ['/x'] }
    const fact = await audit(port, { scheme: 'wss', paths })
    expect(fact).toMatchObject({ connection: { kind: 'accepted' }, paths: [] })
    expect(fact.upgrades).toEqual([
      {
        path: '/a',
        configured: true,
        answer: {
          kind: 'answered',
          status: 101,
          firstByteMs: expect.any(Number),
          accept: 'right',
          upgrade: 'websocket',
          connection: 'Upgrade',
          subprotocol: null,
          extensions: null,
        },
      },
      {
        path: '/none',
        configured: true,
        answer: expect.objectContaining({ status: 404, accept: 'missing' }),
      },
    ])
  })

  test('the request is an opening handshake and no more', async () => {
    const seen: string[] = []
    const server = await started(
      serveRaw((request, socket) => {
        seen.push(request)
        socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')
      }),
    )
    await upgrades(server)
    const lines = seen[0]?.split('\r\n')
    expect(lines?.map((line) => line.replace(/^(Sec-WebSocket-Key: ).{22}==$/, '$1...'))).toEqual([
      'GET / HTTP/1.1',
      `Host: api.test:${server.port}`,
      'User-Agent: hefa/1.2.3',
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Key: ...',
      'Sec-WebSocket-Version: 13',
      '',
      '',
    ])
  })

  test('the example of RFC 6455 section 1.3', () => {
    expect(acceptFor('dGhlIHNhbXBsZSBub25jZQ==')).toBe('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=')
  })

  test('a wrong accept, an unasked subprotocol', async () => {
    const server = await started(
      serveRaw((_, socket) =>
        socket.write(
          'HTTP/1.1 101 Sure\r\nUpgrade: h2c\r\nSec-WebSocket-Accept: x\r\nSec-WebSocket-Protocol: chat\r\nSec-WebSocket-Extensions: zip\r\n\r\n',
        ),
      ),
    )
    expect(await upgrades(server)).toMatchObject([
      {
        path: '/',
        configured: false,
        answer: { accept: 'wrong', upgrade: 'h2c', connection: null, subprotocol: 'chat', extensions: 'zip' },
      },
    ])
  })

  test('what comes before and with the answer', async () => {
    const server = await started(
      serveRaw((request, socket) => {
        const key = /Sec-WebSocket-Key: (.*)\r/.exec(request)?.[1] ?? ''
        const head = `Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${acceptFor(key)}`
        const before = request.includes(' /early ') ? 'HTTP/1.1 103 Early Hints\r\n\r\n' : ''
        socket.write(`${before}HTTP/1.1 101 Switching Protocols\r\n${head}\r\n\r\n<html>`)
      }),
    )
    const found = await upgrades(server, { paths: { 'wss://api.test': ['/early', '/'] } })
    expect(found).toMatchObject([
      { answer: { accept: 'right', interim: 103, frame: 'reserved-bits' } },
      { answer: { accept: 'right', frame: 'reserved-bits' } },
    ])
  })

  /** Answers 101, and behind that what `then` does; a ping is answered once `then` is through. */
  const opening = (then: (socket: tls.TLSSocket, connection: number) => unknown, head = '') => {
    let connection = 0
    const server = tls.createServer(identity, (socket) => {
      connection += 1
      const index = connection
      socket.once('data', async (request) => {
        const key = /Sec-WebSocket-Key: (.*)\r/.exec(request.toString('latin1'))?.[1] ?? ''
        const fields = `Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${acceptFor(key)}\r\n`
        socket.write(`HTTP/1.1 101 Switching Protocols\r\n${fields}${head}\r\n`)
        // The ping shows that the answer has been read: what is sent now arrives in a packet of its own.
        const [ping] = await once(socket, 'data')
        await then(socket, index)
        socket.write(Buffer.concat([Buffer.from([0x8a, 4]), unmasked(ping)]))
      })
    })
    return started(listening(server))
  }
  const unmasked = (ping: Buffer) => ping.subarray(6)
  const send = (bytes: number[]) => (socket: tls.TLSSocket) => socket.write(Buffer.from(bytes))

  test.each<[string, number[], object]>([
    ['nothing', [], {}],
    ['a text', [0x81, 2, 0x68, 0x69], {}],
    ['a ping of its own', [0x89, 0], {}],
    ['another answer to a ping', [0x8a, 1, 0x78], {}],
    ['a masked frame', [0x81, 0x82, 0, 0, 0, 0, 0x68, 0x69], { frame: 'masked' }],
    ['a text that is none', [0x81, 1, 0xff], { frame: 'text' }],
    ['a good frame and a bad one', [0x81, 1, 0x68, 0x83, 0], { frame: 'opcode' }],
    ['a close with 1011', [0x88, 2, 0x03, 0xf3], { closed: { code: 1011 } }],
    ['a close without a code', [0x88, 0], { closed: { code: null } }],
  ])('in a later packet: %s', async (_, bytes, expected) => {
    const [upgrade] = await upgrades(await opening(send(bytes)))
    const { frame, closed, cut } = { ...upgrade?.answer } as UpgradeAnswer
    expect({ frame, closed, cut }).toEqual(expected)
  })

  test('an end of the connection counts when it comes again', async () => {
    const always = await opening((socket) => socket.destroy())
    expect(await upgrades(always)).toMatchObject([{ answer: { status: 101, cut: true } }])
    const once = await opening((socket, connection) => connection === 1 && socket.end())
    const [upgrade] = await upgrades(once)
    expect(upgrade?.answer).toMatchObject({ status: 101, accept: 'right' })
    expect(upgrade?.answer).not.toHaveProperty('cut')
  })

  test('a server that answers no ping is not waited for', async () => {
    const deaf = await opening(() => new Promise(() => undefined))
    const began = performance.now()
    const [upgrade] = await upgrades(deaf, { timeoutMs: 60_000 })
    expect(upgrade?.answer).toMatchObject({ status: 101, accept: 'right' })
    expect(performance.now() - began).toBeLessThan(30_000)
  })

  test('what opens no socket is sent no ping', async () => {
    const got: string[] = []
    const server = await started(
      serveRaw((request, socket) => {
        got.push(request)
        socket.write('HTTP/1.1 101 Sure\r\nSec-WebSocket-Accept: x\r\n\r\n')
      }),
    )
    const [upgrade] = await upgrades(server)
    expect(upgrade?.answer).toMatchObject({ accept: 'wrong' })
    await server.close()
    expect(got).toHaveLength(1)
  })

  test('silence and other protocols', async () => {
    const silent = await started(serveRaw(() => undefined))
    expect(await upgrades(silent, { timeoutMs: 400 })).toMatchObject([
      { answer: { kind: 'no-answer', phase: 'first-byte', cause: 'timeout' } },
    ])
    const other = await started(serveRaw((_, socket) => socket.end('hello')))
    expect(await upgrades(other)).toMatchObject([{ answer: { kind: 'malformed', got: 'hello' } }])
  })
})
