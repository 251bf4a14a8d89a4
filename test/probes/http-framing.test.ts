/** What answers say of their own end, over real sockets. */
import { afterEach, expect, test } from 'vitest'
import type { FramingFact } from '../../src/facts/index.js'
import { gather } from '../../src/probes/index.js'
import { serveRaw } from './http-servers.js'

const closing: (() => unknown)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

async function answerTo(text: string, timeoutMs = 8000) {
  const server = await serveRaw((_, socket) => {
    if (text.endsWith('END')) socket.end(text.slice(0, -3))
    else socket.write(text)
  })
  closing.push(server.close)
  const [facts] = await gather([{ host: 'api.test', port: server.port, scheme: 'https', entries: [] }], {
    resolve: [{ host: 'api.test', port: server.port, addresses: ['127.0.0.1'] }],
    http: { paths: {}, version: '1' },
    timeoutMs,
  })
  const answer = facts?.http?.paths[0]?.exchanges[0]?.answer
  if (answer?.kind !== 'answered') throw new Error(JSON.stringify(answer))
  return answer
}

const answer = (...fields: string[]): string => `HTTP/1.1 200 OK\r\n${fields.join('\r\n')}\r\n\r\n`
const CHUNKS = '2\r\nok\r\n0\r\n\r\n'
const chunked = 'Transfer-Encoding: chunked'

test.each<[string, string, FramingFact[] | undefined]>([
  ['a length', `${answer('Content-Length: 2')}ok`, undefined],
  ['a length twice', `${answer('Content-Length: 2', 'Content-Length: 2')}ok`, undefined],
  ['a length with zeros', `${answer('Content-Length: 0002')}ok`, undefined],
  ['chunks', answer(chunked) + CHUNKS, undefined],
  ['chunks declared twice', answer(chunked, chunked) + CHUNKS, undefined],
  ['chunks and a length', answer(chunked, 'Content-Length: x') + CHUNKS, undefined],
  ['a size with many zeros', `${answer(chunked)}${'0'.repeat(30)}2\r\nok\r\n0\r\n\r\n`, undefined],
  ['no coding by name', `${answer('Transfer-Encoding: identity', 'Content-Length: 2')}okEND`, undefined],
  ['100 before it', `HTTP/1.1 100 Continue\r\n\r\n${answer('Content-Length: 2')}ok`, undefined],
  ['an empty line behind it', `${answer('Content-Length: 2')}ok\r\n`, undefined],
  ['another answer behind it', `${answer('Content-Length: 2')}okHTTP/1.1 408 Timeout\r\n\r\n`, undefined],
  [
    'gzip as a transfer coding',
    `${answer('Transfer-Encoding: gzip, chunked')}${CHUNKS}`,
    [{ problem: 'transfer-coding', value: 'gzip, chunked' }],
  ],
  [
    'chunked in chunks',
    `${answer('Transfer-Encoding: chunked, chunked')}${CHUNKS}`,
    [{ problem: 'transfer-coding', value: 'chunked, chunked' }],
  ],
  [
    'a coding no client knows',
    `${answer('Transfer-Encoding: x')}okEND`,
    [{ problem: 'transfer-coding', value: 'x' }],
  ],
  [
    'chunks in HTTP/1.0',
    `HTTP/1.0 200 OK\r\n${chunked}\r\n\r\n${CHUNKS}`,
    [{ problem: 'old-chunked', value: 'HTTP/1.0' }],
  ],
  ['a negative length', `${answer('Content-Length: -2')}okEND`, [{ problem: 'content-length', value: '-2' }]],
  [
    'a list of lengths',
    `${answer('Content-Length: 2, 2')}ok`,
    [{ problem: 'content-length', value: '2, 2' }],
  ],
  [
    'a space before the colon',
    `${answer('Content-Length : 2')}ok`,
    [{ problem: 'spaced-name', value: 'content-length' }],
  ],
  [
    'a value that goes on in the next line',
    `${answer('Content-Length:\r\n 2')}ok`,
    [{ problem: 'folded', value: 'content-length' }],
  ],
  ['another value that does', `${answer('X: a\r\n\tb', 'Content-Length: 2')}ok`, undefined],
  ['a space before another colon', `${answer('X : 1', 'Content-Length: 2')}ok`, undefined],
  [
    '103 before it',
    `HTTP/1.1 103 Early Hints\r\n\r\n${answer('Content-Length: 2')}ok`,
    [{ problem: 'interim', value: '103' }],
  ],
  [
    'a length in characters',
    `${answer('Content-Length: 12')}{"a":"\u4e2d\u6587"}`,
    [{ problem: 'surplus', value: '"}' }],
  ],
])('%s', async (_, text, expected) => {
  const found = await answerTo(text)
  expect(found.framing).toEqual(expected)
  expect(found.body.cut).toBeUndefined()
})

test('a body without an end is cut at the deadline', async () => {
  const { body, framing } = await answerTo(`${answer('Content-Length: 5')}ok`, 300)
  expect(body).toMatchObject({ bytes: 2, cut: 'timeout' })
  expect(framing).toBeUndefined()
})
