import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_BODY, MAX_HEAD, type Reading, responseReader } from '../../src/probes/http/reader.js'
import { runs } from '../helpers/thorough.js'

/** Reads the bytes in pieces; `end` is how the connection ended when they were not enough. */
function read(bytes: string | Buffer, { size = Infinity, end = 'closed' } = {}): Reading {
  const all = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes
  const reader = responseReader()
  for (let at = 0; at < all.length; at += Math.min(size, all.length)) {
    const reading = reader.push(all.subarray(at, at + size))
    if (reading) return reading
  }
  return reader.end(end)
}

function told(reading: Reading) {
  if (reading.kind !== 'response') return reading
  const { head, body, cut, reusable } = reading
  return { status: head.status, body: body.toString('latin1'), cut, reusable }
}

const whole = (status: number, body: string, reusable = true) => ({ status, body, cut: undefined, reusable })
const ok = (fields: string, body = '') => `HTTP/1.1 200 OK\r\n${fields}\r\n${body}`

describe.each([
  ['at once', Infinity],
  ['byte by byte', 1],
])('%s', (_, size) => {
  test.each([
    ['a length', ok('Content-Length: 5\r\n', 'hello'), whole(200, 'hello')],
    ['the same length twice', ok('Content-Length: 2\r\ncontent-length: 2\r\n', 'ab'), whole(200, 'ab')],
    ...['', 'many', '-1', '+2', '0x2', '2.0', '1 2', '2;', '99999999999999999999'].map(
      (length): [string, string, ReturnType<typeof whole>] => [
        `a length that is none: ${JSON.stringify(length)}`,
        ok(`Content-Length: ${length}\r\n`, 'hello'),
        whole(200, 'hello', false),
      ],
    ),
    [
      'a chunk size with zeros in front',
      ok('Transfer-Encoding: chunked\r\n', '0000000002\r\nab\r\n0\r\n\r\n'),
      whole(200, 'ab'),
    ],
    ['no body', 'HTTP/1.1 204 No Content\r\n\r\n', whole(204, '')],
    ['304 with a length has none', 'HTTP/1.1 304 x\r\nContent-Length: 9\r\n\r\n', whole(304, '')],
    ['no reason phrase', 'HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n', whole(200, '')],
    ['until the connection ends', ok('', 'to the end'), whole(200, 'to the end', false)],
    [
      'chunks',
      ok('Transfer-Encoding: chunked\r\n', '3\r\nabc\r\n2;x="y"\r\nde\r\n0\r\n\r\n'),
      whole(200, 'abcde'),
    ],
    [
      'a trailer',
      ok('Transfer-Encoding: gzip, chunked\r\n', 'A\r\n0123456789\r\n0\r\nDigest: x\r\n\r\n'),
      whole(200, '0123456789'),
    ],
    [
      'chunks win over a length',
      ok('Transfer-Encoding: chunked\r\nContent-Length: 1\r\n', '2\r\nab\r\n0\r\n\r\n'),
      whole(200, 'ab'),
    ],
    [
      'another transfer coding ends with the connection',
      ok('Transfer-Encoding: gzip\r\n', 'xyz'),
      whole(200, 'xyz', false),
    ],
    ['bare line feeds', 'HTTP/1.1 200 OK\nContent-Length: 2\n\nhi', whole(200, 'hi')],
    ['HTTP/1.0', 'HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nhi', whole(200, 'hi', false)],
    [
      'Connection: close',
      ok('Content-Length: 2\r\nConnection: foo, Close\r\n', 'hi'),
      whole(200, 'hi', false),
    ],
    [
      'interim answers',
      `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n${ok('Content-Length: 1\r\n', 'x')}`,
      whole(200, 'x'),
    ],
    ['101 is final', 'HTTP/1.1 101 Switching Protocols\r\n\r\n', whole(101, '', false)],
    [
      'lines that are no field are skipped',
      ok('what is this\r\n: empty\r\nContent-Length: 1\r\n', 'x'),
      whole(200, 'x'),
    ],
    ['a folded line', ok('X: a\r\n b\r\nContent-Length: 1\r\n', 'x'), whole(200, 'x')],
    ['a folded length', ok('Content-Length:\r\n\t1\r\n', 'x'), whole(200, 'x')],
    ['a folded status line', ok(' b\r\nContent-Length: 1\r\n', 'x'), whole(200, 'x')],
  ])('%s', (_, bytes, expected) => {
    expect(told(read(bytes, { size }))).toEqual(expected)
  })

  test.each([
    ['another protocol', 'SSH-2.0-OpenSSH_9.6\r\n', 'not-http', 'S'],
    ['five bytes before the status line', `vwxyz${ok('')}`, 'not-http', 'vwxyzHTT'],
    ['three empty lines before it', `\r\n\r\n\r\n${ok('')}`, 'not-http', '\\r\\n\\r\\n\\r\\n'],
    ['HTTP/2 in binary', '\0\0\x12\x04\0\0\0\0\0', 'not-http', '\\x00\\x00\\x12\\x04'],
    ['a NUL in the head', 'HTTP/1.1 200 OK\r\nX: \0\r\n\r\n', 'not-http', 'HTTP/1.1 200 OK\\r\\nX: \\x00'],
    ['lengths that differ', ok('Content-Length: 1\r\nContent-Length: 2\r\n', 'ab'), 'length', 'HTTP/1.1'],
    ['a length and words', ok('Content-Length: 2\r\nContent-Length: abc\r\n', 'ab'), 'length', 'HTTP/1.1'],
  ])('%s is malformed', (_, bytes, problem, got) => {
    const reading = read(bytes, { size })
    expect(reading).toMatchObject({ kind: 'malformed', problem })
    expect(reading.kind === 'malformed' && reading.got.startsWith(got)).toBe(true)
  })

  test.each([
    ['two bytes and the end', 'ok'],
    ['an error of four', '-ERR'],
  ])('%s can’t become an answer', (_, bytes) => {
    expect(read(bytes, { size })).toEqual({ kind: 'malformed', problem: 'not-http', got: bytes })
  })

  test.each([
    ['not one byte', '', 'first-byte'],
    ['half of the first word', 'ht', 'head'],
    ['half a status line', 'HTTP/1.1 2', 'head'],
    ['half a head', 'HTTP/1.1 200 OK\r\nX: y\r\n', 'head'],
    ['an interim answer alone', 'HTTP/1.1 100 Continue\r\n\r\n', 'head'],
  ])("%s isn't an answer", (_, bytes, phase) => {
    expect(read(bytes, { size, end: 'timeout' })).toEqual({ kind: 'no-answer', phase, cause: 'timeout' })
  })

  test.each([
    ['a length not reached', ok('Content-Length: 9\r\n', 'half'), 'half', 'closed'],
    ['chunks without an end', ok('Transfer-Encoding: chunked\r\n', '4\r\nhalf\r\n'), 'half', 'closed'],
    [
      'a chunk that is none',
      ok('Transfer-Encoding: chunked\r\n', '4\r\nhalf\r\nzz\r\n'),
      'half',
      'malformed',
    ],
    ['more than the chunk says', ok('Transfer-Encoding: chunked\r\n', '2\r\nhalf\r\n'), 'ha', 'malformed'],
    ['a silent server', ok('', 'half'), 'half', 'timeout', 'timeout'],
  ])('%s is cut', (_, bytes, body, cut, end = 'closed') => {
    expect(told(read(bytes, { size, end }))).toEqual({ status: 200, body, cut, reusable: false })
  })
})

