/** The MAC over a whole file (RFC 7292 section 4, RFC 9579). */
import { createHmac } from 'node:crypto'
import { children, content, type Extent, nodeAt, smallInteger, TAG } from '../der/index.js'
import { type Digest, derive, hmacDigest, PURPOSE, pbkdf2 } from './derive.js'
import { Pkcs12Error } from './error.js'
import { iterationsAt, octets, oidAt, part } from './parts.js'

const PBMAC1 = '1.2.840.113549.1.5.14'
const DIGESTS: Readonly<Record<string, { digest: Digest; size: number }>> = {
  '1.3.14.3.2.26': { digest: 'sha1', size: 20 },
  '2.16.840.1.101.3.4.2.4': { digest: 'sha224', size: 28 },
  '2.16.840.1.101.3.4.2.1': { digest: 'sha256', size: 32 },
  '2.16.840.1.101.3.4.2.2': { digest: 'sha384', size: 48 },
  '2.16.840.1.101.3.4.2.3': { digest: 'sha512', size: 64 },
}
const MAX_KEY = 64

export interface Mac {
  digest: Buffer
  /** @param form the password as UTF-16BE, @param text the same as text */
  compute(data: Buffer, form: Buffer, text: string): Buffer
}

export function macOf(bytes: Buffer, macData: Extent): Mac {
  const [info, salt, count] = children(bytes, part(macData, TAG.sequence))
  const [algorithm, value] = children(bytes, part(info, TAG.sequence))
  const [type, parameters] = children(bytes, part(algorithm, TAG.sequence))
  const digest = octets(bytes, part(value, TAG.octetString))
  const oid = oidAt(bytes, type)
  if (oid === PBMAC1) return { digest, compute: pbmac1(bytes, part(parameters, TAG.sequence)) }
  const hash = DIGESTS[oid]
  if (hash === undefined) throw new Pkcs12Error('algorithm', oid)
  const iterations = iterationsAt(bytes, count)
  const own = octets(bytes, part(salt, TAG.octetString))
  const compute: Mac['compute'] = (data, password) => {
    const key = derive({ digest: hash.digest, password, salt: own, iterations }, PURPOSE.mac, hash.size)
    return createHmac(hash.digest, key).update(data).digest()
  }
  return { digest, compute }
}

/** RFC 8018 section 7.1, the key as long as its parameters say. */
function pbmac1(bytes: Buffer, parameters: Extent): Mac['compute'] {
  const [derivation, scheme] = children(bytes, parameters)
  const [type] = children(bytes, part(scheme, TAG.sequence))
  const digest = hmacDigest(oidAt(bytes, type))
  const own = part(derivation, TAG.sequence)
  const size = keySize(bytes, own)
  return (data, _, text) =>
    createHmac(digest, pbkdf2(bytes, own, text, size))
      .update(data)
      .digest()
}

/** RFC 9579 section 5: keyLength must be there. */
function keySize(bytes: Buffer, derivation: Extent): number {
  const [, parameters] = children(bytes, derivation)
  const length = children(bytes, part(parameters, TAG.sequence))[2]
  const integer = content(nodeAt(bytes, part(length, TAG.integer)), TAG.integer, 'key length')
  const size = smallInteger(integer, 'key length')
  if (size < 1 || size > MAX_KEY) throw new Pkcs12Error('algorithm', `key of ${size} octets`)
  return size
}
