import { describe, expect, test } from 'vitest'
import { frameReader } from '../../src/probes/http/frames.js'

const read = (bytes: Buffer, size = bytes.length) => {
  const { push } = frameReader()
  for (let at = 0; at < bytes.length; at += size) {
    const told = push(bytes.subarray(at, at + size))
    if (told) return told
  }
  return null
}
const utf8 = (text: string): number[] => [...Buffer.from(text)]

describe.each([
  ['at once', undefined],
  ['byte by byte', 1],
])('%s', (_, size) => {
  test.each<[string, number[] | string, object | null]>([
    ['nothing', [], null],
    ['a text', [0x81, 2, 0x68, 0x69], null],
    ['the beginning of a binary message', [0x02, 1, 0], null],
    ['a ping', [0x89, 0], null],
    ['one byte of a text', [0x81], null],
    ['a message in two frames, a character cut in two', [0x01, 1, 0xe4, 0x80, 2, 0xb8, 0xad], null],
    ['a ping within a message', [0x01, 1, 0x68, 0x89, 0, 0x80, 1, 0x69], null],
    ['a binary message of any bytes', [0x82, 2, 0xff, 0xfe], null],
    ['126 bytes', [0x81, 126, 0, 126, ...Array<number>(126).fill(0x78)], null],
    ['our ping’s answer', [0x8a, 4, ...utf8('hefa')], {}],
    ['our ping’s answer behind a text', [0x81, 1, 0x68, 0x8a, 4, ...utf8('hefa')], {}],
    ['another ping’s answer', [0x8a, 0], null],
    ['a close with its code', [0x88, 2, 3, 0xe8], { closed: { code: 1000 } }],
    ['a close with a reason', [0x88, 5, 3, 0xf0, ...utf8('bye')], { closed: { code: 1008 } }],
    ['a close without', [0x88, 0], { closed: { code: null } }],
    ['a code that is never sent', [0x88, 2, 3, 0xed], { frame: 'close-code' }],
    ['a code that is none', [0x88, 2, 0, 99], { frame: 'close-code' }],
    ['a reason that is no text', [0x88, 3, 3, 0xe8, 0xff], { frame: 'text' }],
    ['half a code', [0x88, 1, 3], { frame: 'length' }],
    ['a masked text', [0x81, 0x82, 0, 0, 0, 0, 0x68, 0x69], { frame: 'masked' }],
    ['a compressed text', [0xc1, 2, 0, 0], { frame: 'reserved-bits' }],
    ['a text that is none', [0x81, 2, 0xff, 0xfe], { frame: 'text' }],
    ['a text that ends in the middle of a character', [0x81, 1, 0xe4], { frame: 'text' }],
    ['a continuation of nothing', [0x80, 0], { frame: 'opcode' }],
    ['a second message within the first', [0x01, 1, 0x68, 0x81, 1, 0x69], { frame: 'opcode' }],
    ['an opcode that is none', [0x83, 0], { frame: 'opcode' }],
    ['a control opcode that is none', [0x8b, 0], { frame: 'opcode' }],
    ['half a ping', [0x09, 1, 0], { frame: 'fragmented' }],
    ['a ping too long', [0x89, 126, 0, 126], { frame: 'length' }],
    ['a length in more bytes than it needs', [0x81, 126, 0, 2, 0x68, 0x69], { frame: 'length' }],
    ['in still more', [0x81, 127, 0, 0, 0, 0, 0, 0, 0, 2, 0x68, 0x69], { frame: 'length' }],
    ['a negative length', [0x81, 127, 0x80, 0, 0, 0, 0, 1, 0, 0], { frame: 'length' }],
    ['a page', '<html>', { frame: 'reserved-bits' }],
    ['an HTTP answer', 'HTTP/1.1 200 OK', { frame: 'reserved-bits' }],
    ['words', 'hello', { frame: 'reserved-bits' }],
    ['JSON', '{"code":0}', { frame: 'reserved-bits' }],
  ])('%s', (_, bytes, expected) => expect(read(Buffer.from(bytes as string), size)).toEqual(expected))
})

test('a message without an end is given up', () => {
  const { push } = frameReader()
  expect(push(Buffer.from([0x82, 127, 0, 0, 0, 16, 0, 0, 0, 0]))).toBeNull()
  expect(push(Buffer.alloc(5000))).toBeNull()
  expect(push(Buffer.alloc(5000))).toEqual({})
})