describe('status lines as Chromium was seen to read them', () => {
  const answer = (line: string) => `${line}\r\nContent-Length: 2\r\n\r\nok`
  const oddLine = (reading: Reading) => (reading.kind === 'response' ? reading.head.oddLine : reading)

  test.each([
    ['no reason', 'HTTP/1.1 200', 200],
    ['a space and no reason', 'HTTP/1.1 200 ', 200],
    ['HTTP/1.0', 'HTTP/1.0 200 OK', 200],
    ['a reason in UTF-8', 'HTTP/1.1 404 \xe6\x97\xa0', 404],
    ['a status nobody knows', 'HTTP/1.1 999 ?', 999],
    ['a status below 100', 'HTTP/1.1 099 ?', 99],
  ])('%s: OkHttp takes it too', (_, line, status) => {
    const reading = read(answer(line))
    expect(told(reading)).toMatchObject({ status, body: 'ok' })
    expect(oddLine(reading)).toBeUndefined()
  })

  test.each([
    ['small letters', 'http/1.1 200 OK', 200],
    ['another case', 'Http/1.1 200 OK', 200],
    ['HTTP/2.0', 'HTTP/2.0 201 OK', 201],
    ['HTTP/2', 'HTTP/2 200', 200],
    ['HTTP/1.2', 'HTTP/1.2 200 OK', 200],
    ['two spaces', 'HTTP/1.1  404 Not Found', 404],
    ['a tab before the status', 'HTTP/1.1\t404 Not Found', 200],
    ['a tab behind the status', 'HTTP/1.1 404\tNot Found', 404],
    ['no status', 'HTTP/1.1 OK', 200],
    ['a version alone', 'HTTP/1.1', 200],
    ['two digits', 'HTTP/1.1 20 OK', 20],
    ['four digits', 'HTTP/1.1 2000 OK', 2000],
    ['no space behind the status', 'HTTP/1.1 500ERROR', 500],
    ['a space before it', ' HTTP/1.1 200 OK', 200],
    ['an empty line before it', '\r\nHTTP/1.1 200 OK', 200],
    ['two empty lines before it', '\r\n\r\nHTTP/1.1 200 OK', 200],
    ['a byte order mark before it', '\xef\xbb\xbfHTTP/1.1 200 OK', 200],
    ['another protocol', 'HTTPS/1.1 404 OK', 404],
  ])('%s: OkHttp refuses it', (_, line, status) => {
    const shown = line
      .replaceAll('\r\n', '\\r\\n')
      .replaceAll('\t', '\\x09')
      .replace('\xef\xbb\xbf', '\\xef\\xbb\\xbf')
    for (const size of [Infinity, 1, 3]) {
      const reading = read(answer(line), { size })
      expect(told(reading)).toMatchObject({ status, body: 'ok' })
      expect(oddLine(reading)).toBe(shown)
    }
  })

  test('of a long line the beginning is kept', () => {
    expect(oddLine(read(answer(`HTTP/1.1 2000 ${'x'.repeat(500)}`)))).toHaveLength(64)
  })

  test.each([
    ['what every version before 1.1 is taken for', 'HTTP/0.9 200 OK', false],
    ['what every version above 1.1 is taken for', 'HTTP/3.0 200 OK', true],
    ['a version that can’t be read', 'HTTP/x.y 200 OK', false],
  ])('%s', (_, line, reusable) => {
    expect(told(read(answer(line)))).toMatchObject({ status: 200, reusable })
  })
})

