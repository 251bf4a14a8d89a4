/** HTTP answers that a network library may refuse, over a handshake in order. */
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { type AnswerMade, type OracleCase, server } from '../world.js'

const answers = (id: string, what: string, after: AnswerMade): OracleCase => server(id, what, { after })
const coded = (id: string, what: string, coding: string, body: Buffer): OracleCase =>
  answers(id, what, { fields: [`Content-Encoding: ${coding}`], body })

const text = Buffer.from(JSON.stringify({ list: 'x'.repeat(2000) }))
const gzip = gzipSync(text)

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
