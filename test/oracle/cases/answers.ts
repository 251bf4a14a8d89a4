/** HTTP answers that a network library may refuse, over a handshake in order. */
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Field } from '../../../src/probes/http2/hpack.js'
import { type AnswerMade, type OracleCase, server } from '../world.js'

const answers = (id: string, what: string, after: AnswerMade): OracleCase => server(id, what, { after })
const coded = (id: string, what: string, coding: string, body: Buffer): OracleCase =>
  answers(id, what, { fields: [`Content-Encoding: ${coding}`], body })

const text = Buffer.from(JSON.stringify({ list: 'x'.repeat(2000) }))
const gzip = gzipSync(text)

const http2 = (id: string, what: string, ...fields: readonly Field[]): OracleCase => {
  const all: Field[] = fields.some(([name]) => name === ':status')
    ? [...fields]
    : [[':status', '200'], ...fields]
  return server(`http2-${id}`, `HTTP/2 ${what}`, {
    tls: { ALPNProtocols: ['h2', 'http/1.1'] },
    after: { http2: all },
  })
}

const inHttp2: readonly OracleCase[] = [
  http2('fine', 'in order', ['content-length', '2']),
  http2('upgrade', 'with Upgrade', ['upgrade', 'h2,h2c']),
  http2('connection', 'with Connection', ['connection', 'keep-alive']),
  http2('keep-alive', 'with Keep-Alive', ['keep-alive', 'timeout=5']),
  http2('transfer-encoding', 'with Transfer-Encoding', ['transfer-encoding', 'chunked']),
  http2('capital', 'with a capital in a name', ['X-Trace', '1']),
  http2('name-space', 'with a space in a name', ['x trace', '1']),
  http2('value-control', 'with a control character in a value', ['x-trace', 'a\x01']),
  http2('no-status', 'without a status', ['x-trace', '1'], [':status', '200']),
  http2('two-statuses', 'with two statuses', [':status', '200'], [':status', '200']),
  http2('pseudo', 'with a path', [':status', '200'], [':path', '/']),
  http2('length', 'of another length than it says', ['content-length', '5']),
]

const overOld = (id: string, ciphers: string): OracleCase =>
  server(`http2-${id}`, `HTTP/2 over ${ciphers.replace(':', ' before ')}`, {
    leaf: { key: 'rsa-2048' },
    tls: {
      ALPNProtocols: ['h2', 'http/1.1'],
      ...{ ciphers, maxVersion: 'TLSv1.2', ecdhCurve: 'P-256', honorCipherOrder: true },
    },
    after: { http2: [[':status', '200']] },
  })
const overOldSuites: readonly OracleCase[] = [
  overOld('cbc', 'ECDHE-RSA-AES128-SHA'),
  overOld('static', 'AES128-GCM-SHA256'),
  overOld('cbc-first', 'ECDHE-RSA-AES128-SHA:ECDHE-RSA-AES128-GCM-SHA256'),
  overOld('gcm', 'ECDHE-RSA-AES128-GCM-SHA256'),
]

/** Chromium reads these as answers. */
const LINES = {
  small: ['small letters', 'http/1.1 200 OK'],
  'http-2': ['HTTP/2.0', 'HTTP/2.0 200 OK'],
  'two-spaces': ['two spaces', 'HTTP/1.1  200 OK'],
  'no-status': ['no status', 'HTTP/1.1 OK'],
  'four-digits': ['a status of four digits', 'HTTP/1.1 2000 OK'],
  'empty-before': ['an empty line before it', '\r\nHTTP/1.1 200 OK'],
  'mark-before': ['a byte order mark before it', '\xef\xbb\xbfHTTP/1.1 200 OK'],
  'no-reason': ['no reason', 'HTTP/1.1 200'],
  'five-before': ['five bytes before it', 'vwxyzHTTP/1.1 200 OK'],
  lines: ['three empty lines before it', '\r\n\r\n\r\nHTTP/1.1 200 OK'],
  shoutcast: ['Shoutcast’s own word', 'ICY 200 OK'],
} as const
const statusLines = Object.entries(LINES).map(([id, [what, line]]) =>
  answers(`line-${id}`, `status line: ${what}`, { line }),
)

export const answersOfServers: readonly OracleCase[] = [
  coded('gzip', 'a body in gzip', 'gzip', gzip),
  coded('br', 'a body in brotli', 'br', brotliCompressSync(text)),
  coded('gzip-of-nothing', 'plain text declared as gzip', 'gzip', text),
  coded('gzip-declared-twice', 'gzip declared twice and done once', 'gzip, gzip', gzip),
  coded('br-of-nothing', 'plain text declared as brotli', 'br', text),
  coded('gzip-cut', 'gzip that ends early', 'gzip', gzip.subarray(0, -12)),
  coded('gzip-surplus', 'bytes behind the gzip', 'gzip', Buffer.concat([gzip, Buffer.from('\n')])),
  coded('coding-unknown', 'a coding no client knows', 'utf-8', text),
  server('http2-unspoken', 'HTTP/2 chosen in the handshake, HTTP/1.1 spoken', {
    tls: { ALPNProtocols: ['h2', 'http/1.1'] },
  }),
  ...inHttp2,
  ...overOldSuites,
  ...statusLines,
  answers('folded', 'a folded header field', { fields: ['X-Trace: a\r\n b'] }),
  answers('status-407', 'a proxy’s status from the server', { status: 407 }),
  answers('locations', 'two different addresses', { status: 302, fields: ['Location: /a', 'Location: /b'] }),
  answers('locations-200', 'two different addresses and no redirect', {
    fields: ['Location: /a', 'Location: /b'],
  }),
  answers('dispositions', 'two different dispositions', {
    fields: ['Content-Disposition: inline', 'Content-Disposition: inline; filename=a'],
  }),
  answers('disposition-comma', 'a file name with a comma, without quotes', {
    fields: ['Content-Disposition: inline; filename=a,b.txt'],
  }),
  answers('disposition-quoted', 'a file name with a comma, in quotes', {
    fields: ['Content-Disposition: inline; filename="a,b.txt"'],
  }),
]
