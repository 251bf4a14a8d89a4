import { describe, expect, test } from 'vitest'
import { MalformedError } from '../../../src/probes/tls/bytes.js'
import {
  expandLabel,
  recordOpener,
  serverHandshakeSecret,
  suiteOf,
} from '../../../src/probes/tls/key-schedule.js'
import { sealer } from '../../helpers/fake-tls.js'

const hex = (text: string): Buffer => Buffer.from(text, 'hex')

describe('RFC 8448 section 3, simple 1-RTT handshake', () => {
  const shared = hex('8bd4054fb55b9d63fdfbacf9f04b9f0d35e6d63f537563efd46272900f89492d')
  const transcriptHash = hex('860c06edc07858ee8e78f0e7428c58edd6b43f2ca3e6e95f02ed063cf0e1cad8')
  const secret = 'b67b7d690cc16c4e75e54213cb2d37b4e9c912bcded9105d42befd59d391ad38'

  test('the server handshake traffic secret', () => {
    expect(serverHandshakeSecret(0x1301, shared, transcriptHash).toString('hex')).toBe(secret)
  })

  test('its key and initialization vector', () => {
    const derive = (label: string, length: number) =>
      expandLabel('sha256', hex(secret), label, Buffer.alloc(0), length).toString('hex')
    expect(derive('key', 16)).toBe('3fce516009c21727d0f2e4e86ee403bc')
    expect(derive('iv', 12)).toBe('5d313eb2671276ee13000b30')
  })
})

describe.each([0x1301, 0x1302, 0x1303] as const)('suite %i', (suite) => {
  const secret = Buffer.alloc(suite === 0x1302 ? 48 : 32, 7)
  const record = (sealed: Buffer) => ({ type: 23, header: sealed.subarray(0, 5), body: sealed.subarray(5) })

  test('opens records in their order, padding cut', () => {
    const open = recordOpener(suite, secret)
    const seal = sealer(suite, secret, 300)
    const texts = Array.from({ length: 300 }, (_, index) => Buffer.from(`message ${index}`))
    for (const text of texts) expect(open(record(seal(22, text)))).toEqual({ type: 22, body: text })
  })

  test('refuses what was changed, left out or is empty', () => {
    const seal = sealer(suite, secret, 0)
    const [first, second] = [seal(22, Buffer.from('first')), seal(22, Buffer.from('second'))]
    expect(() => recordOpener(suite, secret)(record(second))).toThrow(MalformedError)
    first[7] = (first[7] ?? 0) ^ 1
    expect(() => recordOpener(suite, secret)(record(first))).toThrow(MalformedError)
    expect(() => recordOpener(suite, secret)(record(Buffer.alloc(21)))).toThrow(MalformedError)
  })

  test.each([0, 20, 23])('refuses content of type %i', (type) => {
    const sealed = sealer(suite, secret, 0)(type, Buffer.from('x'))
    expect(() => recordOpener(suite, secret)(record(sealed))).toThrow(MalformedError)
  })
})

test('a suite of TLS 1.2 has no key schedule', () => {
  expect(() => suiteOf(0xc02b)).toThrow(MalformedError)
})
