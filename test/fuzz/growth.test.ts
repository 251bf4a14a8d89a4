/** Twice the input, about twice the work: nothing a stranger sends buys more of our time than it costs him. */
import { expect, test } from 'vitest'
import { stopwatch } from '../../scripts/fuzz/loop.js'
import { READERS } from '../../scripts/fuzz/readers.js'
import { emptyFacts, judge } from '../../src/audit/index.js'
import { auditConfig } from '../../src/config/index.js'
import { sequence, tlv } from '../../src/demo/der.js'
import { responseReader } from '../../src/probes/http/reader.js'
import { u24 } from '../../src/probes/tls/bytes.js'
import { recordReader } from '../../src/probes/tls/records.js'
import { record } from '../helpers/fake-tls.js'

const filled = (length: number, unit: string): Buffer => Buffer.alloc(length, unit, 'latin1')
const http =
  (before: string, unit: string, after = '\r\n\r\n') =>
  (length: number) =>
    Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${before}`), filled(length, unit), Buffer.from(after)])

/** A list of about so many bytes. */
const yaml = (length: number, entry: (at: number) => string): Buffer =>
  Buffer.from(
    `domains:\n  request:\n${Array.from({ length: length / 20 }, (_, at) => `    - ${entry(at)}`).join('\n')}\n`,
  )

/** Reader, input of about a length, largest length. */
const CASES: [string, string, (length: number) => Buffer, number][] = [
  ['HTTP response', 'a run of spaces in a field', http('A: b', ' ', 'c\r\n\r\n'), 60_000],
  ['HTTP response', 'fields of one name', http('', 'A: b\r\n'), 60_000],
  ['HTTP response', 'folded lines', http('A: b', '\r\n '), 60_000],
  ['HTTP response', 'interim answers', http('\r\n', 'HTTP/1.1 102 x\r\n\r\n'), 60_000],
  ['HTTP response', 'parameters of a type', http('Content-Type: a/b', ';charset '), 60_000],
  ['HTTP response', 'chunks of one byte', http('Transfer-Encoding: chunked\r\n\r\n', '1\r\nx\r\n'), 240_000],
  ['answer of a proxy', 'line ends', http('', '\n'), 60_000],
  ['PEM', 'beginnings', (length) => filled(length, '-----BEGIN CERTIFICATE-----'), 4_000_000],
  [
    'PEM',
    'one beginning and no end',
    (length) => Buffer.from(`-----BEGIN A-----${'A '.repeat(length / 2)}`),
    4_000_000,
  ],
  ['PEM', 'spaces in a label', (length) => filled(length, '-----BEGIN A                '), 4_000_000],
  ['certificate', 'many small values', (length) => sequence(filled(length, '\x05\x00')), 400_000],
  ['certificate', 'nested values', (length) => filled(length, '0\x80'), 400_000],
  ['CRL', 'many small values', (length) => sequence(sequence(filled(length, '\x05\x00'))), 400_000],
  [
    'OCSP',
    'one long string',
    (length) => sequence(tlv(0x0a, Buffer.from([0])), tlv(0xa0, filled(length, 'x'))),
    400_000,
  ],
  ['PKCS #7', 'many small values', (length) => sequence(filled(length, '\x05\x00')), 400_000],
  ['PKCS #12', 'many small values', (length) => sequence(filled(length, '\x05\x00')), 400_000],
  [
    'SCT list',
    'empty ones',
    (length) => Buffer.concat([Buffer.from([length >> 8, length & 0xff]), Buffer.alloc(length)]),
    60_000,
  ],
  [
    'Certificate of TLS 1.2',
    'certificates of one byte',
    (length) => {
      const list = filled(length - (length % 4), '\x00\x00\x01x')
      return Buffer.concat([u24(list.length), list])
    },
    1_000_000,
  ],
  ['messages', 'empty messages', (length) => filled(length, '\x00'), 1_000_000],
  ['config c.yaml', 'a banner', (length) => Buffer.from(`${'#'.repeat(length)}\nx: y`), 400_000],
  ['config c.yaml', 'banners', (length) => Buffer.from(`${'# #\n'.repeat(length / 4)}x: y`), 400_000],
  ['config c.json', 'blanks', (length) => Buffer.from(`${' \n'.repeat(length / 2)}x`), 400_000],
  ['config c.json', 'brackets', (length) => filled(length, '['), 400_000],
  [
    'config c.json',
    'keys',
    (length) => Buffer.from(`{${Array.from({ length: length / 8 }, (_, i) => `"k${i}":1`)}}`),
    200_000,
  ],
  [
    '.gitignore',
    'stars',
    (length) => Buffer.from(`${'a'.repeat(200)}\n${'*a'.repeat(length / 2)}b`),
    200_000,
  ],
  [
    '.gitignore',
    'patterns',
    (length) => Buffer.from(`${'a/'.repeat(20)}\n${'**/a*b*c*d/**\n'.repeat(length / 14)}`),
    400_000,
  ],
  [
    '.gitignore',
    'sets',
    (length) => Buffer.from(`${'a'.repeat(99)}\n${'[b-a]'.repeat(length / 5)}`),
    400_000,
  ],
  ['config c.yaml', 'anchors', (length) => yaml(length, (at) => `&a${at} h${at}\n    - *a${at}`), 200_000],
  ['config c.yaml', 'entries', (length) => yaml(length, (at) => `h${at}`), 200_000],
  [
    'config c.yaml',
    'one anchor, many aliases',
    (length) => yaml(length, (at) => (at ? '*a' : '&a x')),
    200_000,
  ],
  ['domain entry', 'labels', (length) => Buffer.from(`https://${'a.'.repeat(length / 2)}cn`), 200_000],
  ['domain entry', 'slashes', (length) => filled(length, '/'), 200_000],
  ['text shown', 'log commands without an end', (length) => filled(length, '::a '), 200_000],
  ['text shown', 'signs', (length) => filled(length, '#'), 200_000],
]