describe('bounds', () => {
  const head = (length: number) => {
    const [start, end] = ['HTTP/1.1 200 OK\r\nX: ', '\r\nContent-Length: 0\r\n\r\n']
    return `${start}${'x'.repeat(length - start.length - end.length)}${end}`
  }
  test('a head of 256 KiB is read, an endless one is given up', () => {
    expect(told(read(head(MAX_HEAD), { size: 1000 }))).toMatchObject({ status: 200 })
    const endless = `HTTP/1.1 200 OK\r\n${'X: y\r\n'.repeat(MAX_HEAD / 5)}`
    expect(read(endless, { size: 1000 })).toMatchObject({ kind: 'malformed', problem: 'endless-head' })
  })

  test('interim answers without end are given up', () => {
    const endless = 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(MAX_HEAD / 20)
    expect(read(endless)).toMatchObject({ kind: 'malformed', problem: 'endless-head' })
    expect(read(endless, { size: 10 })).toMatchObject({ kind: 'malformed', problem: 'endless-head' })
  })

  test.each([
    ['all of it', MAX_BODY, undefined],
    ['one byte more', MAX_BODY + 1, 'limit'],
  ])('a body of 64 kB: %s', (_, length, cut) => {
    const bytes = ok(`Content-Length: ${length}\r\n`, 'x'.repeat(length))
    const reading = read(bytes, { size: 5000 })
    expect(reading).toMatchObject({ kind: 'response', reusable: cut === undefined })
    expect(reading.kind === 'response' && [reading.body.length, reading.cut]).toEqual([MAX_BODY, cut])
  })

  test('a body that announces a terabyte is read to the limit', () => {
    const bytes = ok('Content-Length: 1099511627776\r\n', 'x'.repeat(MAX_BODY + 10))
    expect(read(bytes)).toMatchObject({ kind: 'response', cut: 'limit' })
  })

  test('framing without content is bounded too', () => {
    const chunks = `1;${'x'.repeat(2000)}\r\ny\r\n`.repeat(200)
    expect(read(ok('Transfer-Encoding: chunked\r\n', chunks), { size: 5000 })).toMatchObject({ cut: 'limit' })
    const line = '1'.repeat(5000)
    expect(read(ok('Transfer-Encoding: chunked\r\n', line))).toMatchObject({ cut: 'malformed' })
  })
})

test('bytes after the answer: the connection is not used again', () => {
  expect(told(read(ok('Content-Length: 2\r\n', 'hi!')))).toEqual(whole(200, 'hi', false))
  expect(told(read(ok('Transfer-Encoding: chunked\r\n', '0\r\n\r\n!')))).toEqual(whole(200, '', false))
})

test('whatever comes, in whatever pieces: the same reading, within bounds', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'HTTP/1.1 200 OK\r\n',
      'HTTP/1.1 100 \r\n',
      '\r\n',
      '\n',
      '0\r\n',
      '5\r\nhello\r\n',
      'Content-Length: 3\r\n',
      'Transfer-Encoding: chunked\r\n',
    ),
    fc.string({ maxLength: 20 }),
  )
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 9 }),
      (pieces, http, size) => {
        const bytes = Buffer.from((http ? 'HTTP/1.1 200 OK\r\n' : '') + pieces.join(''))
        const [atOnce, inPieces] = [read(bytes), read(bytes, { size })]
        const { reusable: _, ...a } = told(atOnce) as Record<string, unknown>
        const { reusable: __, ...b } = told(inPieces) as Record<string, unknown>
        // How much of what is malformed had come differs with the pieces.
        expect({ ...b, got: '' }).toEqual({ ...a, got: '' })
      },
    ),
    { numRuns: runs(2000) },
  )
})
