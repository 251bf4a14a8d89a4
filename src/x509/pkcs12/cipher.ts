/** Password-based encryption: PBES2 (RFC 8018 section 6.2) and the Triple DES of RFC 7292 appendix C. */
import { createDecipheriv } from 'node:crypto'
import { children, type Extent, TAG } from '../der/index.js'
import { derive, PURPOSE, pbkdf2, textOf } from './derive.js'
import { Pkcs12Error } from './error.js'
import { iterationsAt, octets, oidAt, part } from './parts.js'

const PBES2 = '1.2.840.113549.1.5.13'
const TRIPLE_DES = '1.2.840.113549.1.12.1.3'
const TWO_KEY_TRIPLE_DES = '1.2.840.113549.1.12.1.4'
/** RC4 and RC2 with 128 and 40 bits. */
const LEGACY = [1, 2, 5, 6].map((last) => `1.2.840.113549.1.12.1.${last}`)
/** RC2-CBC and DES-CBC under PBES2. */
const LEGACY_CIPHERS = ['1.2.840.113549.3.2', '1.3.14.3.2.7']

const CIPHERS: Readonly<Record<string, { name: string; key: number }>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', key: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', key: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', key: 32 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', key: 24 },
}

interface Opened {
  cipher: string
  key: Buffer
  iv: Buffer
}

/** @param form the password as returned by passwordForms. @throws DerError, Pkcs12Error */
export function decrypt(bytes: Buffer, algorithm: Extent, sealed: Buffer, form: Buffer): Buffer {
  const { cipher, key, iv } = opened(bytes, algorithm, form)
  try {
    const decipher = createDecipheriv(cipher, key, iv)
    return Buffer.concat([decipher.update(sealed), decipher.final()])
  } catch {
    // Wrong padding, or an initialisation vector of a wrong length.
    throw new Pkcs12Error('wrong-password')
  }
}

function opened(bytes: Buffer, algorithm: Extent, password: Buffer): Opened {
  const [type, parameters] = children(bytes, algorithm)
  const oid = oidAt(bytes, type)
  if (LEGACY.includes(oid)) throw new Pkcs12Error('legacy-cipher', oid)
  if (oid === PBES2) return pbes2(bytes, part(parameters, TAG.sequence), password)
  if (oid !== TRIPLE_DES && oid !== TWO_KEY_TRIPLE_DES) throw new Pkcs12Error('algorithm', oid)
  const [salt, count] = children(bytes, part(parameters, TAG.sequence))
  const own = { salt: octets(bytes, part(salt, TAG.octetString)), iterations: iterationsAt(bytes, count) }
  const how = { digest: 'sha1', password, ...own } as const
  const two = oid === TWO_KEY_TRIPLE_DES
  return {
    cipher: two ? 'des-ede-cbc' : 'des-ede3-cbc',
    key: derive(how, PURPOSE.key, two ? 16 : 24),
    iv: derive(how, PURPOSE.iv, 8),
  }
}

function pbes2(bytes: Buffer, parameters: Extent, password: Buffer): Opened {
  const [derivation, scheme] = children(bytes, parameters)
  const [type, iv] = children(bytes, part(scheme, TAG.sequence))
  const oid = oidAt(bytes, type)
  if (LEGACY_CIPHERS.includes(oid)) throw new Pkcs12Error('legacy-cipher', oid)
  const cipher = CIPHERS[oid]
  if (cipher === undefined) throw new Pkcs12Error('algorithm', oid)
  return {
    cipher: cipher.name,
    key: pbkdf2(bytes, part(derivation, TAG.sequence), textOf(password), cipher.key),
    iv: octets(bytes, part(iv, TAG.octetString)),
  }
}