test.each(CASES)('%s: %s', async (name, _, make, most) => {
  const reader = READERS.find((one) => one.name === name)
  if (!reader) throw new Error(`no reader ${name}`)
  await grows(async (length) => {
    const input = make(length)
    return async () => {
      try {
        await reader.read(input)
      } catch (error) {
        if (!reader.refusals.some((refusal) => error instanceof refusal)) throw error
      }
    }
  }, most)
})

test('an HTTP head that comes byte by byte', () =>
  grows(async (length) => {
    const input = http('A: ', 'x')(length)
    return async () => {
      const reader = responseReader()
      for (let at = 0; at < input.length; at++) reader.push(input.subarray(at, at + 1))
    }
  }, 60_000))

test('records that come byte by byte', () =>
  grows(async (length) => {
    const input = Buffer.concat(Array.from({ length: length / 400 }, () => record(22, Buffer.alloc(395))))
    return async () => {
      const records = recordReader()
      for (let at = 0; at < input.length; at++) records.push(input.subarray(at, at + 1), () => true)
    }
  }, 800_000))

test.each([
  ['names of their own', (at: number) => `https://h${at}.cn`],
  ['every name twice', (at: number) => `https://h${at >> 1}.cn`],
  ['ports of one name', (at: number) => `https://a.cn:${at + 1}`],
])('a list that is judged: %s', (_, name) =>
  grows(async (count) => {
    const made = auditConfig(Array.from({ length: count }, (_, at) => name(at)))
    if ('problems' in made) throw new Error('no config')
    const { config } = made
    const waivers = config.entries.map(({ text }) => ({
      ...{ rule: 'domain/icp-filing', host: new URL(text).hostname, until: '2099-01-01', reason: 'r' },
      place: { file: 'c', line: 1, column: 1 },
    }))
    const facts = emptyFacts({ ...config, waivers }, { fetch: false })
    return async () => {
      await judge(facts, { at: Date.now(), language: 'en' })
    }
  }, 4000),
)

/**
 * Eight times the input may take at most 24 times as long: square work takes 64 times as long. What takes no time worth
 * measuring is fine at any rate.
 */
async function grows(prepare: (length: number) => Promise<() => Promise<void>>, most: number): Promise<void> {
  const [small, large] = [await prepare(most / 8), await prepare(most)]
  let told = ''
  for (let attempt = 0; attempt < 6; attempt++) {
    const [before, after] = [await fastest(small), await fastest(large)]
    if (after < 100 || after <= before * 24) return
    told = `${before} ms for an eighth, ${after} ms for the whole`
  }
  expect.fail(told)
}

async function fastest(run: () => Promise<void>): Promise<number> {
  let best = Infinity
  for (let left = 3; left > 0; left--) {
    const time = stopwatch()
    await run()
    best = Math.min(best, time())
  }
  return best
}
