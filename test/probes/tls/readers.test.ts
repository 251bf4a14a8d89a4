import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  escapeAscii,
  MalformedError,
  reader,
  u16,
  vector16,
  vector24,
} from '../../../src/probes/tls/bytes.js'
import { readCertificates12, readCertificates13, readStatus } from '../../../src/probes/tls/certificates.js'
import { readServerKeyExchange } from '../../../src/probes/tls/key-exchange.js'
import { LimitError, messageReader } from '../../../src/probes/tls/messages.js'
import { NotTlsError, recordReader } from '../../../src/probes/tls/records.js'
import { readAlpn, readExtensions, readServerHello } from '../../../src/probes/tls/server-hello.js'
import { certificateList, extension, message, record, serverHello } from '../../helpers/fake-tls.js'

const bytes = (constraints?: fc.IntArrayConstraints) =>
  fc.uint8Array(constraints ?? { maxLength: 300 }).map((array) => Buffer.from(array))

/** A valid message with a few bytes changed, cut or added: closer to the edge than noise. */
const spoiled = (valid: Buffer) =>
  fc
    .tuple(fc.nat(valid.length), fc.nat(255), fc.nat(valid.length), bytes({ maxLength: 4 }))
    .map(([at, byte, cut, tail]) => {
      const copy = Buffer.from(valid)
      if (at < copy.length) copy[at] = byte
      return Buffer.concat([
        cut % 3 === 0 ? copy.subarray(0, cut) : copy,
        cut % 5 === 0 ? tail : Buffer.alloc(0),
      ])
    })

const validHello = serverHello({
  suite: 0xc02b,
  extensions: [extension(16, vector16(Buffer.from('\x02h2')))],
}).subarray(4)
const validList = certificateList([Buffer.from('leaf'), Buffer.from('issuer')])
const valid13 = Buffer.concat([
  Buffer.from([0]),
  vector24(vector24(Buffer.from('leaf')), vector16(extension(18, Buffer.from('scts')))),
])

const READERS: [string, (body: Buffer) => unknown, Buffer][] = [
  ['ServerHello', readServerHello, validHello],
  ['extensions', readExtensions, extension(16, vector16(Buffer.from('\x02h2')))],
  ['ALPN', (body) => readAlpn(new Map([[16, body]])), vector16(Buffer.from('\x02h2'))],
  ['Certificate of TLS 1.2', readCertificates12, validList],
  ['Certificate of TLS 1.3', readCertificates13, valid13],
  ['CertificateStatus', readStatus, Buffer.concat([Buffer.from([1]), vector24(Buffer.from('response'))])],
  [
    'ECDHE parameters',
    (body) => readServerKeyExchange(body, 'ecdhe'),
    Buffer.from(`03001d20${'04'.repeat(32)}0403000101`, 'hex'),
  ],
  [
    'DHE parameters',
    (body) => readServerKeyExchange(body, 'dhe'),
    Buffer.from('00010700010200010504030001aa', 'hex'),
  ],
]

describe.each(READERS)('%s', (_, read, valid) => {
  test('reads a valid one', () => {
    expect(() => read(valid)).not.toThrow()
  })

  test('gives a value or a MalformedError for any bytes', () => {
    const check = (body: Buffer): void => {
      try {
        read(body)
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedError)
      }
    }
    fc.assert(fc.property(bytes(), check))
    fc.assert(fc.property(spoiled(valid), check))
  })

  test('refuses every truncation', () => {
    for (let length = 0; length < valid.length; length += 1) {
      const cut = valid.subarray(0, length)
      // A ServerHello may end before its extensions, and a block of extensions after any of them.
      const whole = read === readServerHello ? length === 38 : read === readExtensions && length === 0
      if (!whole) expect(() => read(cut), `${length} bytes`).toThrow(MalformedError)
    }
  })
})

describe('reader', () => {
  test('never reads past its end', () => {
    expect(() => reader(Buffer.from([0, 3, 1, 2])).vector16()).toThrow(MalformedError)
    expect(() => reader(Buffer.from([0])).u16()).toThrow(MalformedError)
  })

  test('refuses bytes left over', () => {
    const input = reader(Buffer.from([0, 1, 2]))
    expect(input.u16()).toBe(1)
    expect(() => input.end()).toThrow(MalformedError)
  })
})

