/** ServerKeyExchange of TLS 1.2 (RFC 5246 section 7.4.3, RFC 8422 section 5.4). */
import { MalformedError, reader } from './bytes.js'

export type KeyExchange = 'ecdhe' | 'dhe' | 'rsa'

export interface SignedParameters {
  /** The bytes the signature covers, after the two randoms. */
  parameters: Buffer
  signatureAlgorithm: number
  signature: Buffer
  group?: number
  dhBits?: number
}

/** DHE with RSA; and with DSS, which Android had up to 5. */
const DHE_SUITES = new Set([
  0x0016, 0x0033, 0x0039, 0x0045, 0x0067, 0x006b, 0x0088, 0x009e, 0x009f, 0xc09e, 0xc09f, 0xccaa, 0x0013,
  0x0032, 0x0038, 0x0040, 0x006a, 0x00a2, 0x00a3,
])

/** How a suite we offer below TLS 1.3 agrees on keys. */
export function keyExchangeOf(suite: number): KeyExchange {
  if (DHE_SUITES.has(suite)) return 'dhe'
  // 0xC09C and 0xC09D are RSA with AES-CCM (RFC 6655); every other suite we offer in this block is ECDHE.
  const high = suite >> 8
  return high === 0xcc || (high === 0xc0 && suite !== 0xc09c && suite !== 0xc09d) ? 'ecdhe' : 'rsa'
}

/** @throws MalformedError */
export function readServerKeyExchange(body: Buffer, exchange: 'ecdhe' | 'dhe'): SignedParameters {
  const input = reader(body)
  const facts = exchange === 'ecdhe' ? { group: readCurve(input) } : { dhBits: readDh(input) }
  const parameters = body.subarray(0, body.length - input.left())
  const signatureAlgorithm = input.u16()
  const signature = input.vector16()
  input.end()
  return { parameters, signatureAlgorithm, signature, ...facts }
}

/** Uncompressed points of P-256, P-384 and P-521, and X25519's (RFC 8422 section 5.4). */
const SHARE_LENGTHS: Readonly<Record<number, number>> = { 23: 65, 24: 97, 25: 133, 29: 32 }

function readCurve(input: ReturnType<typeof reader>): number {
  // Only named_curve is left since RFC 8422.
  if (input.u8() !== 3) throw new MalformedError('no named curve')
  const group = input.u16()
  const length = input.vector8().length
  if (length === 0 || length !== (SHARE_LENGTHS[group] ?? length)) throw new MalformedError('no key share')
  return group
}

function readDh(input: ReturnType<typeof reader>): number {
  const prime = input.vector16()
  input.vector16()
  input.vector16()
  const first = prime.findIndex((byte) => byte !== 0)
  if (first < 0) throw new MalformedError('no prime')
  return (prime.length - first) * 8 - (Math.clz32(prime[first] as number) - 24)
}
