import { describe, expect, test } from 'vitest'
import { type Field, fieldReader, writeFields } from '../../../src/probes/http2/hpack.js'
import { unhuffman } from '../../../src/probes/http2/huffman.js'

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex')
const readOnce = (text: string) => fieldReader(100_000).read(hex(text))

describe('Huffman’s code', () => {
  // RFC 7541 appendix C.4 and C.6.
  test.each([
    ['f1e3 c2e5 f23a 6ba0 ab90 f4ff', 'www.example.com'],
    ['a8eb 1064 9cbf', 'no-cache'],
    ['d07a be94 1054 d444 a820 0595 040b 8166 e082 a62d 1bff', 'Mon, 21 Oct 2013 20:13:21 GMT'],
    ['', ''],
  ])('%s', (coded, text) => expect(unhuffman(hex(coded))?.toString()).toBe(text))

  test.each([
    ['the end of string', 'ffffffff'],
    ['eight bits of padding', 'a8eb10649cbfff'],
    ['padding that is not the beginning of the end of string', 'a8eb10649cb0'],
  ])('%s is refused', (_, coded) => expect(unhuffman(hex(coded))).toBeNull())
})

describe('header blocks', () => {
  test('with and without Huffman’s code, and a table that evicts (RFC 7541 C.5, C.6)', () => {
    const reader = fieldReader(100_000)
    const read = (text: string) => reader.read(hex(text))
    expect(
      read(
        '4803 3330 3258 0770 7269 7661 7465 611d 4d6f 6e2c 2032 3120 4f63 7420 3230 3133 2032 303a 3133 3a32 3120 474d 546e 1768 7474 7073 3a2f 2f77 7777 2e65 7861 6d70 6c65 2e63 6f6d',
      ),
    ).toEqual([
      [':status', '302'],
      ['cache-control', 'private'],
      ['date', 'Mon, 21 Oct 2013 20:13:21 GMT'],
      ['location', 'https://www.example.com'],
    ])
    expect(read('4803 3330 37c1 c0bf')?.map(([, value]) => value)).toEqual([
      '307',
      'private',
      'Mon, 21 Oct 2013 20:13:21 GMT',
      'https://www.example.com',
    ])
    expect(readOnce('4882 6402 5885 aec3 771a 4b')).toEqual([
      [':status', '302'],
      ['cache-control', 'private'],
    ])
  })

  test('long values and bytes that are no text come back as they are', () => {
    const fields: Field[] = [
      ['x', 'y'.repeat(300)],
      ['X-A b', '\x00\xe4\xff'],
      ['', ''],
    ]
    expect(fieldReader(100_000).read(writeFields(fields))).toEqual(fields)
  })

  test.each([
    ['an index of nothing', 'be'],
    ['index 0', '80'],
    ['a name of nothing', '7e0161'],
    ['a text longer than the block', '000561'],
    ['a block that ends within a number', 'ff'],
    ['a number without an end', 'ffffffffffffffffff'],
    ['a table larger than allowed', '3fe21f'],
    ['a new size behind a field', '8820'],
    ['Huffman’s code with its end of string', '0084ffffffff00'],
  ])('%s is refused', (_, block) => expect(readOnce(block)).toBeNull())

  test('a new size at the beginning empties the table', () => {
    const reader = fieldReader(100_000)
    expect(reader.read(hex('40016101 62'))).toEqual([['a', 'b']])
    expect(reader.read(hex('be'))).toEqual([['a', 'b']])
    expect(reader.read(hex('20 88'))).toEqual([[':status', '200']])
    expect(reader.read(hex('be'))).toBeNull()
  })

  test('few bytes that stand for many end at the bound', () => {
    const reader = fieldReader(20_000)
    const large = Buffer.concat([hex('4001 61 7fa11e'), Buffer.alloc(4000, 'x')])
    expect(reader.read(large)).toHaveLength(1)
    expect(reader.read(Buffer.alloc(1000, 0xbe))).toBeNull()
  })
})