describe('records', () => {
  const read = (chunks: Buffer[]): { type: number; body: string }[] => {
    const records = recordReader()
    const out: { type: number; body: string }[] = []
    for (const chunk of chunks) {
      records.push(chunk, ({ type, body }) => {
        out.push({ type, body: body.toString('hex') })
        return true
      })
    }
    return out
  }

  test('come out the same however the bytes are cut', () => {
    const stream = Buffer.concat([
      record(22, Buffer.from('abc')),
      record(21, Buffer.from([1, 0])),
      record(23, Buffer.alloc(0)),
    ])
    const whole = read([stream])
    expect(whole.map(({ type }) => type)).toEqual([22, 21, 23])
    expect(read([...stream].map((byte) => Buffer.from([byte])))).toEqual(whole)
    for (let at = 0; at <= stream.length; at += 1)
      expect(read([stream.subarray(0, at), stream.subarray(at)])).toEqual(whole)
  })

  test('any bytes give records or a typed error', () => {
    fc.assert(
      fc.property(fc.array(bytes({ maxLength: 40 })), (chunks) => {
        try {
          read(chunks)
        } catch (error) {
          expect(error instanceof MalformedError || error instanceof NotTlsError).toBe(true)
        }
      }),
    )
  })

  test.each([
    ['text', Buffer.from('HTTP/1.1 400')],
    ['an unknown content type', Buffer.from([24, 3, 3, 0, 0])],
    ['a version that is not 3.x', Buffer.from([22, 2, 0, 0, 1])],
    ['a single foreign byte', Buffer.from('2')],
  ])('%s first is not TLS', (_, stream) => {
    expect(() => read([stream])).toThrow(NotTlsError)
  })

  test('text after a record is broken TLS', () => {
    expect(() => read([Buffer.concat([record(22, Buffer.from('a')), Buffer.from('HTTP')])])).toThrow(
      MalformedError,
    )
  })

  test.each([
    [22, 2 ** 14, true],
    [22, 2 ** 14 + 1, false],
    [23, 2 ** 14 + 256, true],
    [23, 2 ** 14 + 257, false],
  ])('of type %i and %i bytes: %s', (type, length, fine) => {
    const run = () => read([record(type, Buffer.alloc(length))])
    if (fine) expect(run()).toHaveLength(1)
    else expect(run).toThrow(MalformedError)
  })

  test('empty ones end at 32', () => {
    const empty = record(22, Buffer.alloc(0))
    expect(read(Array(32).fill(empty))).toHaveLength(32)
    expect(() => read(Array(33).fill(empty))).toThrow(MalformedError)
  })

  test('tiny ones end at 4096', () => {
    const tiny = record(22, Buffer.alloc(1))
    expect(() => read(Array(4097).fill(tiny))).toThrow(MalformedError)
  })

  test('stop when the taker has enough', () => {
    let seen = 0
    recordReader().push(Buffer.concat([record(22, Buffer.alloc(1)), record(22, Buffer.alloc(1))]), () => {
      seen += 1
      return false
    })
    expect(seen).toBe(1)
  })
})

describe('messages', () => {
  const read = (chunks: Buffer[]): string[] => {
    const messages = messageReader()
    const out: string[] = []
    for (const chunk of chunks) {
      messages.push(chunk, ({ raw }) => {
        out.push(raw.toString('hex'))
        return true
      })
    }
    return out
  }

  test('come out the same however they lie in records', () => {
    const stream = Buffer.concat([
      message(2, Buffer.from('hello')),
      message(14, Buffer.alloc(0)),
      message(11, Buffer.alloc(9)),
    ])
    const whole = read([stream])
    expect(whole).toHaveLength(3)
    expect(read([...stream].map((byte) => Buffer.from([byte])))).toEqual(whole)
    for (let at = 0; at <= stream.length; at += 1)
      expect(read([stream.subarray(0, at), stream.subarray(at)])).toEqual(whole)
  })

  test('any bytes give messages or a typed error', () => {
    fc.assert(
      fc.property(fc.array(bytes({ maxLength: 40 })), (chunks) => {
        try {
          read(chunks)
        } catch (error) {
          expect(error instanceof MalformedError || error instanceof LimitError).toBe(true)
        }
      }),
    )
  })

  test.each([
    ['a certificate list of 16 MB', 11, 0xffffff, LimitError],
    ['one just over a megabyte', 11, 2 ** 20 + 1, LimitError],
    ['a ServerHello of 16 MB', 2, 0xffffff, MalformedError],
  ])('%s is refused by its header alone', (_, type, length, error) => {
    expect(() => read([Buffer.from([type, length >> 16, (length >> 8) & 255, length & 255])])).toThrow(error)
  })
})

test('escaped bytes are printable, whatever they were', () => {
  expect(escapeAscii(Buffer.from('a\\b\r\n\x1b[31m\xff', 'latin1'))).toBe('a\\\\b\\r\\n\\x1b[31m\\xff')
  fc.assert(fc.property(bytes(), (body) => /^[\x20-\x7e]*$/.test(escapeAscii(body))))
})

test('an extension twice is refused', () => {
  const twice = Buffer.concat([extension(16, Buffer.alloc(0)), extension(16, Buffer.alloc(0))])
  expect(() => readExtensions(twice)).toThrow(MalformedError)
})

test.each([
  ['07', 3],
  ['ff', 8],
  ['0100', 9],
  ['00ff', 8],
])('the prime 0x%s has %i bits', (prime, bits) => {
  const field = Buffer.from(prime, 'hex')
  const body = Buffer.concat([
    vector16(field),
    vector16(Buffer.from([2])),
    vector16(Buffer.from([5])),
    u16(0x0403),
    u16(0),
  ])
  expect(readServerKeyExchange(body, 'dhe').dhBits).toBe(bits)
})
