import { expect, test } from 'vitest'
import { faultOfFrame } from '../../src/probes/http/first-frame.js'

test.each<[string, number[] | string, string | null]>([
  ['nothing', [], null],
  ['a text', [0x81, 2, 0x68, 0x69], null],
  ['the beginning of a binary message', [0x02, 1, 0], null],
  ['a ping', [0x89, 0], null],
  ['a close with its code', [0x88, 2, 3, 0xe8], null],
  ['a close without', [0x88, 0], null],
  ['one byte of a text', [0x81], null],
  ['a masked text', [0x81, 0x82, 0, 0, 0, 0, 0x68, 0x69], 'masked'],
  ['a compressed text', [0xc1, 2, 0, 0], 'reserved-bits'],
  ['a continuation of nothing', [0x80, 0], 'opcode'],
  ['an opcode that is none', [0x83, 0], 'opcode'],
  ['a control opcode that is none', [0x8b, 0], 'opcode'],
  ['half a ping', [0x09, 1, 0], 'fragmented'],
  ['a ping too long', [0x89, 126, 1, 0], 'length'],
  ['half a code', [0x88, 1, 3], 'length'],
  ['a page', '<html>', 'reserved-bits'],
  ['an HTTP answer', 'HTTP/1.1 200 OK', 'reserved-bits'],
  ['words', 'hello', 'reserved-bits'],
  ['JSON', '{"code":0}', 'reserved-bits'],
])('%s', (_, bytes, expected) => expect(faultOfFrame(Buffer.from(bytes as string))).toBe(expected))
