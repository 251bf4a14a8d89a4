/** From password to key: RFC 7292 appendix B.2 and PBKDF2 (RFC 8018 section 5.2). */
import { createHash, pbkdf2Sync } from 'node:crypto'
import { children, type Extent, TAG } from '../der/index.js'
import { Pkcs12Error } from './error.js'
import { iterationsAt, octets, oidAt, part } from './parts.js'

export type Digest = 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512'

/** What the derived octets are for. */
export const PURPOSE = { key: 1, iv: 2, mac: 3 } as const

export interface Pkcs12Derivation {
  digest: Digest
  /** UTF-16BE with its terminator: see passwordForms. */
  password: Buffer
  salt: Buffer
  iterations: number
}

/** UTF-16BE with two zero octets at the end (appendix B.1); an empty password is also written as no octets at all. */
export function passwordForms(password: string): Buffer[] {
  const bmp = Buffer.from(`${password}\0`, 'utf16le').swap16()
  return password === '' ? [bmp, Buffer.alloc(0)] : [bmp]
}

/** The text behind a form, for algorithms that take UTF-8. */
export function textOf(form: Buffer): string {
  return Buffer.from(form).swap16().toString('utf16le').replace(/\0$/, '')
}

const repeated = (bytes: Buffer, block: number): Buffer =>
  bytes.length === 0 ? bytes : Buffer.alloc(block * Math.ceil(bytes.length / block)).fill(bytes)

/** Appendix B.2, steps 1 to 8. */
export function derive(
  { digest, password, salt, iterations }: Pkcs12Derivation,
  purpose: number,
  size: number,
): Buffer {
  const block = digest === 'sha384' || digest === 'sha512' ? 128 : 64
  const diversifier = Buffer.alloc(block, purpose)
  const input = Buffer.concat([repeated(salt, block), repeated(password, block)])
  const parts: Buffer[] = []
  for (let have = 0; have < size; ) {
    let hash = createHash(digest).update(diversifier).update(input).digest()
    for (let round = 1; round < iterations; round++) hash = createHash(digest).update(hash).digest()
    parts.push(hash)
    have += hash.length
    if (have < size) addToBlocks(input, repeated(hash, block).subarray(0, block))
  }
  return Buffer.concat(parts).subarray(0, size)
}

/** Step 6 C: each block of `input` becomes itself + `addend` + 1, modulo 2^(8 * block). */
function addToBlocks(input: Buffer, addend: Buffer): void {
  for (let start = 0; start < input.length; start += addend.length) {
    let carry = 1
    for (let i = addend.length - 1; i >= 0; i--) {
      const sum = (input[start + i] ?? 0) + (addend[i] ?? 0) + carry
      input[start + i] = sum & 0xff
      carry = sum >> 8
    }
  }
}

const PBKDF2 = '1.2.840.113549.1.5.12'
const PRFS: Readonly<Record<string, Digest>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
}

export function hmacDigest(oid: string): Digest {
  const digest = PRFS[oid]
  if (digest === undefined) throw new Pkcs12Error('algorithm', oid)
  return digest
}

/** PBKDF2 as its AlgorithmIdentifier says (RFC 8018 appendix A.2); the password is UTF-8. */
export function pbkdf2(bytes: Buffer, algorithm: Extent, password: string, size: number): Buffer {
  const [type, parameters] = children(bytes, part(algorithm, TAG.sequence))
  const oid = oidAt(bytes, type)
  if (oid !== PBKDF2) throw new Pkcs12Error('algorithm', oid)
  const [salt, count, ...rest] = children(bytes, part(parameters, TAG.sequence))
  const prf = rest.find(({ tag }) => tag === TAG.sequence)
  const digest = prf ? hmacDigest(oidAt(bytes, children(bytes, prf)[0])) : 'sha1'
  const iterations = iterationsAt(bytes, part(count, TAG.integer))
  return pbkdf2Sync(password, octets(bytes, part(salt, TAG.octetString)), iterations, size, digest)
}
