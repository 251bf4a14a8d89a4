/** Content-Encoding as servers get it right and wrong, and fields sent twice; what clients make of each is in docs/oracle.md. */
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { HttpResponse } from '../../src/facts/index.js'
import { httpAnswer } from '../../src/probes/http/answer.js'
import { responseReader } from '../../src/probes/http/reader.js'

const TEXT = JSON.stringify({ list: 'x'.repeat(200) })
const gzip = gzipSync(TEXT)
const flipped = (bytes: Buffer, fromEnd: number): Buffer => {
  const copy = Buffer.from(bytes)
  copy.writeUInt8((copy.at(-fromEnd) ?? 0) ^ 0xff, copy.length - fromEnd)
  return copy
}

async function answerOf(head: string[], body: Buffer | string, status = 200): Promise<HttpResponse> {
  const bytes = Buffer.from(body)
  const fields = ['Content-Type: application/json', `Content-Length: ${bytes.length}`, ...head]
  const text = `HTTP/1.1 ${status} X\r\n${fields.join('\r\n')}\r\n\r\n`
  const reader = responseReader()
  const reading = reader.push(Buffer.concat([Buffer.from(text), bytes])) ?? reader.end('closed')
  const answer = await httpAnswer({ reading, firstByteMs: 1 }, new URL('https://api.test/'))
  if (answer.kind !== 'answered') throw new Error(answer.kind)
  return answer
}
const coded = (encoding: string, body: Buffer | string, status?: number) =>
  answerOf([`Content-Encoding: ${encoding}`], body, status)

describe('a body in order is undone', () => {
  test.each<[string, Buffer]>([
    ['gzip', gzip],
    ['X-Gzip', gzip],
    ['deflate', deflateSync(TEXT)],
    ['deflate', deflateRawSync(TEXT)],
    ['br', brotliCompressSync(TEXT)],
    ['gzip, br', brotliCompressSync(gzip)],
    ['gzip, gzip', gzipSync(gzip)],
  ])('%s', async (encoding, body) => {
    expect(await coded(encoding, body)).toMatchObject({
      encoding: encoding.toLowerCase(),
      decoding: 'decoded',
      json: true,
      body: { utf8: 'valid' },
    })
  })

  test('gzip with a name, a comment, further fields and a checksum of its header', async () => {
    const header = Buffer.concat([
      Buffer.from([0x1f, 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3, 2, 0, 7, 7]),
      Buffer.from('a.json\0made by hand\0'),
      Buffer.from([1, 2]),
    ])
    expect(await coded('gzip', Buffer.concat([header, gzip.subarray(10)]))).toMatchObject({
      decoding: 'decoded',
      json: true,
    })
  })

  test('its text is judged as that of any other', async () => {
    const page = gzipSync(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from([0x80])]))
    expect(await coded('gzip', page, 404)).toMatchObject({ body: { boms: 1, utf8: 'invalid' }, json: false })
    expect(await coded('gzip', gzipSync('not here'), 404)).toMatchObject({ excerpt: 'not here' })
  })
})

describe('a body that is not what it says', () => {
  test.each<[string, string, Buffer | string, string]>([
    ['plain text', 'gzip', TEXT, 'undecodable'],
    ['plain text', 'deflate', TEXT, 'undecodable'],
    ['plain text', 'br', TEXT, 'undecodable'],
    ['compressed once, declared twice', 'gzip, gzip', gzip, 'undecodable'],
    ['deflate with a wrong checksum', 'deflate', flipped(deflateSync(TEXT), 1), 'undecodable'],
    ['cut in the data', 'gzip', gzip.subarray(0, -12), 'ends-early'],
    ['cut in the checksum', 'gzip', gzip.subarray(0, -5), 'ends-early'],
    ['cut in the header', 'gzip', gzip.subarray(0, 9), 'ends-early'],
    ['cut in the first bytes', 'gzip', gzip.subarray(0, 2), 'ends-early'],
    ['cut', 'deflate', deflateSync(TEXT).subarray(0, -6), 'ends-early'],
    ['cut', 'br', brotliCompressSync(TEXT).subarray(0, -3), 'ends-early'],
    ['another checksum', 'gzip', flipped(gzip, 8), 'checksum'],
    ['another length', 'gzip', flipped(gzip, 4), 'checksum'],
    ['other bytes behind it', 'gzip', Buffer.concat([gzip, Buffer.from('\n')]), 'surplus'],
    ['two members', 'gzip', Buffer.concat([gzip, gzip]), 'surplus'],
    ['nothing at all', 'gzip', '', 'empty'],
  ])('%s: %s', async (_, encoding, body, decoding) => {
    expect(await coded(encoding, body)).toMatchObject({ decoding })
  })

  test('what can’t be undone is not taken for text', async () => {
    const answer = await coded('gzip', TEXT, 500)
    expect(answer.body.utf8).toBe('not-read')
    expect(answer).not.toHaveProperty('json')
    expect(answer).not.toHaveProperty('excerpt')
  })
})

