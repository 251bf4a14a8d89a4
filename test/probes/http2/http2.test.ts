/** Servers that choose HTTP/2 in the handshake, and what they then speak. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import http2 from 'node:http2'
import type net from 'node:net'
import tls from 'node:tls'
import { afterEach, describe, expect, test } from 'vitest'
import type { Http2Answer } from '../../../src/facts/index.js'
import { FLAG, TYPE } from '../../../src/probes/http2/frames.js'
import { gather } from '../../../src/probes/index.js'
import {
  answerWith,
  body,
  frame,
  goaway,
  head,
  numbers,
  type Piece,
  reset,
  speakHttp2,
  trailer,
} from '../../helpers/http2-frames.js'
import { nginxPath, startNginx } from '../../helpers/nginx.js'
import { identity, listening, type TestServer } from '../http-servers.js'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

async function http2Of(port: number, timeoutMs = 8000, paths: string[] = []) {
  const entries = [{ family: 'wechat' as const, api: 'request' as const, text: 'https://api.test' }]
  const [facts] = await gather([{ host: 'api.test', port, scheme: 'https', entries }], {
    resolve: [{ host: 'api.test', port, addresses: ['127.0.0.1'] }],
    timeoutMs,
    http: { paths: { 'api.test': paths }, version: '1' },
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

/** Speaks both; in HTTP/2 each request gets `pieces`. */
async function offering(pieces: (request: number) => readonly Piece[]): Promise<TestServer> {
  const made = tls.createServer({ ...identity, ALPNProtocols: ['h2', 'http/1.1'] }, (socket) => {
    if (socket.alpnProtocol === 'h2') speakHttp2(socket, pieces)
    else socket.on('data', () => socket.write(OK))
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

const ENDS = FLAG.endHeaders | FLAG.end

describe('a server that offers both', () => {
  test('and speaks both', async () => {
    const server = http2.createSecureServer({ ...identity, allowHTTP1: true }, (_, response) =>
      response.end(),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    closing.push(() => new Promise((resolve) => server.close(() => resolve())))
    const found = await http2Of((server.address() as net.AddressInfo).port)
    expect(found?.http2).toEqual({
      kind: 'spoken',
      answers: [{ path: '/', answer: { kind: 'answered', status: 200 } }],
    })
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
        socket.end()
      },
      {
        kind: 'spoken',
        answers: [{ path: '/', answer: { kind: 'no-answer', phase: 'head', cause: 'closed', again: true } }],
      },
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

describe('frames that end a connection in Chromium', () => {
  const after = (...frames: Buffer[]) => [
    ...frames.map(
      (one): Piece =>
        () =>
          one,
    ),
    ...answerWith(),
  ]
  const onStream = (type: number, payload: Buffer): Piece[] => [(stream) => frame(type, 0, stream, payload)]
  const largest = frame(TYPE.windowUpdate, 0, 0, numbers(2 ** 31 - 1))

  test.each<[string, Piece[]]>([
    ['an acknowledgement with content', after(frame(TYPE.settings, FLAG.ack, 0, Buffer.alloc(6)))],
    ['settings of five bytes', after(frame(TYPE.settings, 0, 0, Buffer.alloc(5)))],
    ['settings on a stream', onStream(TYPE.settings, Buffer.alloc(6))],
    ['a window that does not grow', after(frame(TYPE.windowUpdate, 0, 0, numbers(0)))],
    ['the same on the stream', onStream(TYPE.windowUpdate, numbers(0))],
    ['a window beyond the largest', after(largest)],
    ['half an increment', after(frame(TYPE.windowUpdate, 0, 0, Buffer.alloc(2)))],
    ['a ping of seven bytes', after(frame(TYPE.ping, 0, 0, Buffer.alloc(7)))],
    ['a ping on the stream', onStream(TYPE.ping, Buffer.alloc(8))],
    ['content of no stream', after(frame(TYPE.data, FLAG.end, 0, Buffer.from('ok')))],
    ['fields of no stream', after(frame(TYPE.headers, FLAG.endHeaders, 0))],
    ['half a priority', onStream(TYPE.priority, Buffer.alloc(4))],
    ['half a reset', onStream(TYPE.reset, Buffer.alloc(3))],
    ['half a farewell', after(frame(TYPE.goaway, 0, 0, Buffer.alloc(4)))],
  ])('%s', async (_, pieces) => {
    const server = await offering(() => pieces)
    const found = await http2Of(server.port)
    expect(found?.http2).toMatchObject({
      answers: [{ answer: { kind: 'answered', status: null, faults: [{ problem: 'frame' }] } }],
    })
  })

  test.each<[string, Piece[]]>([
    ['a ping', after(frame(TYPE.ping, 0, 0, Buffer.alloc(8)))],
    ['a window that grows', after(frame(TYPE.windowUpdate, 0, 0, numbers(2 ** 31 - 1 - 65_535)))],
    ['a priority', [(stream) => frame(TYPE.priority, 0, stream, Buffer.alloc(5)), ...answerWith()]],
    ['a frame of an unknown kind', after(frame(0x42, 0, 0, Buffer.alloc(3)))],
    ['a farewell for later', after(frame(TYPE.goaway, 0, 0, numbers(2 ** 31 - 1, 0)))],
  ])('but not %s', async (_, pieces) => {
    const server = await offering(() => pieces)
    expect((await http2Of(server.port))?.http2).toEqual({
      kind: 'spoken',
      answers: [{ path: '/', answer: { kind: 'answered', status: 200 } }],
    })
  })
})

describe('a server that speaks HTTP/2 alone', () => {
  const alone = {
    'and refuses HTTP/1.1': { protocols: ['h2'], got: /^\\x00\\x00/ },
    'and ends connections in HTTP/1.1': { protocols: ['h2', 'http/1.1'], got: /^$/ },
  }

  test.each(Object.entries(alone))('%s is judged by what it says there', async (_, { protocols, got }) => {
    const pieces = [
      answerWith(['content-type', 'text/html; charset=gbk'], ['server', 'x']),
      [
        head([
          [':status', '404'],
          ['content-length', '2'],
        ]),
        body('no'),
      ],
      [
        head(
          [
            [':status', '302'],
            ['location', '/there?\xe4\xb8\xad'],
          ],
          ENDS,
        ),
      ],
      [
        head(
          [
            [':status', '302'],
            ['location', 'http://api.test/'],
          ],
          ENDS,
        ),
      ],
      [
        head(
          [
            [':status', '302'],
            ['location', '/loop'],
          ],
          ENDS,
        ),
      ],
      [
        head([
          [':status', '200'],
          ['content-encoding', 'gzip'],
        ]),
        body('no gzip'),
      ],
      [
        head([[':status', '200']]),
        body('x'.repeat(16_000), 0),
        ...Array(5).fill(body('x'.repeat(16_000), 0)),
      ],
    ]
    const made = tls.createServer({ ...identity, ALPNProtocols: protocols }, (socket) => {
      // A server of HTTP/2 alone takes no other protocol for what it is.
      if (socket.alpnProtocol === 'h2' || protocols.length === 1)
        speakHttp2(socket, (request) => pieces[request] ?? [])
      else socket.on('data', () => socket.end())
    })
    const server = await listening(made)
    closing.push(server.close)
    const paths = ['/', '/none', '/moved', '/plain', '/loop', '/gzip', '/big']
    const found = await http2Of(server.port, 8000, paths)
    expect(found?.onlyHttp2?.got).toMatch(got)
    const said = found?.paths.map(({ exchanges, stopped }) => ({ answer: exchanges[0]?.answer, stopped }))
    expect(said).toMatchObject([
      { answer: { status: 200, charset: 'gbk', body: { bytes: 2 }, server: 'x' } },
      { answer: { status: 404, excerpt: 'no' } },
      {
        answer: { redirect: `https://api.test:${server.port}/there?%E4%B8%AD` },
        stopped: 'not-audited',
      },
      { answer: { redirect: 'http://api.test/' }, stopped: 'not-https' },
      { answer: { status: 302 }, stopped: 'loop' },
      { answer: { status: 200, encoding: 'gzip', decoding: 'undecodable' } },
      { answer: { status: 200, body: { bytes: 65_536, cut: 'limit' } } },
    ])
  })

  test('a path that gets no answer in it either stays without one', async () => {
    let requests = 0
    const made = tls.createServer({ ...identity, ALPNProtocols: ['h2'] }, (socket) => {
      speakHttp2(socket, () => (requests++ === 0 ? answerWith() : [reset(2)]))
    })
    const server = await listening(made)
    closing.push(server.close)
    const found = await http2Of(server.port, 8000, ['/a', '/b'])
    expect(found?.paths).toMatchObject([
      { exchanges: [{ answer: { status: 200 } }] },
      { exchanges: [{ answer: { kind: 'no-answer', cause: 'http2' } }] },
    ])
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

describe('an answer in HTTP/2', () => {
  /** HTTP/1.1 is in order. @param pieces by the number of the connection in HTTP/2, and of the request on it */
  async function speaking(
    pieces: (connection: number, request: number) => readonly Piece[],
  ): Promise<TestServer> {
    let connections = 0
    const made = tls.createServer({ ...identity, ALPNProtocols: ['h2', 'http/1.1'] }, (socket) => {
      if (socket.alpnProtocol === 'h2') {
        const connection = connections++
        speakHttp2(socket, (request) => pieces(connection, request))
      } else socket.on('data', () => socket.write(OK))
    })
    const server = await listening(made)
    closing.push(server.close)
    return server
  }
  const answersOf = async (pieces: readonly Piece[]) => {
    const fact = (await http2Of((await speaking(() => pieces)).port))?.http2
    if (fact?.kind !== 'spoken') throw new Error(JSON.stringify(fact))
    return fact.answers?.map(({ answer }) => answer)
  }
  const faulty = (problem: string, more: object = {}, status: number | null = 200) => ({
    kind: 'answered',
    status,
    faults: [{ problem, ...more }],
  })
  const fine = { kind: 'answered', status: 200 }
  const ok = head([[':status', '200']])

  test.each<[string, readonly Piece[], object]>([
    ['in order', answerWith(['content-length', '2']), fine],
    ['without a body', [trailer([[':status', '404']])], { ...fine, status: 404 }],
    ['behind 103', [head([[':status', '103']]), ...answerWith()], fine],
    ['with a trailer', [ok, body('ok', 0), trailer([['x-sum', '1']])], fine],
    [
      'of 304 with a length',
      [
        trailer([
          [':status', '304'],
          ['content-length', '9'],
        ]),
      ],
      { ...fine, status: 304 },
    ],
    [
      'in several frames, padded',
      [
        (stream) =>
          Buffer.concat([
            frame(1, 0x20, stream, Buffer.from([0, 0, 0, 0, 1])),
            frame(9, 4, stream, Buffer.from([0x88])),
          ]),
        (stream) => frame(0, 9, stream, Buffer.from('\x02ok\0\0')),
      ],
      fine,
    ],
    [
      'with what Apache says of itself',
      answerWith(['upgrade', 'h2,h2c']),
      faulty('connection-field', { name: 'upgrade', value: 'h2,h2c' }),
    ],
    [
      'with Transfer-Encoding',
      answerWith(['transfer-encoding', 'chunked']),
      faulty('connection-field', { name: 'transfer-encoding', value: 'chunked' }),
    ],
    [
      'with a field for connections in its trailer',
      [ok, body('ok', 0), trailer([['connection', 'close']])],
      faulty('connection-field', { name: 'connection', value: 'close' }),
    ],
    ['with a capital', answerWith(['X-Trace', '1']), faulty('field-name', { name: 'X-Trace' })],
    ['with a space in a name', answerWith(['x y', '1']), faulty('field-name', { name: 'x y' })],
    ['without a name', answerWith(['', '1']), faulty('field-name', { name: '' })],
    [
      'with a line end in a value',
      answerWith(['x', 'a\nb']),
      faulty('field-value', { name: 'x', value: 'a\nb' }),
    ],
    ['with bytes beyond ASCII in a value', answerWith(['x', 'ä']), fine],
    ['without a status', [head([['x', '1']]), body('ok')], faulty('no-status', { value: '' }, null)],
    [
      'with two',
      [
        head([
          [':status', '200'],
          [':status', '200'],
        ]),
        body('ok'),
      ],
      faulty('no-status', { value: '200, 200' }, null),
    ],
    [
      'with a late one',
      [
        head([
          ['x', '1'],
          [':status', '200'],
        ]),
        body('ok'),
      ],
      faulty('no-status', { value: '' }, null),
    ],
    [
      'with a reason in it',
      [head([[':status', '200 OK']]), body('ok')],
      faulty('no-status', { value: '200 OK' }, null),
    ],
    [
      'with four digits',
      [head([[':status', '1000']]), body('ok')],
      faulty('odd-status', { value: '1000' }, 1000),
    ],
    [
      'with a path',
      [
        head([
          [':status', '200'],
          [':path', '/'],
        ]),
        body('ok'),
      ],
      faulty('pseudo-field', { name: ':path' }),
    ],
    [
      'with a status in the trailer',
      [ok, body('ok', 0), trailer([[':status', '200']])],
      faulty('pseudo-field', { name: 'trailer' }),
    ],
    ['longer than it says', answerWith(['content-length', '1']), faulty('length', { value: '1' })],
    [
      'with two lengths',
      answerWith(['content-length', '2'], ['content-length', '2']),
      faulty('length', { value: '2, 2' }),
    ],
    ['that ends at 103', [trailer([[':status', '103']])], faulty('no-head', { value: '103' }, null)],
    ['that begins with its body', [body('x', 0), ...answerWith()], faulty('no-head', {}, null)],
    [
      'that is pushed',
      [(stream) => frame(5, 4, stream, numbers(2)), ...answerWith()],
      faulty('pushed', {}, null),
    ],
    [
      'that can’t be decompressed',
      [(stream) => frame(1, 4, stream, Buffer.from([0xff]))],
      faulty('compression', {}, null),
    ],
    [
      'in a frame too long',
      [(stream) => frame(1, 4, stream, Buffer.alloc(20_000))],
      faulty('frame', {}, null),
    ],
    [
      'with more padding than frame',
      [(stream) => frame(1, 12, stream, Buffer.from([9]))],
      faulty('frame', {}, null),
    ],
    [
      'torn by another frame',
      [(stream) => frame(1, 0, stream, Buffer.from([0x88])), body('ok')],
      faulty('frame', {}, null),
    ],
    ['that is reset behind it without error', [ok, body('ok', 0), reset(0)], faulty('unended')],
    ['with a last stream named', [goaway(2 ** 31 - 1, 0), ...answerWith()], fine],
    ['refused for the stream', [reset(2)], { kind: 'refused', by: 'stream', code: 2, again: true }],
    ['refused behind the head', [ok, reset(2)], { kind: 'refused', by: 'stream', code: 2, again: true }],
    [
      'refused for the connection',
      [goaway(0, 11), 'end'],
      { kind: 'refused', by: 'connection', code: 11, again: true },
    ],
    ['closed in its body', [ok, 'end'], { kind: 'no-answer', phase: 'body', cause: 'closed', again: true }],
  ])('%s', async (_, pieces, expected) => expect(await answersOf(pieces)).toEqual([expected]))

  test('refused once counts as answered when it is asked again', async () => {
    const server = await speaking((connection) => (connection === 0 ? [reset(7)] : answerWith()))
    expect((await http2Of(server.port))?.http2).toEqual({
      kind: 'spoken',
      answers: [{ path: '/', answer: fine }],
    })
  })

  const paths = ['/a', '/b', '/c']
  const withPaths = (answers: readonly object[]) =>
    paths.map((path, index) => ({ path, answer: answers[index] }))

  test('is asked of each path over one connection, which a body too long to read does not end', async () => {
    const long = Array.from({ length: 10 }, () => body('x'.repeat(16_000), 0))
    const server = await speaking((_, request) => (request === 1 ? [ok, ...long] : answerWith()))
    const found = await http2Of(server.port, 8000, paths)
    expect(found?.http2).toEqual({ kind: 'spoken', answers: withPaths([fine, fine, fine]) })
  })

  test('is asked over another connection when the server ends one', async () => {
    const made: number[] = []
    const server = await speaking((connection) => {
      made.push(connection)
      return [...answerWith(), goaway(1, 0), 'end']
    })
    const found = await http2Of(server.port, 8000, paths)
    expect(found?.http2).toEqual({ kind: 'spoken', answers: withPaths([fine, fine, fine]) })
    expect(made).toEqual([0, 1, 2])
  })

  test('of frames without end, or bytes without meaning, is none', async () => {
    const flood: Piece = () =>
      Buffer.concat(Array.from({ length: 40_000 }, () => frame(6, 1, 0, Buffer.alloc(8))))
    expect(await answersOf([flood])).toEqual([
      { kind: 'no-answer', phase: 'head', cause: 'limit', again: true },
    ] satisfies Http2Answer[])
  })
})

test.skipIf(!nginxPath())('nginx hands on what its backend says of their connection', async () => {
  const backend = createServer((_, response) => {
    response.writeHead(200, {
      Upgrade: 'h2,h2c',
      Connection: 'Upgrade, Keep-Alive',
      'Keep-Alive': 'timeout=5',
    })
    response.end('ok')
  }).listen(0, '127.0.0.1')
  await once(backend, 'listening')
  const nginx = await startNginx({
    certificates: [{ chain: identity.cert, key: identity.key }],
    http2: true,
    directives: [
      `location /app/ { proxy_pass http://127.0.0.1:${(backend.address() as net.AddressInfo).port}; }`,
    ],
  })
  closing.push(nginx.close, () => new Promise((resolve) => backend.close(() => resolve())))
  const found = await http2Of(nginx.port, 8000, ['/app/', '/own'])
  expect(found?.http2).toEqual({
    kind: 'spoken',
    answers: [
      {
        path: '/app/',
        answer: {
          kind: 'answered',
          status: 200,
          faults: [{ problem: 'connection-field', name: 'upgrade', value: 'h2,h2c' }],
        },
      },
      { path: '/own', answer: { kind: 'answered', status: 200 } },
    ],
  })
})