test('a name that no client knows leaves the body as it is', async () => {
  expect(await coded('utf-8', TEXT)).toMatchObject({ decoding: 'no-coding', json: true })
  expect(await coded('gzip, aes', TEXT)).toMatchObject({ decoding: 'no-coding', json: true })
  expect(await coded('identity', TEXT)).not.toHaveProperty('encoding')
  expect(await coded('zstd', TEXT)).toMatchObject({ decoding: 'not-read', body: { utf8: 'not-read' } })
})

test('a body of which only the beginning is read has no end to judge', async () => {
  const long = Buffer.from(Array.from({ length: 200_000 }, (_, at) => `${at * 7919} `).join(''))
  const packed = gzipSync(long)
  expect(packed.length).toBeGreaterThan(70_000)
  expect(await coded('gzip', packed)).toMatchObject({
    decoding: 'decoded',
    body: { cut: 'limit', utf8: 'valid' },
  })
})

test('gigabytes in a few bytes are not unpacked', async () => {
  const answer = await coded('gzip', gzipSync(Buffer.alloc(30_000_000, 0x20)))
  expect(answer).toMatchObject({ decoding: 'decoded', body: { utf8: 'valid' } })
  expect(answer).not.toHaveProperty('json')
})

test('no body, no end of it', async () => {
  expect(await coded('gzip', '', 204)).toMatchObject({ decoding: 'decoded' })
  expect(await coded('gzip', '', 304)).toMatchObject({ decoding: 'decoded' })
})

test.each<[string, number, string, number | undefined]>([
  ['a length where there is no content', 204, 'Content-Length: 5', 5],
  ['and where content is reset', 205, 'Content-Length: 5', 5],
  ['none', 204, 'Content-Length: 0', undefined],
  ['not a number', 204, 'Content-Length: five', undefined],
  ['where there is content', 200, 'Content-Length: 5', undefined],
])('%s', async (_, status, field, promised) => {
  const reader = responseReader()
  const bytes = Buffer.from(`HTTP/1.1 ${status} X\r\n${field}\r\n\r\n`)
  const reading = reader.push(bytes) ?? reader.end('closed')
  const answer = await httpAnswer({ reading, firstByteMs: 1 }, new URL('https://api.test/'))
  expect(answer.kind === 'answered' ? answer.promised : answer).toBe(promised)
})

describe('fields with two values', () => {
  test.each<[string, string[], string[]]>([
    ['two addresses', ['Location: /a', 'Location: /b'], ['/a', '/b']],
    ['the same twice', ['Location: /a', 'Location: /a'], []],
    ['an address with a comma', ['Location: /a,b'], []],
    [
      'two dispositions',
      ['Content-Disposition: inline', 'Content-Disposition: attachment'],
      ['inline', 'attachment'],
    ],
    ['a list', ['Content-Disposition: inline, attachment'], ['inline', 'attachment']],
    [
      'a comma in a file name',
      ['Content-Disposition: attachment; filename=June, July.pdf'],
      ['attachment; filename=June', 'July.pdf'],
    ],
    ['one in quotes', ['Content-Disposition: attachment; filename="June, \\"July\\".pdf"'], []],
    ['quotes that do not end', ['Content-Disposition: attachment; filename="June, July.pdf'], []],
  ])('%s', async (_, head, values) => {
    const { conflicts = [] } = await answerOf(head, TEXT)
    expect(conflicts.flatMap((one) => one.values)).toEqual(values)
  })
})
